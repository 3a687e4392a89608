import type { authorize as english } from "../en/authorize.ts";
import type { Texts } from "../texts.ts";

export const authorize: Texts<typeof english> = {
  chooseTitle: "Pilih akun",
  chooseLead: (application) => `Akun mana yang ingin Anda pakai untuk ${application}?`,
  anotherAccount: "Pakai akun lain",
  consentTitle: (application) => `${application} meminta izin Anda`,
  accountChanged:
    "Akunnya berganti saat halaman ini terbuka. Mohon periksa sekali lagi akun mana yang dimaksud.",
  switchAccount: "Pakai akun lain",
  willSee: "Jika Anda mengizinkan, aplikasi ini dapat:",
  allow: "Izinkan",
  deny: "Jangan izinkan",
  revocable: "Izin ini dapat Anda cabut kapan saja di halaman akun Anda.",
  notVerified: "Belum diverifikasi",
  notVerifiedNote: (place) =>
    `Aplikasi ini belum diperiksa siapa pun. Izinkan hanya jika Anda mengenal dan memercayai ${place}.`,
  test: "Aplikasi percobaan",
  testNote:
    "Pengembangnya memakainya untuk mencoba-coba. Hanya ia dan orang yang diundangnya yang dapat masuk, dan kesalahan dapat muncul dengan sengaja.",
  returnsTo: (place) => `Setelah itu Anda kembali ke ${place}.`,
  privacyPolicy: "Cara aplikasi ini memperlakukan data Anda",
  parameter: "Parameter",
  receivedRedirectUri: "Redirect URI yang dikirim",
  differs: "Beda dengan yang terdaftar",
  differences: {
    "nothing is registered": "belum ada yang terdaftar",
    "percent-encoding": "pengodean persen",
    scheme: "skema (http, https)",
    "user name in the address": "nama pengguna dalam alamat",
    host: "host",
    port: "port",
    path: "jalur (path)",
    "trailing slash": "garis miring di akhir",
    query: "query",
    fragment: "fragmen",
    "letter case": "huruf besar-kecil",
  },
  leadsTo: "Alamat tujuan",
  unverifiedReturn: (place) =>
    `Aplikasi ini belum diperiksa siapa pun, jadi kami tidak mengirim Anda ke sana begitu saja. Tujuannya adalah ${place}.`,
  continueTo: (place) => `Lanjut ke ${place}`,
  startAgain: (application) => `Masuk lagi ke ${application}`,
};
