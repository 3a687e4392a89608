import type { administrationReasons as english } from "../../../api/permission-denied/administration.ts";
import type { ReasonTranslations } from "../../../definition.ts";

export const administrationReasons: ReasonTranslations<typeof english> = {
  super_admin_only: {
    description: "Hanya super-admin yang boleh mengubah peran atau menangani akun administrator.",
    cause:
      "Orang ini administrator, tetapi bukan super-admin: sebuah peran hendak diberikan atau dicabut, atau akun yang hendak diubah milik administrator.",
    resolution:
      "Super-admin yang melakukannya, atau pengelola lewat baris perintah: `user admin ID on`, `user disable ID`, `user reset-factors ID`.",
    prevention: "Miliki paling sedikit dua super-admin agar selalu ada yang dapat dihubungi.",
    retry: "Tidak dengan akun ini.",
    page: {
      title: "Ini hanya untuk super-admin",
      sentence:
        "Peran dan akun administrator hanya dapat diubah oleh super-admin. Tidak ada yang diubah. Silakan minta bantuan salah satu dari mereka.",
    },
  },
  last_super_admin: {
    description: "Tidak akan tersisa seorang pun yang boleh memberikan peran.",
    cause:
      "Akun ini satu-satunya super-admin yang dapat masuk, dan hendak kehilangan perannya atau dinonaktifkan.",
    resolution: "Jadikan orang lain super-admin, lalu lakukan lagi.",
    prevention: "Miliki paling sedikit dua super-admin.",
    retry: "Ya, setelah ada super-admin lain.",
    page: {
      title: "Ini super-admin yang terakhir",
      sentence:
        "Harus ada yang dapat memberikan peran, jadi super-admin terakhir tetap super-admin. Tidak ada yang diubah. Berikan dulu peran itu kepada orang lain.",
    },
  },
  own_account: {
    description: "Administrator melakukan ini hanya pada akun orang lain.",
    cause:
      "Seorang administrator mencoba menonaktifkan, mengeluarkan, atau mengatur ulang akun yang sedang dipakainya.",
    resolution: "Perangkat masuk dan faktor kedua Anda sendiri ada di halaman akun Anda.",
    prevention: "Tidak perlu apa-apa: halaman hanya menawarkannya untuk akun lain.",
    retry: "Tidak untuk akun Anda sendiri.",
    page: {
      title: "Ini akun Anda sendiri",
      sentence:
        "Yang dilakukan administrator pada akun tidak berlaku untuk akunnya sendiri, agar tidak ada yang mengunci dirinya di luar. Tidak ada yang diubah. Perangkat masuk dan faktor kedua Anda ada di halaman akun Anda.",
    },
  },
};
