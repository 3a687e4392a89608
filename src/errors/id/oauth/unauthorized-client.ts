import type { CodeTranslation } from "../../definition.ts";
import type { unauthorizedClient as english } from "../../oauth/unauthorized-client.ts";
import { applicationMistake } from "./pages.ts";

export const unauthorizedClient: CodeTranslation<typeof english> = {
  description: "Aplikasi ini dikenal, tetapi tidak boleh memperoleh token dengan cara ini.",
  resolution:
    "Pakai grant yang diizinkan dalam pendaftaran aplikasi, atau mintalah grant yang Anda perlukan ditambahkan.",
  reasons: {
    grant_not_permitted: {
      description: "Pendaftaran aplikasi ini tidak mengizinkan grant tersebut.",
      cause:
        "Aplikasi didaftarkan untuk grant lain: aplikasi antarmesin (`client_credentials`) mencoba membuat orang masuk, aplikasi web tanpa `refresh_token` mencoba memperbarui token, atau aplikasi publik meminta `client_credentials`, yang hanya boleh dimiliki aplikasi yang punya secret.",
      resolution:
        "Periksa aplikasi mana yang memiliki `client_id` itu; dua pendaftaran sering tertukar. Bila memang benar, mintalah grant itu ditambahkan oleh yang mengelola pendaftarannya: pemiliknya, atau pengelola server dengan `client update`.",
      prevention:
        "Daftarkan satu aplikasi untuk setiap keperluan (situs web, aplikasi ponsel, tugas latar belakang), masing-masing hanya dengan grant yang dipakainya.",
      retry: "Tidak. Jawabannya tetap sama sampai pendaftarannya diubah.",
      page: applicationMistake,
    },
  },
};
