import type { recover as english } from "../en/recover.ts";
import type { Texts } from "../texts.ts";

export const recover: Texts<typeof english> = {
  title: "Lupa kata sandi?",
  lead: "Beri tahu kami bagaimana Anda biasanya masuk, lalu kami kirimkan email berisi tautan untuk membuat kata sandi baru.",
  identifier: "Alamat email, nama pengguna, atau nomor telepon",
  submit: "Kirim tautan",
  identifierProblem: "Silakan isi alamat email, nama pengguna, atau nomor telepon Anda.",
  stale: "Silakan kirim formulir ini sekali lagi; halamannya sudah terlalu lama terbuka.",
  backToSignIn: "Kembali ke halaman masuk",
  sent: {
    title: "Periksa kotak masuk Anda",
    lead: "Jika ada akun dengan alamat email, kami sedang mengirim email berisi tautan ke sana. Tautan itu berlaku satu jam.",
    nothingCame:
      "Belum ada email setelah beberapa menit? Periksa folder spam, periksa kembali yang Anda ketik, atau coba alamat Anda yang lain.",
    byWhatsApp: "Apakah akun itu punya nomor WhatsApp? Masuk saja dengan kode; tidak perlu kata sandi.",
    again: "Coba lagi",
  },
  reset: {
    title: "Buat kata sandi baru",
    lead: "Anda akan dikeluarkan dari semua perangkat, dan aplikasi akan meminta Anda masuk lagi.",
    password: "Kata sandi baru",
    submit: "Simpan kata sandi",
  },
  newLink: "Minta tautan baru",
};
