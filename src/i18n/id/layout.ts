import type { layout as english } from "../en/layout.ts";
import type { Texts } from "../texts.ts";

export const layout: Texts<typeof english> = {
  skip: "Langsung ke isi",
  language: "Bahasa",
  documentation: "Dokumentasi",
  errorReference: "Daftar kesalahan",
  account: "Akun Anda",
  signIn: "Masuk",
  maintenanceBanner: "Pemeliharaan sedang berlangsung. Untuk sementara beberapa hal tidak berfungsi.",
};
