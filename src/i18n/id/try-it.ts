import type { tryIt as english } from "../en/try-it.ts";
import type { Texts } from "../texts.ts";

export const tryIt: Texts<typeof english> = {
  title: "Coba aplikasi ini",
  lead: "Di sini Anda memasukkan seseorang dengan aplikasi ini, permintaan demi permintaan, pada endpoint yang sebenarnya. Pakailah akun Anda sendiri atau akun percobaan. Kode, token, dan secret dipendekkan di halaman ini.",
  noPeople:
    "Tidak ada yang dapat masuk dengan aplikasi ini: aplikasi tidak terdaftar untuk grant authorization_code. Anda dapat menambahkannya di pengaturan.",
  enableLead:
    "Untuk itu, alamat ini harus ada di antara redirect URI aplikasi. Alamat ini hanya menuju halaman ini, dan dapat Anda hapus lagi di pengaturan.",
  enable: "Tambahkan alamatnya",
  scopes: "Yang diminta",
  prompt: "Cara meminta",
  prompts: {
    usual: "Seperti biasa",
    consent: "Minta persetujuan lagi (prompt=consent)",
    login: "Minta masuk lagi (prompt=login)",
    select_account: "Biarkan memilih akun (prompt=select_account)",
    none: "Jangan tampilkan apa pun (prompt=none)",
  },
  start: "Mulai proses masuk",
  again: "Mulai lagi",
  steps: {
    authorize: "Kirim browser untuk masuk",
    callback: "Browser kembali",
    token: "Tukar kode dengan token",
    user: "Baca data orangnya",
    details: "Baca rincian orangnya",
    refresh: "Perbarui token",
    introspect: "Tanyakan apakah token berlaku",
    revoke: "Akhiri token",
  },
  request: "Permintaan",
  response: "Jawaban",
  checked: "state dan iss benar: jawaban ini milik proses masuk ini dan berasal dari server ini.",
  refused: "Proses masuk berakhir tanpa kode.",
  readMore: "Arti kesalahan ini dan cara memperbaikinya",
  secret: "Client secret",
  secretHelp: "Hanya dipakai untuk permintaan ini dan tidak disimpan di mana pun.",
  secretMissing: "Isi client secret.",
  next: "Apa berikutnya?",
  rehearse: "Jawab permintaan berikutnya dengan kesalahan",
  rehearseNothing: "Tidak, sungguhan",
  unknown: {
    title: "Ini bukan milik proses masuk Anda",
    lead: "Parameter state tidak dibuat untuk Anda oleh halaman ini, atau dibuat lebih dari satu jam yang lalu. Aplikasi harus menolak jawaban seperti ini: mungkin seseorang yang mengirimkannya kepada Anda.",
    back: "Ke aplikasi Anda",
  },
};
