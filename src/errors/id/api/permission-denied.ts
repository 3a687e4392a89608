import type { permissionDenied as english } from "../../api/permission-denied.ts";
import type { CodeTranslation } from "../../definition.ts";
import { administrationReasons } from "./permission-denied/administration.ts";
import { webhookReasons } from "./permission-denied/webhook.ts";

export const permissionDenied: CodeTranslation<typeof english> = {
  description: "Yang meminta sudah dikenal, tetapi tidak boleh melakukan ini, apa pun scope tokennya.",
  resolution:
    "Jangan meminta scope lain: tidak ada scope yang mengubah jawaban ini. Baca `reason` dan `hint` untuk tahu siapa yang boleh, dan kapan.",
  reasons: {
    other_user: {
      description: "Token hanya boleh membaca penggunanya sendiri, sedangkan yang diminta id orang lain.",
      cause:
        "`GET /api/users/{id}` dipanggil dengan id orang lain, atau dengan id dari basis data Anda sendiri alih-alih id dari `GET /api/user`. Jawabannya sama, baik pengguna itu ada maupun tidak.",
      resolution:
        "Pakai `GET /api/user`, yang tidak memerlukan id. Membaca orang lain memerlukan scope `admin` dan pengguna dengan peran itu.",
      prevention:
        "Simpan `id` dari `GET /api/user` di samping kunci Anda sendiri untuk orang itu, dan jangan menukarnya.",
      retry: "Tidak untuk id ini dengan token ini.",
    },
    admin_only: {
      description:
        "Hanya administrator yang boleh melakukan ini, sedangkan orang ini bukan, atau bukan lagi.",
      cause:
        "Peran diperiksa pada setiap panggilan. Token memiliki scope `admin` dari masa ketika penggunanya masih administrator dan perannya sudah dicabut, atau seseorang tanpa peran itu membuka halaman administrasi.",
      resolution:
        "Bila orang itu memang seharusnya administrator, pengelola memberikan perannya dengan `user admin ID on`; langsung berlaku untuk token, dan di halaman setelah masuk lagi.",
      prevention:
        "Tampilkan fungsi administrasi di aplikasi Anda hanya kepada orang yang panggilannya berhasil.",
      retry: "Tidak, sampai perannya diberikan.",
      page: {
        title: "Halaman ini untuk administrator",
        sentence:
          "Akun Anda tidak boleh membuka halaman ini. Bila Anda punya akun lain yang boleh, masuklah dengan akun itu; bila menurut Anda akun ini seharusnya boleh, tanyakan kepada pengelola layanan ini.",
      },
    },
    not_a_user: {
      description: "Token ini milik aplikasi, bukan milik orang, sedangkan endpoint ini tentang seseorang.",
      cause:
        "Token berasal dari `grant_type=client_credentials`. Token seperti itu berbicara atas nama aplikasi sendiri: tidak ada pengguna yang datanya dapat dibaca atau yang dapat dikeluarkan.",
      resolution:
        "Biarkan pengguna masuk dengan `authorization_code` dan panggil endpoint dengan token dari proses masuk itu.",
      prevention: "Simpan token mesin dan token orang di variabel terpisah dengan nama yang jelas.",
      retry: "Tidak dengan token ini.",
    },
    user_disabled: {
      description: "Akun pemilik token atau proses masuk ini dinonaktifkan.",
      cause: "Seorang administrator menonaktifkan akun itu sementara aplikasi Anda masih memegang tokennya.",
      resolution:
        "Keluarkan pengguna dari aplikasi Anda dan sampaikan bahwa pengelola layanan akun dapat menjelaskan alasannya.",
      prevention:
        "Tidak ada yang perlu dilakukan. Jangan langsung menghapus data orang itu: akun dapat diaktifkan kembali.",
      retry: "Tidak, sampai administrator mengaktifkan akun itu.",
      page: {
        title: "Akun ini dinonaktifkan",
        sentence:
          "Kami tahu bahwa ini Anda, tetapi pengelola layanan ini menonaktifkan akun ini. Silakan hubungi mereka untuk mengetahui alasannya. Bila Anda punya akun lain, Anda dapat masuk dengan akun itu.",
      },
    },
    form_token_invalid: {
      description: "Formulir dikirim tanpa token yang membuktikan bahwa ia berasal dari halaman server ini.",
      cause:
        "Browser kehilangan atau memblokir cookie situs ini (jendela samaran ditutup, cookie dihapus, cookie dimatikan), atau formulir dikirim oleh situs lain atau skrip.",
      resolution:
        "Muat halaman sekali lagi dan kirim formulirnya lagi. Bila selalu terjadi, izinkan cookie untuk situs ini. Sebuah skrip harus membaca formulir dan mengirim semua kolomnya, termasuk yang tersembunyi, beserta cookie-nya.",
      prevention: "Izinkan cookie untuk situs ini; cookie itu hanya dipakai untuk keperluan masuk.",
      retry: "Ya, dari halaman yang baru dimuat.",
      page: {
        title: "Silakan kirim formulirnya sekali lagi",
        sentence:
          "Untuk melindungi Anda, kami hanya menerima formulir dari halaman yang kami berikan kepada browser ini, dan kali ini kami tidak dapat memastikannya. Tidak ada yang berubah. Buka halamannya lagi dan ulangi; bila terjadi lagi, izinkan cookie untuk situs ini.",
      },
    },
    origin_foreign: {
      description: "Formulir dikirim dari halaman situs lain.",
      cause:
        "Situs lain mencoba mengirim formulir atas nama pengguna, atau server ini dibuka lewat alamat yang berbeda dari yang disetel (`ISSUER`), misalnya lewat alamat IP atau proxy dengan nama lain.",
      resolution:
        "Pengguna: buka layanan ini lewat alamat yang biasa dan coba di sana. Pengelola: bila semua orang mengalaminya, `ISSUER` bukan alamat yang dipakai orang.",
      prevention: "Pengelola: alihkan setiap nama host lain ke issuer.",
      retry: "Ya, dari halaman server ini.",
      page: {
        title: "Permintaan ini datang dari situs lain",
        sentence:
          "Sesuatu di luar layanan ini mencoba mengirim formulir atas nama Anda, jadi kami menghentikannya. Tidak ada yang berubah. Bila Anda memang ingin melakukannya, bukalah di sini, di halaman kami sendiri.",
      },
    },
    application_registration_closed: {
      description: "Pengembang tidak dapat mendaftarkan aplikasi sendiri di server ini.",
      cause:
        "Pengelola mematikannya (`DEVELOPER_REGISTRATION=off`); aplikasi didaftarkan oleh administrator.",
      resolution:
        "Kirimkan nama, redirect URI, dan scope aplikasi Anda kepada pengelola. Mereka mendaftarkannya dengan `client create`.",
      prevention:
        "Pengelola: sebutkan dalam dokumentasi Anda ke mana pengembang harus menulis. Nyalakan dengan `DEVELOPER_REGISTRATION=on`.",
      retry: "Tidak, sampai pengelola membukanya.",
      page: {
        title: "Di sini aplikasi didaftarkan oleh pengelola",
        sentence:
          "Saat ini tidak ada yang dapat mendaftarkan aplikasi sendiri di sini. Mintalah kepada pengelola layanan ini. Aplikasi yang sudah Anda daftarkan sebelumnya tetap milik Anda.",
      },
    },
    registration_closed: {
      description: "Orang baru tidak dapat mendaftar sendiri di server ini.",
      cause: "Pengelola mematikan pendaftaran (`REGISTRATION=off`); akun dibuat oleh administrator.",
      resolution: "Mintalah akun kepada pengelola layanan ini.",
      prevention:
        "Pengelola: selama pendaftaran dimatikan, jangan menaruh tautan ke `/register` di halaman Anda sendiri. Nyalakan dengan `REGISTRATION=on`.",
      retry: "Tidak, sampai pengelola membuka pendaftaran.",
      page: {
        title: "Pendaftaran ditutup",
        sentence:
          "Saat ini tidak ada yang dapat membuat akun sendiri di sini. Bila Anda sudah punya akun, silakan masuk. Bila belum, tanyakan kepada pengelola layanan ini.",
      },
    },
    ...administrationReasons,
    ...webhookReasons,
  },
};
