import type { whatsapp as english } from "../en/whatsapp.ts";
import type { Texts } from "../texts.ts";

export const whatsapp: Texts<typeof english> = {
  code: {
    subject: "Kode Anda",
    text: ({ code, service }) =>
      `${code} adalah kode Anda untuk ${service}. Berlaku sepuluh menit. Jangan berikan kepada siapa pun: tidak ada orang ${service} yang akan memintanya.`,
  },
  reply: {
    subject: "Kode Anda",
    text: ({ code, service }) =>
      `${code} adalah kode Anda untuk ${service}. Ketik hanya di halaman tempat Anda sendiri baru saja membuka WhatsApp. Ada yang mengirimi Anda tautan atau menyuruh Anda menulis kepada kami? Jangan berikan kodenya kepada siapa pun, sebab dengan kode itu akun Anda dapat dibuka.`,
  },
  message: (service, reference) => `Masuk ke ${service} (${reference})`,
  button: "Masuk dengan WhatsApp",
  buttonHelp: "Anda akan menerima kode di ponsel. Tidak perlu kata sandi.",
  number: "Nomor WhatsApp",
  numberHelp: "Misalnya 0812 3456 7890. Kami akan mengirim kode ke nomor ini lewat WhatsApp.",
  numberProblem:
    "Isi nomor telepon yang lengkap, misalnya 0812 3456 7890, dengan kode negara (+…) bila bukan nomor Indonesia.",
  page: {
    title: "Ketik kodenya",
    sent: (number) => `Kami telah mengirim kode lewat WhatsApp ke ${number}.`,
    sentIfKnown: (number) => `Bila ada akun dengan nomor ${number}, kodenya sedang dikirim lewat WhatsApp.`,
    field: "Kode 6 angka dari WhatsApp",
    submit: "Lanjutkan",
    limits: "Kode berlaku sepuluh menit dan hanya di halaman ini. Jangan berikan kepada siapa pun.",
    nothingCame: "Pesan belum datang?",
    wait: "Tunggu sebentar, lalu periksa apakah nomor di atas benar dan memakai WhatsApp.",
    unknown: "Mungkin belum ada akun dengan nomor ini.",
    again: "Minta kode lagi",
    openAccount: "Buat akun",
    otherWay: "Masuk dengan cara lain",
    email: "Pakai alamat email saja",
    wrong: "Kodenya tidak cocok. Silakan lihat pesan yang terbaru.",
    spent:
      "Kode ini tidak berlaku lagi: sudah dipakai, atau terlalu banyak percobaan. Silakan minta kode baru.",
    expired: "Kode ini sudah lebih dari sepuluh menit. Silakan minta kode baru.",
    stale: "Silakan kirim formulir ini sekali lagi; halamannya sudah terlalu lama terbuka.",
  },
  write: {
    offer: "Anda juga dapat menulis lebih dahulu kepada kami: kami membalas dengan kode.",
    submit: "Tulis kepada kami lewat WhatsApp",
    title: "Tulis kepada kami lewat WhatsApp",
    open: "Buka WhatsApp",
    first: "Kirim pesan yang sudah tersedia di sana, apa adanya.",
    answered:
      "Kurang dari semenit kami membalas dengan kode. Kembalilah ke halaman ini dan ketik kodenya di sini.",
    arrived: "Pesan Anda sudah kami terima dan kami balas dengan kode. Ketik kodenya di sini.",
    look: "Periksa apakah pesannya sudah sampai",
  },
  newcomer: {
    title: "Siapa nama Anda?",
    lead: (number) => `Belum ada akun dengan nomor ${number}. Tulis nama Anda, lalu kami buatkan akunnya.`,
    submit: "Buat akun",
  },
};
