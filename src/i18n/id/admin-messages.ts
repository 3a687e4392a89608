import type { adminMessages as english } from "../en/admin-messages.ts";
import type { Texts } from "../texts.ts";

export const adminMessages: Texts<typeof english> = {
  title: "Pesan",
  lead: "Email dan pesan WhatsApp beberapa hari terakhir, yang terbaru lebih dulu. Isinya tidak disimpan.",
  filter: "Yang mana",
  shows: { all: "Semua", mail: "Email", whatsapp: "WhatsApp", waiting: "Menunggu", failed: "Gagal" },
  none: "Tidak ada apa-apa di sini.",
  channels: { mail: "Email", whatsapp: "WhatsApp" },
  states: { failed: "Gagal", delivered: "Sampai", sent: "Terkirim", waiting: "Menunggu" },
  attempts: (count) => `percobaan: ${count}`,
  failures: {
    recipient: "Penerima tidak dapat dihubungi dengan cara ini.",
    late: "Sudah terlambat untuk dikirim.",
    unreadable: "Kunci server untuk pesan ini sudah tidak ada.",
  },
};
