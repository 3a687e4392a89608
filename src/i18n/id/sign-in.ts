import type {
  home as englishHome,
  signIn as englishSignIn,
  signOut as englishSignOut,
} from "../en/sign-in.ts";
import type { Texts } from "../texts.ts";

export const signIn: Texts<typeof englishSignIn> = {
  title: "Masuk",
  toContinue: (application) => `untuk melanjutkan ke ${application}`,
  identifier: "Alamat email, nama pengguna, atau nomor telepon",
  identifierMissing: "Isi alamat email, nama pengguna, atau nomor telepon Anda.",
  password: "Kata sandi",
  passwordMissing: "Isi kata sandi Anda.",
  submit: "Masuk",
  wrong: "Tidak ada akun yang cocok. Periksa kedua isian, lalu coba lagi.",
  stale: "Kirim formulir ini sekali lagi; formulir sudah terlalu lama terbuka.",
  forgot: "Lupa kata sandi?",
  noAccount: "Belum punya akun?",
  register: "Daftar",
  doubt: {
    title: "Perlu kode juga",
    lead: "Hari ini banyak kata sandi salah diketik untuk akun ini, jadi kata sandi saja belum cukup untuk membukanya di sini.",
    sent: "Bila kata sandinya benar, kode sedang dikirim: lewat WhatsApp ke nomor akun, atau lewat email ke alamatnya.",
    field: "Kode 6 angka",
    wait: "Tunggu beberapa menit, dan periksa juga folder spam. Bila tidak ada yang datang, kata sandinya tidak cocok: coba lagi, atau buat kata sandi baru.",
    again: "Coba masuk lagi",
  },
  signedOut: "Anda sudah keluar.",
};

export const signOut: Texts<typeof englishSignOut> = {
  title: "Keluar",
  question: (name) => `Keluar dari akun ${name} di browser ini?`,
  applications: "Aplikasi tempat Anda sudah masuk tetap masuk sampai Anda keluar di sana.",
  submit: "Keluar",
  submitAll: "Keluar dari semua akun di browser ini",
  cancel: "Tetap masuk",
};

export const home: Texts<typeof englishHome> = {
  deleted: "Akun Anda sudah dihapus.",
  title: (site) => `Selamat datang di ${site}`,
  lead: "Satu akun untuk banyak aplikasi. Anda yang menentukan apa yang boleh dilihat setiap aplikasi, dan dapat mengubahnya kapan saja.",
  signIn: "Masuk",
  register: "Buat akun",
};
