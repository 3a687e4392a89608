import type { ReasonTranslations } from "../../../definition.ts";
import type { registrationReasons as english } from "../../../oauth/invalid-request/registration.ts";

export const registrationReasons: ReasonTranslations<typeof english> = {
  client_unknown: {
    description: "Tidak ada aplikasi dengan client_id ini yang terdaftar di sini.",
    cause:
      "`client_id` itu milik lingkungan lain (uji coba dan produksi masing-masing punya sendiri), terpotong atau terbungkus tanda kutip ketika disalin, atau aplikasinya sudah dihapus.",
    resolution:
      "Salin `client_id` dari pendaftaran di server ini juga (bentuknya UUID, misalnya `0b6f1c1e-...`), dan periksa apakah base URL dan id-nya berpasangan.",
    prevention:
      "Simpan base URL, `client_id`, dan `client_secret` dari satu lingkungan di satu tempat, dan buat aplikasi menolak berjalan bila salah satunya kosong.",
    retry: "Tidak, sebelum `client_id` diperbaiki.",
    page: {
      title: "Kami tidak mengenal aplikasi ini",
      sentence:
        "Aplikasi yang mengirim Anda ke sini tidak terdaftar pada kami, atau menyebut namanya dengan salah. Ini bukan kesalahan Anda. Silakan kembali dan beri tahu pembuat aplikasi; hanya mereka yang dapat memperbaikinya.",
    },
  },
  redirect_uri_missing: {
    description: "Parameter redirect_uri tidak ada, sehingga tidak ada alamat untuk kembali.",
    cause:
      "Pengaturan alamat callback kosong, atau parameternya salah tulis (`redirect_url`, `callback`, `redirectUri`). Parameter ini wajib meskipun hanya satu alamat yang terdaftar.",
    resolution:
      "Kirim `redirect_uri` dengan alamat terdaftar yang lengkap, disandikan sekali: `redirect_uri=https%3A%2F%2Fapp.example%2Fcallback`.",
    prevention: "Susun URL dengan pustaka OAuth atau dengan `URLSearchParams`.",
    retry: "Tidak, sebelum `redirect_uri` dikirim.",
    page: {
      title: "Aplikasi tidak menyebut asal Anda",
      sentence:
        "Untuk membawa Anda kembali setelah masuk, kami memerlukan alamat aplikasi, dan aplikasi tidak mengirimkannya. Ini bukan kesalahan Anda. Mohon beri tahu pembuat aplikasi; hanya mereka yang dapat memperbaikinya.",
    },
  },
  redirect_uri_not_registered: {
    description: "Alamat redirect_uri ini tidak termasuk yang terdaftar untuk aplikasi ini.",
    cause:
      "Keduanya harus sama persis, huruf demi huruf. Perbedaan yang umum: garis miring di akhir, `http` alih-alih `https`, `localhost` alih-alih `127.0.0.1`, port, `www.` di depan, huruf besar di path, query yang ditambahkan, atau alamat pratinjau baru dari penyedia hosting. Di belakang proxy, framework sering membuat `http://` padahal orang memakai `https://`.",
    resolution:
      "Halaman kesalahan menampilkan alamat yang datang dan jenis perbedaannya. Bila alamat itu milik Anda, tambahkan ke pendaftaran persis seperti itu; bila bukan, perbaiki pengaturan aplikasi. Jangan pernah mendaftarkan alamat yang tidak Anda kenal: mungkin ada yang mencoba menangkap proses masuk.",
    prevention:
      "Tulis alamat callback di konfigurasi tiap lingkungan, jangan menghitungnya dari permintaan, dan daftarkan semuanya (boleh beberapa).",
    retry: "Tidak, sebelum alamatnya didaftarkan atau diperbaiki.",
    page: {
      title: "Kami tidak dapat mengirim Anda kembali ke alamat ini",
      sentence:
        "Aplikasi meminta kami mengirim Anda ke alamat yang tidak didaftarkan pembuatnya pada kami. Untuk melindungi Anda, kami berhenti di sini. Ini bukan kesalahan Anda; mohon beri tahu pembuat aplikasi, hanya mereka yang dapat memperbaikinya.",
    },
  },
};
