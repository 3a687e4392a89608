import type { managementApi as english } from "../en/management-api.ts";
import type { Texts } from "../texts.ts";

export const managementApi: Texts<typeof english> = {
  title: "API pengelolaan",
  lead: "Apa yang dilakukan administrator di halaman administrasi, untuk program mereka.",
  howTo:
    "Setiap panggilan memerlukan token dengan scope `admin`. Aplikasinya harus sudah disetujui untuk itu, dan pemilik token harus seorang administrator pada saat panggilan; semua yang dilakukan dicatat dalam log audit.",
  machine: "Hal yang sama untuk program, beserta API pengguna (OpenAPI 3.1):",
  back: "Dokumentasi",
  groups: {
    users: "Pengguna",
    applications: "Aplikasi",
    approvals: "Persetujuan",
    scopes: "Scope",
    maintenance: "Pemeliharaan",
    audit: "Log audit",
    operation: "Operasional",
  },
  superAdminOnly: "Hanya untuk super-admin.",
  freshProof: {
    always: "Hanya dengan token dari proses masuk dalam lima menit terakhir (`prompt=login`).",
    sometimes:
      "Yang berbahaya hanya dengan token dari proses masuk dalam lima menit terakhir (`prompt=login`).",
  },
  parameters: "Di alamat",
  body: "Di isi JSON",
  answer: "Jawabannya:",
  required: "wajib",
  optional: "opsional",
};
