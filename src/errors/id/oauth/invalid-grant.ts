import type { CodeTranslation } from "../../definition.ts";
import type { invalidGrant as english } from "../../oauth/invalid-grant.ts";
import { authorizationCodeReasons } from "./invalid-grant/authorization-code.ts";
import { personReasons } from "./invalid-grant/person.ts";
import { refreshTokenReasons } from "./invalid-grant/refresh-token.ts";

export const invalidGrant: CodeTranslation<typeof english> = {
  description:
    "Kode otorisasi atau refresh token tidak dapat dipakai: kedaluwarsa, sudah terpakai, dicabut, tidak dikenal, atau milik pihak lain.",
  resolution:
    "Buang kode atau token itu dan biarkan pengguna masuk lagi; `reason` menyebut apa yang terjadi. Bila sering terjadi, cari sebabnya di bawah: hampir selalu dua bagian aplikasi memakai kode atau token yang sama.",
  reasons: { ...authorizationCodeReasons, ...refreshTokenReasons, ...personReasons },
};
