import type { outbox as english } from "../en/outbox.ts";
import type { Texts } from "../texts.ts";

export const outbox: Texts<typeof english> = {
  title: "Kotak keluar",
  lead: "Hanya saat pengembangan: email dan pesan WhatsApp yang seharusnya dikirim, yang terbaru di atas.",
  empty: "Belum ada yang dikirim.",
  to: (address) => `Kepada ${address}`,
};
