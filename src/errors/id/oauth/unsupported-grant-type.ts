import type { CodeTranslation } from "../../definition.ts";
import type { unsupportedGrantType as english } from "../../oauth/unsupported-grant-type.ts";

export const unsupportedGrantType: CodeTranslation<typeof english> = {
  description: "Token endpoint sama sekali tidak mengenal grant_type ini.",
  resolution:
    "Kirim `grant_type=authorization_code`, `refresh_token`, atau `client_credentials`, ditulis persis seperti itu.",
  reasons: {
    grant_type_unsupported: {
      description: "Server ini tidak mengenal grant_type yang dikirim.",
      cause:
        "Salah tulis (`authorisation_code`, `refresh-token`, huruf besar), atau pustaka disetel ke grant yang tidak ditawarkan server ini, misalnya `password` atau `implicit`. Mengirim kata sandi seseorang kepada aplikasi justru hal yang hendak dihindari oleh OAuth.",
      resolution:
        "Perbaiki ejaannya. Sebagai ganti `password` atau `implicit`, pakai `authorization_code` dengan PKCE untuk orang, dan `client_credentials` untuk program tanpa pengguna.",
      prevention:
        "Biarkan pustaka Anda membaca `grant_types_supported` dari `/.well-known/oauth-authorization-server`, jangan menulisnya sendiri.",
      retry: "Tidak, sebelum `grant_type` diperbaiki.",
    },
  },
};
