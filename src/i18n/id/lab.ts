import type { lab as english } from "../en/lab.ts";
import type { Texts } from "../texts.ts";

export const lab: Texts<typeof english> = {
  title: "Lab kesalahan",
  lead: "Di sini aplikasi Anda mendapat kesalahan apa pun yang Anda mau dari endpoint yang sebenarnya, supaya Anda melihat apa yang dilakukan program Anda sebelum orang mengalaminya.",
  unmarked:
    "Untuk itu, tandai aplikasi ini sebagai aplikasi percobaan. Setelah itu hanya Anda dan orang yang Anda undang yang dapat masuk, dan halaman persetujuan menyebutkannya. Sebaiknya daftarkan aplikasi tersendiri untuk percobaan: siapa yang tidak diundang tidak dapat masuk lagi.",
  marked:
    "Ini aplikasi percobaan: hanya Anda dan orang yang Anda undang yang dapat masuk. Kesalahan dibuat sebelum apa pun dilakukan, jadi tidak ada yang terpakai.",
  mark: "Tandai sebagai aplikasi percobaan",
  unmark: "Bukan lagi aplikasi percobaan",
  manual: "Cara kerjanya",
  errors: "Semua kesalahan",
  errorsLead: "Buka sebuah kode dan pilih salah satu alasannya.",
  make: "Buat terjadi",
  makeNamed: (reason) => `Buat terjadi: ${reason}`,
  read: "Arti kesalahan ini",
  all: "Semua kesalahan",
  endpoint: "Tempat terjadinya",
  delay: "Tunggu sebelum menjawab",
  seconds: (seconds) => (seconds === 0 ? "tidak menunggu" : `${seconds} detik`),
  token: "Access token",
  tokenHelp:
    "Token yang masih berlaku milik aplikasi ini; halaman Coba membuatnya, dan dapat mengalami kesalahan ini juga. Hanya dipakai untuk permintaan ini dan tidak disimpan di mana pun.",
  tokenMissing: "Isi access token.",
  notHere:
    "Jawabannya sampai ke aplikasi Anda. Jika Anda ingin melihatnya di sini, izinkan aplikasi ini kembali ke halaman percobaan kami:",
  toTry: "Coba aplikasi ini",
  noRedirectUri: "Aplikasi ini tidak punya redirect URI, jadi browser tidak dapat dikirim ke sana.",
  answer: "Jawabannya",
  notRehearsed:
    "Ini bukan kesalahan yang Anda minta: ada hal lain yang salah dengan permintaannya. Jawabannya menyebutkan apa.",
  requests: "Permintaannya, untuk disalin",
  requestsLead:
    "Permintaan ini benar kecuali satu header atau parameter, yang boleh dipasang oleh pengujian Anda.",
  testers: {
    title: "Siapa yang boleh masuk",
    lead: "Anda, dan siapa pun yang masuk di sini dengan salah satu dari ini. Kami tidak memberi tahu apakah akunnya ada.",
    since: "Diundang",
    identifier: "Alamat email, nama pengguna, atau nomor telepon",
    help: "Yang dipakai orang itu untuk masuk di sini. Ia tidak mendapat pesan: kirimkan sendiri alamat aplikasi Anda.",
    invite: "Undang",
    remove: "Hapus",
    removeNamed: (name) => `Hapus ${name}`,
  },
  choose: {
    title: "Buat terjadi",
    several: "Dengan aplikasi percobaan Anda yang mana?",
    none: "Belum ada aplikasi Anda yang ditandai sebagai aplikasi percobaan. Pilih yang akan ditandai.",
    register: "Daftarkan aplikasi",
  },
};
