import type { ReasonTexts } from "../definition.ts";

export const rehearsalUnknown = {
  description: "Kesalahan yang hendak dilatih tidak ada di endpoint ini.",
  cause:
    "Salah tulis di header `Mubarokah-Rehearse` atau parameter `rehearse`, kesalahan milik endpoint lain (`invalid_grant` di `/api/user`), jeda lebih dari 10 detik, atau header yang dikirim dua kali.",
  resolution:
    "Salin permintaannya dari lab kesalahan di portal pengembang. Nilainya `code/reason`, bila perlu dengan `; delay=2` atau `; retry_after=30` di belakangnya.",
  prevention: "Pakai header itu hanya di pengujian Anda, dan ambil nilainya dari `/docs/errors.json`.",
  retry: "Tidak, sebelum nilainya diperbaiki.",
} as const satisfies ReasonTexts;

export const rehearsalsBusy = {
  description:
    "Jawaban latihan yang sedang ditahan sudah sebanyak yang boleh sekaligus: lima seluruhnya, dua di antaranya untuk aplikasi milik satu pemilik.",
  cause:
    "Beberapa aplikasi percobaan melatih kesalahan dengan jeda pada saat yang sama, misalnya beberapa pengujian berjalan berdampingan. Permintaan yang dapat dikirim siapa saja, termasuk dari aplikasi publik yang hanya membawa `client_id`, berbagi dua tempat. Jumlahnya sedikit supaya latihan tidak pernah mengambil tempat permintaan yang sebenarnya.",
  resolution:
    "Latih jeda satu per satu. Kesalahan tanpa jeda dijawab kapan saja, dan aplikasi rahasia tidak menunggu orang asing.",
  prevention: "Mintalah jeda hanya bila pengujiannya memang tentang menunggu.",
  retry: "Ya, setelah `Retry-After`.",
} as const satisfies ReasonTexts;
