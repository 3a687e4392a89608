import type { serverError as english } from "../../api/server-error.ts";
import type { CodeTranslation } from "../../definition.ts";
import { unexpectedFailure } from "../pages.ts";

export const serverError: CodeTranslation<typeof english> = {
  description: "Server gagal dengan cara yang tidak terduga. Panggilannya sendiri mungkin sudah benar.",
  resolution:
    "Coba sekali lagi setelah beberapa detik. Bila tetap terjadi, berikan `request_id` kepada pengelola server ini; baris log dengan nomor itu menjelaskan apa yang rusak.",
  reasons: {
    unexpected: {
      description: "Server mengalami kegagalan tak terduga dan tidak dapat menyelesaikan panggilan.",
      cause:
        "Kesalahan di server ini atau di lingkungan tempatnya berjalan. Jawabannya sengaja tidak merinci: rincian kegagalan tempatnya di log pengelola, bukan di jaringan.",
      resolution:
        "Pengembang aplikasi: ulangi panggilan sekali, dan bila gagal lagi tampilkan data terakhir yang Anda punya. Pengelola: cari `request_id` di log, di sana ada sebab beserta jejaknya, dan periksa `/health`.",
      prevention:
        "Simpan jawaban terakhir `GET /api/user` di sesi, supaya kegagalan singkat di sini tidak menjadi kegagalan aplikasi Anda.",
      retry:
        "Ya: sekali atau dua kali, berselang beberapa detik. Membaca dan `PATCH` boleh diulang tanpa akibat buruk.",
      page: unexpectedFailure,
    },
  },
};
