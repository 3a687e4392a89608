import type { CodeTranslation } from "../../definition.ts";
import type { invalidScope as english } from "../../oauth/invalid-scope.ts";
import { applicationMistake } from "./pages.ts";

export const invalidScope: CodeTranslation<typeof english> = {
  description: "Parameter scope meminta sesuatu yang tidak dapat diberikan.",
  resolution:
    "Bandingkan `scope` yang Anda kirim dengan scope dalam pendaftaran aplikasi; kirim hanya scope itu, dipisahkan satu spasi.",
  reasons: {
    scope_unknown: {
      description: "Salah satu scope yang diminta tidak ada di server ini.",
      cause:
        "Salah tulis (`view_user` atau `viewUser` untuk `view-user`), huruf besar (scope membedakan huruf besar dan kecil), atau scope milik penyedia lain: banyak pustaka menambahkan `openid profile email` dengan sendirinya.",
      resolution:
        "Tentukan sendiri scope-nya, misalnya `scope=view-user detail-user`, dan matikan scope bawaan pustaka Anda.",
      prevention:
        "Tulis daftar scope sekali saja, dalam satu konstanta, dan bandingkan dengan `scopes_supported` di `/.well-known/oauth-authorization-server`.",
      retry: "Tidak, sebelum `scope` diperbaiki.",
      page: applicationMistake,
    },
    scope_malformed: {
      description: "Parameter scope bukan daftar nama yang dipisahkan satu spasi.",
      cause:
        "Koma di antara nama, tanda kutip di sekelilingnya, larik JSON, dua spasi berurutan, atau spasi yang disandikan dua kali sehingga tiba sebagai teks `%20`.",
      resolution:
        "Gabungkan nama dengan satu spasi dan sandikan sekali: `view-user%20detail-user` atau `view-user+detail-user` di URL atau isi formulir.",
      prevention:
        "Susun URL dan isi permintaan dengan `URLSearchParams` atau padanannya di bahasa Anda, jangan dengan menyambung teks.",
      retry: "Tidak, sebelum `scope` diperbaiki.",
      page: applicationMistake,
    },
    scope_not_permitted: {
      description: "Scope yang diminta ada, tetapi tidak tercantum dalam pendaftaran aplikasi ini.",
      cause:
        "Scope itu belum pernah ditambahkan ke aplikasi ini atau sudah dicabut darinya, atau permintaan dikirim dengan `client_id` aplikasi lain (sering: uji coba alih-alih produksi). Tercantum mendahului disetujui: aplikasi yang mencantumkan `detail-user` dan menunggu persetujuan tidak mendapat kesalahan ini.",
      resolution:
        "Hilangkan scope itu, atau mintalah scope itu ditambahkan oleh yang mengelola aplikasi: pemiliknya, atau pengelola server dengan `client update`.",
      prevention:
        "Tentukan scope ketika mendaftar, dan tambahkan scope baru ke pendaftaran sebelum merilis versi yang memintanya.",
      retry: "Tidak. Jawabannya tetap sama sampai pendaftaran atau permintaannya diubah.",
      page: applicationMistake,
    },
    scope_exceeds_grant: {
      description: "Permintaan refresh meminta scope yang tidak diberikan pengguna dalam proses masuk ini.",
      cause:
        "Refresh hanya dapat mempertahankan atau mempersempit yang sudah diberikan. Versi baru aplikasi mengirim daftar scope yang lebih panjang bersama refresh token dari masa sebelumnya.",
      resolution:
        "Lakukan refresh tanpa `scope` (Anda mendapat semua yang pernah diberikan), dan bawa pengguna melewati `/oauth/authorize` sekali untuk meminta scope yang baru.",
      prevention: "Jangan kirim `scope` saat refresh kecuali memang ingin mempersempitnya.",
      retry: "Tidak dengan `scope` ini. Refresh token belum terpakai: kirim lagi tanpa `scope`.",
    },
    scope_admin_only: {
      description:
        "Satu-satunya scope yang diminta adalah admin, yang hanya untuk administrator, sedangkan orang ini bukan administrator.",
      cause:
        "Aplikasi meminta `admin` dari semua orang, atau seseorang tanpa peran itu membuka alat untuk administrator, atau perannya sudah dicabut. Di samping scope lain, `admin` cukup dihilangkan dari token; bila sendirian, tidak ada lagi yang dapat diberikan.",
      resolution:
        "Minta `admin` hanya di bagian aplikasi yang dipakai administrator. Bila orang itu memang seharusnya administrator, pengelola memberikan perannya dengan `user admin ID on`.",
      prevention:
        "Pakai dua tombol masuk, atau dua aplikasi: satu untuk semua orang dan satu untuk administrator.",
      retry: "Tidak untuk orang ini; akun lain yang punya peran itu berhasil.",
      page: {
        title: "Ini hanya untuk administrator",
        sentence:
          "Aplikasi meminta hak yang hanya dimiliki administrator layanan ini, dan akun Anda tidak termasuk. Bila Anda merasa seharusnya menjadi administrator, tanyakan kepada pengelola layanan ini.",
      },
    },
  },
};
