import type { insufficientScope as english } from "../../api/insufficient-scope.ts";
import type { CodeTranslation } from "../../definition.ts";

export const insufficientScope: CodeTranslation<typeof english> = {
  description: "Access token berlaku, tetapi tidak memiliki scope yang diperlukan endpoint ini.",
  resolution:
    "Bawa pengguna melalui `/oauth/authorize` dengan scope yang disebut `hint`, lalu panggil lagi dengan token yang baru.",
  reasons: {
    scope_missing: {
      description: "Access token tidak memiliki scope yang dituntut endpoint ini.",
      cause:
        "Proses masuk tidak meminta scope itu, refresh mempersempitnya, atau token dari sebelum daftar scope Anda berubah masih dipakai. Proses masuk tanpa `scope` hanya memberi `view-user`.",
      resolution:
        "Bandingkan `scope` dalam jawaban token terakhir dengan yang diperlukan endpoint: `view-user` untuk `GET /api/user`, `detail-user` untuk `GET /api/user/details`, `edit-user` untuk `PATCH /api/user`. Lalu mulai proses masuk baru yang memintanya. Refresh tidak dapat menambah scope.",
      prevention:
        "Selalu baca `scope` dari jawaban token, dan tanyakan lagi kepada pengguna bila yang diperlukan fitur Anda tidak ada.",
      retry: "Tidak dengan token ini. Diperlukan proses masuk yang baru.",
    },
  },
};
