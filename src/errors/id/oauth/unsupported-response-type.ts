import type { CodeTranslation } from "../../definition.ts";
import type { unsupportedResponseType as english } from "../../oauth/unsupported-response-type.ts";
import { applicationMistake } from "./pages.ts";

export const unsupportedResponseType: CodeTranslation<typeof english> = {
  description:
    "Authorization endpoint hanya memberikan kode otorisasi, sedangkan yang diminta adalah hal lain.",
  resolution: "Kirim `response_type=code`, lalu tukarkan kodenya di `/oauth/token`.",
  reasons: {
    response_type_unsupported: {
      description: "Nilai response_type yang dikirim bukan code, satu-satunya yang ditawarkan server ini.",
      cause:
        "Pustaka disetel ke alur implicit (`response_type=token` atau `id_token`) atau alur hybrid (`code id_token`). Token di bilah alamat berakhir di riwayat dan log, karena itu server ini tidak pernah menaruhnya di sana.",
      resolution:
        "Setel pustaka ke alur authorization code dengan PKCE. Cara ini juga yang dianjurkan untuk aplikasi satu halaman: daftarkan aplikasi sebagai publik dan kirim `code_challenge`.",
      prevention:
        "Pilih alur bernama `authorization code + PKCE` di proyek baru; `response_types_supported` dalam metadata server menyebutkan apa yang ditawarkan.",
      retry: "Tidak, sebelum `response_type` diperbaiki.",
      page: applicationMistake,
    },
  },
};
