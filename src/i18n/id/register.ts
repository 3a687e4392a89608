import type { register as english } from "../en/register.ts";
import type { Texts } from "../texts.ts";

export const register: Texts<typeof english> = {
  title: "Buat akun",
  way: { legend: "Bagaimana kami dapat menghubungi Anda?", whatsapp: "WhatsApp", email: "Email" },
  name: "Nama Anda",
  email: "Alamat email",
  emailHelp: "Kami akan mengirim email untuk memastikan alamat ini milik Anda.",
  password: "Kata sandi",
  submit: "Daftar",
  haveAccount: "Sudah punya akun?",
  signIn: "Masuk",
  again: "Daftar lagi",
  stale: "Silakan kirim formulir ini sekali lagi; halamannya sudah terlalu lama terbuka.",
  emailProblem: "Silakan tulis alamat email yang lengkap, misalnya siti@example.com.",
  verify: {
    title: "Periksa email Anda",
    sent: (address) => `Kami telah mengirim email ke ${address}. Di dalamnya tertulis langkah selanjutnya.`,
    code: "Kode 6 angka dari email",
    submit: "Lanjutkan",
    later: "Anda juga dapat membuka tautan di email itu, di perangkat mana pun. Keduanya berlaku satu jam.",
    nothingCame: "Email belum datang? Periksa folder spam. Jika alamat di atas salah, silakan daftar lagi.",
    wrong: "Kodenya tidak cocok. Silakan lihat lagi di email yang terbaru.",
    spent:
      "Kode ini tidak berlaku lagi: sudah dipakai, sudah diganti, atau terlalu banyak percobaan. Jika alamat Anda sudah dikonfirmasi, silakan masuk. Jika belum, silakan daftar lagi.",
    expired: "Kode ini sudah lebih dari satu jam. Silakan daftar lagi.",
    taken: "Alamat email ini kini sudah memiliki akun. Silakan masuk.",
  },
  confirm: {
    title: "Konfirmasi alamat email Anda",
    lead: (name, address) =>
      `Halo ${name}, untuk membuat akun dengan alamat ${address}, silakan ketik kata sandi yang Anda buat saat mendaftar.`,
    submit: "Buat akun",
    wrong: "Ini bukan kata sandi yang Anda buat saat mendaftar.",
    notYou: "Anda tidak mendaftar di sini? Tutup saja halaman ini; tidak ada akun yang dibuat.",
  },
};
