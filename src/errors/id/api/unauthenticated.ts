import type { unauthenticated as english } from "../../api/unauthenticated.ts";
import type { CodeTranslation } from "../../definition.ts";

export const unauthenticated: CodeTranslation<typeof english> = {
  description: "Panggilan tidak membawa access token di tempat yang memerlukannya.",
  resolution: "Kirim `Authorization: Bearer` dengan access token pada setiap panggilan ke `/api`.",
  reasons: {
    token_missing: {
      description: "Permintaan tidak membawa access token.",
      cause:
        "Header itu tidak dipasang, kosong karena variabel tokennya kosong, tokennya justru ditaruh di isi permintaan, atau header hilang di jalan: banyak klien HTTP membuang `Authorization` ketika mengikuti pengalihan ke host lain, dan sebagian server web tidak meneruskannya ke program PHP atau CGI.",
      resolution:
        "Catat apakah header itu ada tepat sebelum panggilan. Panggil langsung alamat `https` akhir. `curl -i -H 'Authorization: Bearer TOKEN' https://id.example/api/user` menunjukkan apakah tokennya berfungsi.",
      prevention:
        "Pasang header di satu tempat untuk semua panggilan, dan jangan memanggil API bila tidak ada yang masuk.",
      retry: "Tidak, sebelum header-nya dikirim.",
    },
    scheme_unsupported: {
      description: "Header Authorization memakai skema selain Bearer.",
      cause:
        "`Basic` dengan kredensial klien yang dikirim (tempatnya di `/oauth/token`), `Token` atau `JWT` karena terbiasa dengan API lain, atau token saja tanpa kata di depannya.",
      resolution: "Tulis `Bearer`, satu spasi, lalu access token.",
      prevention: "Pakai klien HTTP terpisah untuk token endpoint dan untuk API.",
      retry: "Tidak, sebelum skemanya diperbaiki.",
    },
    token_in_query: {
      description: "Access token dikirim di URL, yang tidak diterima.",
      cause:
        "`?access_token=` di alamat, seperti yang diizinkan sebagian layanan lama. URL tertulis di log, riwayat, dan header `Referer`.",
      resolution:
        "Kirim token di header. Anggap token dari URL itu sudah bocor: cabut di `/oauth/revoke` dan ambil yang baru.",
      prevention: "Jangan pernah menaruh token di tautan; juga tidak untuk unduhan atau gambar.",
      retry: "Tidak dalam bentuk ini.",
    },
  },
};
