import type { ReasonTranslations } from "../../../definition.ts";
import type { bodyReasons as english } from "../../../oauth/invalid-request/body.ts";
import { applicationMistake } from "../pages.ts";

export const bodyReasons: ReasonTranslations<typeof english> = {
  body_too_large: {
    description: "Isi permintaan lebih besar daripada yang dibaca server ini.",
    cause:
      "Sesuatu yang bukan tempatnya ikut terkirim: berkas, log, atau seluruh objek aplikasi. Permintaan OAuth jauh di bawah dua kilobita.",
    resolution: "Kirim hanya parameter grant-nya. Batasnya tertulis di `hint`.",
    prevention: "Susun isi permintaan dari kolom yang disebut namanya.",
    retry: "Tidak dengan isi sebesar itu.",
    page: applicationMistake,
  },
  body_malformed: {
    description: "Isi permintaan tidak dapat dibaca sebagai apa yang disebut Content-Type-nya.",
    cause:
      "JSON dikirim sebagai formulir atau sebaliknya, JSON dengan angka, objek bersarang, atau koma di akhir, tanda persen yang tidak memulai urutan sandi, bita yang bukan UTF-8, atau isi yang terputus di tengah.",
    resolution:
      "Kirim `grant_type=...&code=...` dengan `Content-Type: application/x-www-form-urlencoded`. Di JavaScript, `fetch(url, { method: 'POST', body: new URLSearchParams({...}) })` mengatur keduanya.",
    prevention:
      "Biarkan pustaka HTTP menyandikan isi dan mengatur header-nya; jangan mengatur header itu sendiri.",
    retry: "Tidak, sebelum isinya diperbaiki.",
    page: applicationMistake,
  },
  content_type_unsupported: {
    description: "Content-Type dari isi permintaan tidak dibaca endpoint ini, atau tidak ada.",
    cause:
      "`multipart/form-data` dari objek `FormData`, `text/plain` dari isi berupa teks di browser, atau permintaan tanpa header itu.",
    resolution:
      "Kirim kolomnya sebagai `application/x-www-form-urlencoded`; pakai `URLSearchParams`, bukan `FormData`. Di PHP pakai `http_build_query`, dengan axios berikan objek `URLSearchParams`.",
    prevention:
      "Tulis satu fungsi yang memanggil token endpoint, dan uji sekali terhadap server yang sebenarnya.",
    retry: "Tidak, sebelum header-nya diperbaiki.",
    page: applicationMistake,
  },
  method_not_allowed: {
    description: "Endpoint ini tidak melayani metode HTTP yang dipakai.",
    cause:
      "Alamatnya dibuka di browser, sebuah tautan atau gambar menunjuk ke sana, klien mengikuti pengalihan dari `http` ke `https` dan mengubah POST menjadi GET di jalan, atau GET dipakai untuk melihat apakah server hidup.",
    resolution:
      "Kirim POST langsung ke alamat `https` akhir. Untuk memeriksa kesehatan server, pakai `/health`.",
    prevention: "Ambil alamat endpoint dari `/.well-known/oauth-authorization-server`.",
    retry: "Tidak dengan metode ini. Header `Allow` menyebut yang benar.",
  },
  client_authentication_repeated: {
    description: "Permintaan membuktikan klien dua kali, dan keduanya tidak cocok.",
    cause:
      "Pustaka sudah mengirim HTTP Basic dengan sendirinya, lalu kode menambahkan `client_id` dan `client_secret` ke isi permintaan, dengan nilai aplikasi lain atau secret lama.",
    resolution:
      "Hapus salah satunya. Yang identik diterima, jadi perbedaannya nyata: bandingkan kedua id dan panjang kedua secret.",
    prevention:
      "Setel metode autentikasi pustaka Anda secara tegas: `client_secret_basic` atau `client_secret_post`.",
    retry: "Tidak, sebelum salah satunya dihapus.",
  },
  credentials_in_query: {
    description: "Secret, kode, atau token dikirim di URL, tempat ia berakhir di log.",
    cause:
      "Parameter diberikan sebagai query: `params` alih-alih `data` di axios atau requests milik Python, atau URL yang disambung sendiri. Proxy dan server menulis URL ke dalam log dan menyimpannya berbulan-bulan.",
    resolution:
      "Kirim parameternya di isi formulir. Anggap nilainya sudah bocor: ganti `client_secret`, cabut token di `/oauth/revoke`.",
    prevention:
      "Jangan pernah menambahkan query ke `/oauth/token`, `/oauth/revoke`, atau `/oauth/introspect`.",
    retry: "Tidak lewat URL.",
  },
};
