import type { CodeTranslation } from "../../definition.ts";
import type { serverError as english } from "../../oauth/server-error.ts";
import { unexpectedFailure } from "../pages.ts";

export const serverError: CodeTranslation<typeof english> = {
  description: "Server gagal dengan cara yang tidak terduga. Permintaannya sendiri mungkin sudah benar.",
  resolution:
    "Coba sekali lagi setelah beberapa detik. Bila tetap terjadi, berikan `request_id` kepada pengelola server ini; baris log dengan nomor itu menjelaskan apa yang rusak.",
  reasons: {
    unexpected: {
      description: "Server mengalami kegagalan tak terduga dan tidak dapat menyelesaikan permintaan.",
      cause:
        "Kesalahan di server ini atau di lingkungan tempatnya berjalan. Jawabannya sengaja tidak merinci: rincian kegagalan tempatnya di log pengelola, bukan di jaringan.",
      resolution:
        "Pengembang aplikasi: ulangi permintaan sekali; untuk proses masuk, mulai dari awal. Pengelola: cari `request_id` di log, di sana ada sebab beserta jejaknya, dan periksa `/health`.",
      prevention:
        "Pengelola: amati jumlah kesalahan di `/metrics` dan jaga server tetap mutakhir. Aplikasi: tampilkan halaman yang memungkinkan orang mencoba lagi, bukan halaman kosong.",
      retry:
        "Ya: sekali atau dua kali, berselang beberapa detik. Refresh token boleh dikirim lagi dengan nilai yang sama; kode otorisasi yang gagal sekali lagi memerlukan proses masuk yang baru.",
      page: unexpectedFailure,
    },
  },
};
