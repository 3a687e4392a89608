import type { tokenInvalid as english } from "../../api/token-invalid.ts";
import type { CodeTranslation } from "../../definition.ts";

export const tokenInvalid: CodeTranslation<typeof english> = {
  description: "Sebuah token dikirim, tetapi bukan token yang diterima server ini.",
  resolution:
    "Coba refresh token satu kali. Bila jawabannya `invalid_grant`, atau refresh token tidak ada, minta pengguna masuk lagi.",
  reasons: {
    token_malformed: {
      description: "Access token ini tidak berbentuk seperti token server ini.",
      cause:
        "Token terpotong (kolom basis data atau cookie terlalu pendek), memuat tanda kutip, baris baru, atau kata `Bearer` dua kali di depannya, hanya berupa teks `undefined` atau `null`, atau milik layanan lain. Token memuat angka pemeriksa, jadi satu karakter yang salah sudah cukup.",
      resolution:
        "Bandingkan panjang, awal, dan akhir token yang Anda kirim dengan yang Anda terima. Header-nya adalah `Authorization: Bearer` diikuti satu spasi dan token.",
      prevention:
        "Simpan token di kolom teks tanpa batas panjang, dan jangan mengirim header itu bila Anda tidak punya token.",
      retry: "Tidak dengan nilai ini.",
    },
    token_unknown: {
      description: "Server ini tidak mengenal access token ini.",
      cause:
        "Token berasal dari lingkungan lain (uji coba alih-alih produksi), yang dikirim justru refresh token atau kode otorisasi, basis datanya diganti, atau token sudah mati begitu lama sehingga tidak ada jejaknya.",
      resolution:
        "Periksa apakah base URL dan token berpasangan. Lalu lakukan refresh, atau minta pengguna masuk lagi.",
      prevention: "Simpan base URL di samping tiap token.",
      retry: "Tidak dengan token ini.",
    },
    token_revoked: {
      description: "Access token dicabut sebelum masanya habis.",
      cause:
        "Pengguna keluar dari semua perangkat, mengganti kata sandi, atau memutus sambungan aplikasi; aplikasi sendiri mencabut tokennya; atau refresh token lama maupun kode dipakai dua kali, yang mengakhiri semua yang berasal dari proses masuk itu.",
      resolution: "Hapus token yang tersimpan dan tampilkan tombol masuk.",
      prevention:
        "Bersiaplah kapan saja: pengguna boleh mengakhiri akses Anda sewaktu-waktu. Bila dialami banyak orang, cari refresh token yang dipakai dua kali.",
      retry: "Tidak. Minta pengguna masuk lagi.",
    },
    client_disabled: {
      description: "Aplikasi yang menerima token ini dinonaktifkan di server ini.",
      cause:
        "Seorang administrator menonaktifkan aplikasi, misalnya karena secret-nya bocor atau aplikasi melanggar aturan layanan ini. Tokennya berhenti berfungsi pada saat yang sama.",
      resolution:
        "Hubungi pengelola server ini dengan menyertakan `client_id` dan `request_id`, lalu tanyakan apa yang harus diubah.",
      prevention:
        "Jaga agar alamat kontak aplikasi selalu benar, supaya pengelola dapat menghubungi Anda lebih dulu.",
      retry: "Tidak. Setiap panggilan gagal sampai administrator mengaktifkan aplikasi.",
    },
  },
};
