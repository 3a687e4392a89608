import type { PageTexts } from "../../definition.ts";

export const unexpectedRequest = {
  title: "Halaman ini tidak dapat dipakai seperti itu",
  sentence:
    "Browser Anda mengirim sesuatu yang tidak dipahami halaman ini. Itu terjadi bila sebuah halaman terbuka sangat lama, atau bila program lain yang mengirim permintaannya. Silakan mulai lagi dari halaman awal.",
} as const satisfies PageTexts;
