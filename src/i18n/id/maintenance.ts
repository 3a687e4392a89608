import type { maintenance as english } from "../en/maintenance.ts";
import type { Texts } from "../texts.ts";

export const maintenance: Texts<typeof english> = {
  label: "Pemeliharaan",
  down: {
    on: "Layanan sedang dalam pemeliharaan. Administrator tetap dapat bekerja.",
    planned: (from, until) => `Layanan tidak dapat dipakai karena pemeliharaan dari ${from} sampai ${until}.`,
  },
  readOnly: {
    on: "Karena pemeliharaan, saat ini tidak ada yang dapat diubah dan tidak ada yang dapat masuk. Yang sudah ada tetap dapat dilihat.",
    planned: (from, until) =>
      `Karena pemeliharaan, dari ${from} sampai ${until} tidak ada yang dapat diubah dan tidak ada yang dapat masuk.`,
  },
};
