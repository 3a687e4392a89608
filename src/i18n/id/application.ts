import type { application as english } from "../en/application.ts";
import type { Texts } from "../texts.ts";

export const application: Texts<typeof english> = {
  tags: {
    verified: "Terverifikasi",
    unverified: "Belum diverifikasi",
    disabled: "Dinonaktifkan",
    test: "Aplikasi percobaan",
    confidential: "Rahasia (confidential)",
    public: "Publik (public)",
  },
  facts: {
    clientId: "client_id",
    owner: "Pemilik",
    created: "Didaftarkan",
    redirectUris: "Redirect URI",
    grants: "Grant",
    scopes: "Scope",
    homepage: "Situs web",
    privacyPolicy: "Kebijakan privasi",
    none: "tidak ada",
  },
  approval: {
    states: {
      none: "Belum diminta",
      pending: "Menunggu keputusan",
      approved: "Disetujui",
      rejected: "Ditolak",
      withdrawn: "Dicabut",
    },
    asked: "Yang diminta",
    reason: "Alasan",
    since: "Sejak",
    request: {
      privacy_policy_url: "Kebijakan privasi",
      purpose: "Tujuan",
      security_measures: "Langkah keamanan",
      compliance_notes: "Hukum dan aturan",
      contact: "Kontak",
    },
  },
};
