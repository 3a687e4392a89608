import type { secondStep as english } from "../en/second-step.ts";
import type { Texts } from "../texts.ts";

export const secondStep: Texts<typeof english> = {
  title: "Satu langkah lagi",
  ways: {
    app: {
      lead: "Buka aplikasi autentikator Anda, lalu ketik kode yang ditampilkan untuk akun ini.",
      code: "Kode 6 angka dari aplikasi",
      choose: "Pakai kode dari aplikasi autentikator",
    },
    email: {
      lead: (address) => `Kami kirim kode ke ${address}.`,
      code: "Kode 6 angka dari email",
      choose: "Minta kode lewat email",
    },
    passkey: {
      lead: "Pakai salah satu passkey Anda: sidik jari, wajah, PIN perangkat, atau kunci keamanan.",
      choose: "Pakai passkey",
    },
    recovery: {
      lead: "Ketik salah satu kode pemulihan yang Anda catat. Setiap kode berlaku satu kali.",
      code: "Kode pemulihan",
      choose: "Ponsel hilang? Pakai kode pemulihan",
    },
  },
  sent: (address) => `Kami sudah mengirim email berisi kode ke ${address}. Kode itu berlaku sepuluh menit.`,
  send: "Kirim kode",
  sendAgain: "Kirim kode baru",
  remember: "Jangan tanyakan lagi di browser ini selama 30 hari",
  rememberHelp: "Hanya di perangkat yang dipakai Anda sendiri.",
  submit: "Lanjutkan",
  passkeySubmit: "Pakai passkey",
  passkeyNeedsScript: "Passkey memerlukan JavaScript, dan JavaScript dimatikan di browser ini.",
  missing: "Ketik kodenya.",
  wrong: {
    app: "Kode ini tidak benar atau sudah pernah dipakai. Tunggu kode berikutnya, lalu coba lagi.",
    email: "Kodenya tidak cocok. Silakan lihat pesan yang terbaru, atau minta kode baru.",
    recovery:
      "Ini bukan kode pemulihan Anda, atau sudah pernah dipakai. Silakan cocokkan dengan catatan Anda, atau pakai kode yang lain.",
  },
  stale: "Kirim formulir ini sekali lagi; formulir sudah terlalu lama terbuka.",
  lost: "Kode pemulihan sudah habis? Hubungi pengelola layanan ini.",
  otherWays: "Cara lain",
  startOver: "Masuk dengan akun lain",
};
