import type { areas as english } from "../en/areas.ts";
import type { Texts } from "../texts.ts";

export const areas: Texts<typeof english> = {
  label: "Bagian",
  account: "Akun",
  developer: "Pengembang",
  admin: "Administrasi",
  signOut: "Keluar",
  next: "Halaman berikutnya",
  first: "Ke awal",
  pages: "Halaman daftar",
  status: {
    stale: "Tidak ada yang diubah karena halaman sudah terlalu lama terbuka. Silakan coba lagi.",
    other_account: "Tidak ada yang diubah karena sekarang Anda memakai akun lain di browser ini.",
  },
};
