import type { webhookReasons as english } from "../../../api/permission-denied/webhook.ts";
import type { ReasonTranslations } from "../../../definition.ts";

export const webhookReasons: ReasonTranslations<typeof english> = {
  webhook_signature_invalid: {
    description: "Panggilan ke webhook tidak ditandatangani dengan rahasia aplikasi server ini.",
    cause:
      "`WHATSAPP_APP_SECRET` bukan rahasia aplikasi pemilik webhook ini, sebuah proxy mengubah isinya di jalan, atau yang memanggil bukan WhatsApp.",
    resolution:
      "Salin rahasia aplikasi dari pengaturan dasar aplikasi di Meta ke `WHATSAPP_APP_SECRET`. Panggilan ini tidak berakibat apa pun.",
    prevention: "Ganti rahasianya di kedua tempat sekaligus, dan jangan biarkan proxy menulis ulang isi.",
    retry:
      "Tidak dengan tanda tangan ini. WhatsApp mengirim ulang panggilan yang ditolak selama beberapa hari.",
  },
  webhook_token_invalid: {
    description: "Pemeriksaan webhook tidak membawa token verifikasi server ini.",
    cause:
      "Teks yang diketik di Meta dan `WHATSAPP_VERIFY_TOKEN` berbeda, sering karena spasi di akhir, atau yang memanggil bukan Meta.",
    resolution: "Ketik nilai `WHATSAPP_VERIFY_TOKEN` sekali lagi di pengaturan webhook di Meta.",
    prevention: "Buat token dengan `openssl rand -hex 16` dan salin, jangan diketik.",
    retry: "Tidak dengan token ini.",
  },
};
