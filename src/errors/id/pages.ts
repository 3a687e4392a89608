import type { PageTexts } from "../definition.ts";

export const unexpectedFailure = {
  title: "Ada yang salah di pihak kami",
  sentence:
    "Kami tidak dapat menyelesaikan permintaan Anda. Ini bukan kesalahan Anda, dan mencoba lagi sebentar kemudian sering berhasil. Bila tetap terjadi, mohon beri tahu pengelola layanan ini dan sertakan nomor permintaan di halaman ini.",
} as const satisfies PageTexts;

export const tooMuchWork = {
  title: "Saat ini sangat banyak pengunjung",
  sentence:
    "Pengunjung saat ini lebih banyak daripada yang dapat kami layani. Mohon tunggu beberapa detik lalu coba lagi.",
} as const satisfies PageTexts;

export const dataOutOfReach = {
  title: "Kami sedang tidak dapat menjangkau data kami",
  sentence:
    "Salah satu bagian layanan ini tidak menjawab. Ini bukan kesalahan Anda dan tidak ada yang berubah. Silakan coba lagi sebentar lagi.",
} as const satisfies PageTexts;
