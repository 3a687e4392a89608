import type { resourceNotFound as english } from "../../api/resource-not-found.ts";
import type { CodeTranslation } from "../../definition.ts";
import { linkReasons } from "./resource-not-found/link.ts";

export const resourceNotFound: CodeTranslation<typeof english> = {
  description: "Tidak ada apa-apa di alamat ini.",
  resolution: "Periksa path dan id-nya; `reason` menyebut mana yang tidak dikenal.",
  reasons: {
    path_unknown: {
      description: "Server ini tidak punya path tersebut.",
      cause:
        "Path salah tulis (`/api/users` untuk `/api/user`), versi yang tidak ada (`/api/v1/user`), garis miring di akhir, atau base URL yang sudah berakhir dengan `/api` sehingga path memuatnya dua kali.",
      resolution:
        "Catat URL lengkap yang Anda panggil. API terdiri atas `/api/user`, `/api/user/details`, `/api/users/{id}`, `/api/logout-sso`, `/api/admin/scope-approval/{clientId}`, dan yang tercantum di `/docs/api`.",
      prevention:
        "Setel base URL ke origin saja, misalnya `https://id.example`, dan tulis path sebagai konstanta.",
      retry: "Tidak di alamat ini.",
      page: {
        title: "Tidak ada halaman di sini",
        sentence:
          "Alamatnya mungkin salah tulis, atau halamannya sudah dipindahkan. Dari halaman awal Anda akan menemukan jalan.",
      },
    },
    user_unknown: {
      description: "Tidak ada pengguna dengan id ini.",
      cause:
        "Akunnya sudah dihapus, id-nya milik lingkungan lain, atau itu kunci dari basis data Anda sendiri. Hanya administrator yang mendapat jawaban ini; yang lain mendapat `permission_denied` untuk id apa pun selain miliknya.",
      resolution: "Cari orang itu sekali lagi, dan anggap akun yang tidak ada sebagai terhapus.",
      prevention: "Simpan id bersama base URL server asalnya.",
      retry: "Tidak. Id akun yang dihapus tidak diberikan lagi.",
    },
    client_unknown: {
      description: "Tidak ada aplikasi dengan client_id ini.",
      cause: "Id-nya salah ketik atau terpotong, aplikasinya sudah dihapus, atau terdaftar di server lain.",
      resolution: "Salin `client_id` dari daftar aplikasi di server ini (`client list`).",
      prevention:
        "Anggap 404 sebagai jawaban `terhapus` bila Anda menelusuri daftar aplikasi yang tersimpan.",
      retry: "Tidak dengan id ini.",
      page: {
        title: "Aplikasi itu tidak ada di sini",
        sentence:
          "Mungkin aplikasinya sudah dihapus, atau milik orang lain. Bila itu milik Anda, masuklah dengan akun yang Anda pakai saat mendaftarkannya.",
      },
    },
    failed_request_unknown: {
      description:
        "Tidak ada permintaan gagal dengan id ini yang tersimpan untuk aplikasi ini, atau untuk aplikasi Anda.",
      cause:
        "Id-nya salah ketik atau terpotong, permintaannya sudah lebih dari 7 hari, aplikasinya milik akun lain atau sudah dihapus, atau begitu banyak permintaan gagal sekaligus sehingga tidak semuanya disimpan.",
      resolution:
        "Salin `request_id` yang lengkap dari jawaban, atau cari kesalahannya di antara kesalahan aplikasi itu: hitungannya memuat setiap permintaan.",
      prevention:
        "Catat `request_id` setiap kesalahan di log Anda sendiri, dan cari dalam waktu satu minggu.",
      retry: "Ya, sedetik kemudian, bila permintaannya baru saja gagal. Selain itu tidak.",
      page: {
        title: "Permintaan ini tidak kami temukan",
        sentence:
          "Nomor permintaannya mungkin tidak lengkap, permintaannya sudah terlalu lama, atau itu milik aplikasi dari akun lain.",
      },
    },
    sign_in_over: {
      description: "Proses masuk yang menunggu bukti kedua sudah berakhir, atau dimulai di browser lain.",
      cause:
        "Kode diminta lebih dari 15 menit yang lalu, proses masuk sudah diselesaikan atau ditinggalkan di tab lain, kata sandi diganti sementara itu, terlalu banyak kode yang salah, atau alamatnya dibuka di browser lain dari tempat kata sandi diketik.",
      resolution: "Masuklah lagi dengan kata sandi Anda; kodenya akan diminta lagi.",
      prevention: "Siapkan ponsel yang berisi kodenya sebelum masuk.",
      retry: "Tidak, tidak dengan alamat yang sama. Masuklah lagi.",
      page: {
        title: "Proses masuk ini sudah berakhir",
        sentence:
          "Waktunya habis, sudah diselesaikan, atau dimulai di browser lain. Tidak ada yang salah dengan akun Anda. Silakan masuk lagi.",
      },
    },
    code_request_unknown: {
      description: "Bukan browser ini yang meminta kode yang ditunggu halaman ini.",
      cause:
        "Alamatnya dibuka di browser lain atau dikirim orang lain, cookie situs ini dihapus, atau halamannya dari kemarin. Kode hanya berlaku di browser yang memintanya, supaya tidak ada yang dapat dibujuk mengetikkannya untuk orang lain.",
      resolution: "Mulailah lagi di browser yang ingin Anda pakai.",
      prevention: "Ketik kodenya di halaman tempat Anda memintanya, dan jangan meneruskan alamatnya.",
      retry: "Tidak di alamat ini. Mintalah kode baru.",
      page: {
        title: "Silakan minta kode baru",
        sentence:
          "Kode hanya dapat diketik di browser yang memintanya; ini browser lain, atau waktunya sudah terlalu lama. Silakan mulai lagi di sini.",
      },
    },
    ...linkReasons,
  },
};
