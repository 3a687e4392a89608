import type { CodeTranslation } from "../../definition.ts";
import type { invalidClient as english } from "../../oauth/invalid-client.ts";

export const invalidClient: CodeTranslation<typeof english> = {
  description: "Aplikasi tidak dapat membuktikan siapa dirinya.",
  resolution:
    "Periksa `client_id` dan `client_secret` serta cara mengirimnya: `Authorization: Basic base64(urlencode(client_id):urlencode(client_secret))`, atau keduanya sebagai kolom di isi formulir.",
  reasons: {
    client_authentication_missing: {
      description: "Permintaan tidak menyebut aplikasi mana yang mengirimnya, atau tidak membawa buktinya.",
      cause:
        "Variabel lingkungan yang berisi secret kosong di server tempat aplikasi berjalan, isi permintaan dikirim tanpa `Content-Type` sehingga kolomnya hilang, atau pengalihan maupun proxy membuang header `Authorization`.",
      resolution:
        "Catat panjang secret (jangan pernah nilainya) sebelum memanggil; angka 0 sudah menjelaskan semuanya. Lalu kirim `client_id` dan `client_secret` di isi permintaan, atau lewat HTTP Basic.",
      prevention:
        "Buat aplikasi menolak berjalan bila id atau secret-nya kosong, dan kirim POST ke alamat `https` akhir dari `/oauth/token`, jangan ke alamat yang mengalihkan.",
      retry: "Tidak, sebelum kredensialnya dikirim.",
    },
    client_authentication_failed: {
      description: "Klien tidak dikenal atau secret-nya salah.",
      cause:
        "Secret yang ditempel dengan spasi atau baris baru di ujungnya, secret dari lingkungan lain, secret yang sudah diganti, tanda kutip dari berkas `.env` yang ikut menjadi nilai, atau id dan secret yang tidak disandikan sebagai formulir sebelum HTTP Basic. Jawabannya sama untuk klien yang tidak dikenal dan secret yang salah, supaya tidak ada yang dapat mencari tahu klien mana yang ada.",
      resolution:
        "Salin lagi `client_id` dan `client_secret` dari pendaftaran yang sama. Bandingkan panjang secret: secret buatan server ini terdiri atas 40 karakter. Bila nilainya benar, periksa penyandiannya: `Authorization: Basic base64(urlencode(client_id):urlencode(client_secret))`. Bila secret hilang, ganti dengan yang baru: yang disimpan hanya hash-nya dan tidak seorang pun dapat membacanya.",
      prevention:
        "Buang spasi di ujung secret ketika membacanya, simpan di tempat rahasia untuk tiap lingkungan, dan manfaatkan masa tumpang tindih saat mengganti: secret lama tetap berlaku sampai yang baru terpasang.",
      retry: "Tidak. Mengulanginya hanya akan menabrak batas permintaan.",
    },
    client_authentication_unsupported: {
      description: "Aplikasi membuktikan diri dengan cara yang tidak ditawarkan server ini.",
      cause:
        "Pustaka disetel ke `private_key_jwt`, `client_secret_jwt`, atau sertifikat klien, atau header `Authorization` memakai skema selain `Basic`: `Bearer` di token endpoint adalah kekeliruan yang umum.",
      resolution:
        "Setel metode autentikasi pustaka untuk token endpoint ke `client_secret_basic` atau `client_secret_post`, dan hapus header `Bearer` dari panggilan ke `/oauth/token`.",
      prevention:
        "Biarkan pustaka membaca `token_endpoint_auth_methods_supported` dari `/.well-known/oauth-authorization-server`.",
      retry: "Tidak, sebelum metodenya diganti.",
    },
    client_secret_unexpected: {
      description: "Secret dikirim untuk aplikasi yang terdaftar sebagai publik dan tidak memilikinya.",
      cause:
        "Aplikasi ponsel atau aplikasi satu halaman memang seharusnya terdaftar sebagai publik, tetapi pustakanya masih mengirim `client_secret`: yang lama, yang dikarang, atau nilai bawaan yang kosong.",
      resolution:
        "Hapus secret dari konfigurasi dan setel autentikasi pustaka ke `none`, dengan PKCE. Bila aplikasi berjalan di server dan dapat menjaga rahasia, mintalah agar didaftarkan sebagai confidential.",
      prevention:
        "Jangan pernah menyertakan secret di dalam aplikasi atau halaman web: siapa pun yang punya aplikasinya punya secret-nya. PKCE menggantikannya.",
      retry: "Tidak dengan secret; ya, segera, tanpa secret.",
    },
    confidential_client_required: {
      description:
        "Hanya aplikasi yang punya secret yang boleh bertanya tentang token, sedangkan aplikasi ini publik.",
      cause:
        "Aplikasi browser atau ponsel memanggil `/oauth/introspect`. Siapa pun dapat menyamar sebagai aplikasi publik, sehingga jawabannya akan sampai kepada siapa pun.",
      resolution:
        "Biarkan backend Anda yang bertanya, dengan kredensial aplikasi confidential. Di aplikasinya sendiri cukup panggil API: jawaban 401 berarti token tidak berlaku lagi.",
      prevention: "Periksa token hanya di tempat token diterima, yaitu di resource server.",
      retry: "Tidak, selama sebagai aplikasi publik.",
    },
    authorization_header_malformed: {
      description:
        "Header Authorization menyebut Basic, tetapi isinya tidak dapat diuraikan menjadi id dan secret.",
      cause:
        "Nilainya tidak disandikan dengan base64, disandikan dua kali, tidak punya titik dua di antara id dan secret, kehilangan karakter terakhirnya, atau base64-nya dibuat dari `client_id=...&client_secret=...`. Tanda persen yang tidak memulai urutan sandi juga berakibat sama.",
      resolution:
        "Susun dengan urutan ini: sandikan `client_id` sebagai formulir, sandikan `client_secret` sebagai formulir, gabungkan dengan titik dua, sandikan hasilnya dengan base64 satu kali, lalu taruh `Basic ` dengan satu spasi di depannya. Dengan curl, `-u CLIENT_ID:CLIENT_SECRET` melakukannya untuk Anda.",
      prevention: "Serahkan header ini kepada pustaka OAuth atau HTTP Anda.",
      retry: "Tidak, sebelum header disusun dengan benar.",
    },
    client_disabled: {
      description: "Kredensialnya benar, tetapi aplikasi dinonaktifkan di server ini.",
      cause:
        "Seorang administrator menonaktifkan aplikasi, misalnya karena secret-nya bocor, pemiliknya pergi, atau aplikasi melanggar aturan layanan ini. Hal ini hanya diberitahukan kepada yang membawa secret yang benar.",
      resolution:
        "Hubungi pengelola server ini dengan menyertakan `client_id` dan `request_id`. Setelah diaktifkan (`client enable`), semuanya berjalan dengan kredensial yang sama.",
      prevention:
        "Jaga agar alamat kontak aplikasi selalu benar, dan segera ganti secret yang bocor tanpa menunggu diminta.",
      retry:
        "Tidak. Hentikan dulu tugas latar belakang; setiap panggilan gagal sampai administrator mengaktifkan aplikasi.",
    },
  },
};
