import type { tokenExpired as english } from "../../api/token-expired.ts";
import type { CodeTranslation } from "../../definition.ts";

export const tokenExpired: CodeTranslation<typeof english> = {
  description: "Access token diterbitkan server ini dan masanya sudah habis.",
  resolution: "Pakai refresh token untuk memperoleh access token baru, lalu ulangi panggilan satu kali.",
  reasons: {
    token_expired: {
      description: "Access token sudah kedaluwarsa.",
      cause:
        "Access token berlaku selama `expires_in` detik (24 jam, kecuali pengelola menetapkan lain). Ini hal yang biasa, atau aplikasi mengira `expires_in` dalam milidetik atau sebagai titik waktu, atau jam di mesinnya salah.",
      resolution:
        "Kirim POST `grant_type=refresh_token` ke `/oauth/token`, simpan kedua token yang baru, lalu ulangi panggilan satu kali. Bila refresh dijawab `invalid_grant`, minta pengguna masuk lagi.",
      prevention:
        "Catat waktu penerimaan ditambah `expires_in`, dan lakukan refresh ketika tersisa 30 detik atau kurang.",
      retry: "Tidak dengan token ini; ya, satu kali, dengan token baru.",
    },
  },
};
