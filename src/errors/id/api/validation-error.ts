import type { validationError as english } from "../../api/validation-error.ts";
import type { CodeTranslation } from "../../definition.ts";
import { rehearsalUnknown } from "../rehearsal.ts";
import { unexpectedRequest } from "./pages.ts";

export const validationError: CodeTranslation<typeof english> = {
  description: "Panggilan dipahami, tetapi yang dibawanya tidak sah. Tidak ada yang disimpan.",
  resolution:
    "Baca `errors`: di sana ada pesan untuk tiap kolom. Perbaiki semuanya lalu kirim panggilan sekali lagi.",
  reasons: {
    json_malformed: {
      description: "Isi permintaan bukan objek JSON.",
      cause:
        "Isi yang kosong, koma di akhir, kutip tunggal, larik atau teks biasa alih-alih objek, JSON yang disandikan dua kali, bita yang bukan UTF-8, atau objek yang diberikan ke `fetch` tanpa `JSON.stringify`, yang mengirim kata `[object Object]`.",
      resolution: 'Kirim misalnya `{"name":"Aisyah"}` dengan `Content-Type: application/json`.',
      prevention: "Biarkan pustaka JSON menulis isinya; jangan menyambungnya dari teks.",
      retry: "Tidak, sebelum isinya diperbaiki.",
    },
    field_missing: {
      description: "Isi permintaan tidak menyebut kolom yang hendak diubah.",
      cause: "Yang dikirim `{}`: formulirnya tidak berubah, atau penyaring nilai kosong membuang semuanya.",
      resolution:
        "Kirim kolom yang hendak diubah, dan jangan memanggil sama sekali bila tidak ada yang berubah. `null` mengosongkan kolom.",
      prevention: "Bandingkan dengan nilai yang Anda baca sebelumnya, dan kirim bedanya.",
      retry: "Tidak tanpa kolom.",
    },
    field_invalid: {
      description: "Setidaknya satu kolom atau parameter berisi nilai yang tidak diizinkan, atau tidak ada.",
      cause:
        "Nilai dengan jenis yang salah (angka di tempat teks), teks yang terlalu panjang atau kosong, tanggal yang bukan `YYYY-MM-DD`, tidak ada, atau di masa depan, atau kata di luar yang diizinkan, misalnya `gender` selain `male`, `female`, atau `other`. Pada API pengelolaan juga: kolom wajib yang tidak dikirim, nama atau alamat yang sudah dipakai orang lain, atau `seen` yang sudah tidak sesuai keadaan.",
      resolution:
        "Tampilkan setiap pesan dari `errors` di samping kolomnya dan biarkan pengguna memperbaikinya. Tidak ada yang disimpan, termasuk kolom yang sah. Bila `seen` yang disebut, baca lagi keadaannya, periksa, lalu kirim `version` yang baru.",
      prevention:
        "Periksa batas yang sama sebelum mengirim. Profil: nama 1 sampai 100 karakter, bio sampai 200, alamat sampai 500. API pengelolaan: semua kolom ada di `/docs/api` dan dokumen OpenAPI-nya.",
      retry: "Tidak, sebelum nilainya diperbaiki.",
    },
    field_unknown: {
      description: "Isi permintaan memuat kolom yang tidak dikenal panggilan ini.",
      cause:
        "Sebuah nama salah tulis (`birthdate` untuk `date_of_birth`), atau seluruh objek yang dibaca dikirim kembali: profil beserta `id`, `email`, atau `phone_number`, yang hanya dapat diubah pengguna di halaman akunnya, atau pengguna maupun aplikasi dari API pengelolaan beserta semua isinya.",
      resolution:
        "Kirim hanya kolom yang disebut `hint`; yang sudah disebut alamatnya tidak perlu ada di isi permintaan.",
      prevention: "Susun isi permintaan dari daftar kolom yang tetap.",
      retry: "Tidak, sebelum kolomnya dihilangkan.",
    },
    cursor_invalid: {
      description:
        "Tempat dalam daftar, yang diberikan sebagai after, bukan dari server ini untuk daftar ini.",
      cause:
        "`next` dari satu daftar atau penyaring dikirim ke daftar lain, terpotong, diuraikan atau diubah di perjalanan, dikarang sendiri, atau kunci rahasia server sudah diganti.",
      resolution:
        "Minta daftar dari awal, lalu kirim `next` dari setiap jawaban sebagai `after` pada panggilan berikutnya.",
      prevention:
        "Perlakukan `next` sebagai satu teks utuh, sandikan saat menuliskannya ke URL, dan simpan bersama penyaring asalnya.",
      retry: "Tidak, bila tempatnya sama.",
    },
    list_place_unknown: {
      description:
        "Alamat ini menunjuk ke tempat dalam daftar yang tidak diberikan server ini untuk daftar ini.",
      cause:
        "Alamatnya terpotong atau diubah dengan tangan, milik daftar atau akun lain, atau kunci rahasia server sudah diganti.",
      resolution: "Buka daftar dari awal, lalu lanjutkan dari sana.",
      prevention: "Ikuti tautan pada daftar; isi after tidak bermakna di luar server ini.",
      retry: "Tidak, bila alamatnya sama.",
      page: {
        title: "Halaman daftar ini tidak kami temukan",
        sentence:
          "Alamatnya menunjuk ke tempat dalam daftar yang tidak kami kenal. Buka lagi daftarnya dari awal.",
      },
    },
    method_not_allowed: {
      description: "Alamat ini tidak melayani metode HTTP yang dipakai.",
      cause:
        "POST atau PUT padahal yang dimaksud PATCH, GET di tempat formulir harus dikirim, atau klien yang mengubah metode ketika mengikuti pengalihan.",
      resolution: "Pakai metode dari header `Allow`. Profil diubah dengan `PATCH /api/user`.",
      prevention: "Simpan metode dan path bersama-sama dalam satu konstanta.",
      retry: "Tidak dengan metode ini.",
      page: unexpectedRequest,
    },
    whatsapp_number_unreachable: {
      description: "Nomor ini tidak dapat dijangkau lewat WhatsApp.",
      cause:
        "Nomornya salah ketik, tidak memakai WhatsApp, WhatsApp di ponselnya sudah sangat lama atau ketentuannya yang terbaru belum disetujui, atau pesan kami diblokir.",
      resolution:
        "Periksa nomornya sekali lagi. Bila sudah benar, buka WhatsApp di ponsel dan lihat apakah ada yang dimintanya; bila tidak, pakai alamat email.",
      prevention:
        "Isi nomor yang dipakai saat memasang WhatsApp; nomor itu bisa berbeda dari nomor kartu SIM.",
      retry: "Tidak, sebelum nomornya diperbaiki atau WhatsApp di nomor itu berfungsi.",
      page: {
        title: "Nomor ini tidak dapat dijangkau lewat WhatsApp",
        sentence:
          "WhatsApp memberi tahu bahwa pesan kami tidak dapat disampaikan ke nomor ini. Periksa apakah nomornya benar dan memakai WhatsApp, atau pakai alamat email.",
      },
    },
    body_too_large: {
      description: "Isi permintaan lebih besar daripada yang diterima alamat ini.",
      cause:
        "Gambar atau teks panjang di tempat untuk kolom pendek, atau foto di halaman akun yang lebih dari dua megabita.",
      resolution: "Kirim hanya kolom untuk panggilan ini, dan kecilkan gambar sebelum mengirimnya.",
      prevention: "Periksa ukurannya di browser sebelum mengirim.",
      retry: "Tidak dengan isi sebesar itu.",
      page: {
        title: "Kirimannya terlalu besar",
        sentence:
          "Yang Anda kirim lebih besar daripada yang kami terima, jadi tidak ada yang disimpan. Bila itu foto, pilih yang lebih kecil lalu coba lagi.",
      },
    },
    content_type_unsupported: {
      description: "Content-Type dari isi permintaan tidak dibaca alamat ini, atau tidak ada.",
      cause:
        "Isi berupa formulir padahal yang diharapkan JSON, `text/plain` dari isi berupa teks di browser, atau permintaan tanpa header itu.",
      resolution:
        "Setel header ke yang disebut `hint`. Di JavaScript: `headers: { 'Content-Type': 'application/json' }`.",
      prevention: "Tulis satu fungsi yang memanggil API dan memasang header-nya.",
      retry: "Tidak, sebelum header-nya diperbaiki.",
      page: unexpectedRequest,
    },
    rehearsal_unknown: rehearsalUnknown,
  },
};
