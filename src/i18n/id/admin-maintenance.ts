import { durationText } from "../duration.ts";
import type { adminMaintenance as english } from "../en/admin-maintenance.ts";
import type { Texts } from "../texts.ts";

export const adminMaintenance: Texts<typeof english> = {
  title: "Pemeliharaan",
  isOff: "Layanan berjalan seperti biasa.",
  isOn: "Pemeliharaan sedang berlangsung: aplikasi dan orang diminta kembali nanti. Anda dan administrator lain tetap dapat bekerja.",
  isReadOnly:
    "Layanan hanya dapat dibaca: selain administrator tidak ada yang dapat masuk atau mengubah apa pun.",
  about:
    "Setiap server di instalasi ini mengikuti dalam satu detik. Aplikasi diberi tahu kapan boleh mencoba lagi; token, sesi, dan akun tetap seperti semula.",
  message: "Yang dibaca orang",
  messageHelp:
    "Boleh dikosongkan. Ditampilkan di samping kalimat kami persis seperti yang Anda tulis, tidak diterjemahkan.",
  readOnly: "Hanya baca",
  readOnlyHelp:
    "Yang sudah ada tetap dapat dilihat: halaman, API pengguna dengan token yang sudah ada, introspeksi. Masuk, token baru, dan perubahan harus menunggu.",
  retryAfter: "Coba lagi setelah",
  retryAfterHelp: "Detik, dari 1 sampai 86400. Aplikasi mematuhinya.",
  seconds: (count) => durationText("id", count),
  none: "tidak ada",
  on: "Mulai pemeliharaan",
  off: "Akhiri pemeliharaan",
  planTitle: "Pemeliharaan terencana",
  planLead: "Sampai dimulai, setiap halaman memberi tahu waktunya. Mulai dan selesai dengan sendirinya.",
  from: "Mulai (UTC)",
  until: "Selesai (UTC)",
  kind: "Jenis",
  kinds: { down: "Layanan berhenti", readOnly: "Hanya baca" },
  plan: "Rencanakan",
  cancel: "Batalkan rencana",
  refused: "Tidak ada yang diubah. Silakan periksa yang ditandai.",
  problems: {
    missing: "Tulis sesuatu yang dapat dilihat.",
    too_long: "Ini terlalu panjang.",
    characters: "Tulis satu baris teks biasa.",
    seconds: "Isi bilangan bulat dari 1 sampai 86400.",
    moment: "Isi tanggal dan jamnya.",
    order: "Selesainya harus setelah mulainya.",
    too_long_window: "Paling lama tujuh hari.",
  },
};
