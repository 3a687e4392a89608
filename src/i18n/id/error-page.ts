import type { errorPage as english } from "../en/error-page.ts";
import type { Texts } from "../texts.ts";

export const errorPage: Texts<typeof english> = {
  details: "Rincian bagi yang harus memperbaikinya",
  code: "Kode kesalahan",
  reason: "Alasan",
  requestId: "Nomor permintaan",
  reference: "Baca tentang kesalahan ini di daftar kesalahan",
  home: "Ke halaman awal",
  signIn: "Masuk",
  tryAgain: "Coba lagi",
  fixableBy: {
    app_developer: "Pengembang aplikasi dapat memperbaikinya.",
    operator: "Pengelola layanan ini dapat memperbaikinya.",
    person: "Anda sendiri dapat memperbaikinya.",
  },
};
