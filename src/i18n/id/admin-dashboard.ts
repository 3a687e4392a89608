import type { adminDashboard as english } from "../en/admin-dashboard.ts";
import type { Texts } from "../texts.ts";

export const adminDashboard: Texts<typeof english> = {
  title: "Dasbor",
  lead: "Semua server instalasi ini bersama-sama. Waktunya UTC; batang terakhir masih bertambah.",
  range: "Waktu",
  ranges: { day: "24 jam", week: "7 hari" },
  signIns: "Masuk",
  tokens: "Jawaban token",
  requests: "Permintaan",
  errors: "Kesalahan",
  codes: "Kesalahan menurut kode",
  code: "Kode",
  latency: "Waktu menjawab",
  latencyLead: (longest) => `Dari dua puluh permintaan, sembilan belas dijawab paling lama dalam ${longest}.`,
  total: (count, most) => `${count} seluruhnya, paling banyak ${most}`,
  milliseconds: (count) => `${count} ms`,
  median: (time) => `separuhnya: ${time}`,
  slow: "19 dari 20",
  when: "Mulai",
  count: "Berapa",
  asTable: (title) => `${title}, sebagai tabel`,
  none: "tidak ada",
};
