import type { picture as english } from "../en/picture.ts";
import type { Texts } from "../texts.ts";

export const picture: Texts<typeof english> = {
  file: "Gambar",
  help: (size, side) =>
    `PNG, JPG, atau GIF, paling besar ${size} dan ${side} kali ${side} piksel. Yang kami simpan hanya gambarnya, tanpa lokasi, perangkat, atau komentar di dalamnya.`,
  problems: {
    missing: "Pilih sebuah gambar.",
    not_a_picture: "Ini bukan PNG, JPG, atau GIF.",
    damaged: "Gambar ini rusak. Simpan ulang dengan program gambar, lalu coba lagi.",
    too_long:
      "Gambar ini terlalu lama untuk ditampilkan. Silakan pilih animasi yang lebih pendek atau gambar yang lebih kecil.",
    too_many_pixels: (side) => `Gambar ini lebih lebar atau lebih tinggi dari ${side} piksel.`,
  },
};
