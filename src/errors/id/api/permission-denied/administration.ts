import type { administrationReasons as english } from "../../../api/permission-denied/administration.ts";
import type { ReasonTranslations } from "../../../definition.ts";

export const administrationReasons: ReasonTranslations<typeof english> = {
  super_admin_only: {
    description:
      "Hanya super-admin yang boleh mengubah peran, menangani akun administrator, atau menyetujui scope admin.",
    cause:
      "Orang ini administrator, tetapi bukan super-admin: sebuah peran hendak diberikan atau dicabut, akun yang hendak diubah milik administrator, atau sebuah aplikasi hendak disetujui untuk scope `admin`.",
    resolution:
      "Super-admin yang melakukannya, atau pengelola lewat baris perintah: `user admin ID on`, `user disable ID`, `user reset-factors ID`, `client approve CLIENT_ID admin`.",
    prevention: "Miliki paling sedikit dua super-admin agar selalu ada yang dapat dihubungi.",
    retry: "Tidak dengan akun ini.",
    page: {
      title: "Ini hanya untuk super-admin",
      sentence:
        "Peran, akun administrator, dan apa pun yang bertindak atas nama mereka hanya diputuskan oleh super-admin. Tidak ada yang diubah. Silakan minta bantuan salah satu dari mereka.",
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
  proof_too_old: {
    description:
      "Ini tindakan berbahaya, sedangkan sudah lebih dari lima menit orang ini tidak membuktikan siapa dirinya.",
    cause:
      "Yang mengunci orang, memberi peran, membuka data orang lain, atau menghentikan layanan hanya dilakukan dengan bukti yang masih baru, agar token atau browser di tangan yang salah tidak dapat melakukannya. Token ini berasal dari proses masuk yang lebih lama dari lima menit; umur token yang diperbarui dihitung dari proses masuk asalnya.",
    resolution:
      "Arahkan orang itu ke `/oauth/authorize` dengan `prompt=login`, tukarkan kodenya, lalu panggil lagi dengan token baru dalam lima menit setelah masuk. Di halaman: isi kata sandi sekali lagi ketika diminta.",
    prevention:
      "Program yang berjalan tanpa orang hanya membaca; biarkan administrator masuk tepat sebelum tindakan berbahaya, lalu selesaikan semuanya saat itu.",
    retry: "Ya, dengan token dari proses masuk yang baru.",
    page: {
      title: "Silakan buktikan sekali lagi bahwa ini Anda",
      sentence:
        "Yang hendak Anda lakukan hanya untuk orang yang mengisi kata sandinya dalam lima menit terakhir. Tidak ada yang diubah. Buka halamannya lagi dan ulangi; kami akan meminta kata sandi lebih dulu.",
    },
  },
};
