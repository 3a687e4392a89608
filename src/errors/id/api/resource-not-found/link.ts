import type { linkReasons as english } from "../../../api/resource-not-found/link.ts";
import type { ReasonTranslations } from "../../../definition.ts";

export const linkReasons: ReasonTranslations<typeof english> = {
  link_unknown: {
    description: "Tautan ini tidak dikirim oleh server ini, atau tidak tiba seutuhnya.",
    cause:
      "Program email memotong tautan menjadi dua baris dan hanya membuka yang pertama, sebagian hilang ketika disalin, tautan berasal dari server lain, atau sudah begitu lama sehingga catatannya tidak ada lagi.",
    resolution: "Salin seluruh tautan dari email ke bilah alamat. Bila tidak membantu, mintalah tautan baru.",
    prevention: "Buka tautan dengan mengekliknya di email, jangan mengetiknya.",
    retry: "Tidak dengan tautan yang sama. Mintalah yang baru.",
    page: {
      title: "Tautan ini tidak lengkap",
      sentence:
        "Kami tidak mengenali tautan ini. Mungkin sebagian hilang di jalan. Buka sekali lagi dari email, atau mintalah tautan baru di sini.",
    },
  },
  link_expired: {
    description: "Tautannya benar, tetapi masanya sudah habis.",
    cause:
      "Tautan dalam email kami berlaku satu jam, supaya email lama di tangan yang salah tidak ada gunanya.",
    resolution: "Mintalah tautan baru; halaman ini menawarkannya.",
    prevention: "Mintalah tautan ketika Anda dapat langsung membaca email.",
    retry: "Tidak dengan tautan yang sama. Mintalah yang baru.",
    page: {
      title: "Tautan ini sudah terlalu lama",
      sentence:
        "Untuk melindungi Anda, tautan dalam email kami hanya berlaku satu jam. Tidak ada yang berubah. Mintalah tautan baru di sini.",
    },
  },
  link_used: {
    description: "Tautan ini sudah menyelesaikan tugasnya atau sudah diganti.",
    cause:
      "Tautan sudah pernah dipakai, email yang lebih baru menggantikannya, kata sandi sudah diganti, atau terlalu sering dicoba dengan kata sandi yang salah.",
    resolution:
      "Bila Anda baru saja memakainya, langsung saja masuk. Bila tidak, mintalah tautan baru dan pakai email yang terbaru.",
    prevention: "Pakai tautan dari email terbaru, dan cukup sekali.",
    retry: "Tidak dengan tautan yang sama. Mintalah yang baru.",
    page: {
      title: "Tautan ini tidak berlaku lagi",
      sentence:
        "Tautan sudah dipakai, atau email yang lebih baru menggantikannya. Bila Anda baru saja memakainya, Anda dapat langsung masuk; bila tidak, mintalah yang baru di sini.",
    },
  },
};
