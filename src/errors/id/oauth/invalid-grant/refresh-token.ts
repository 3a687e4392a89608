import type { ReasonTranslations } from "../../../definition.ts";
import type { refreshTokenReasons as english } from "../../../oauth/invalid-grant/refresh-token.ts";

export const refreshTokenReasons: ReasonTranslations<typeof english> = {
  refresh_token_unknown: {
    description: "Server ini tidak pernah menerbitkan refresh token ini, atau sudah lama melupakannya.",
    cause:
      "Token terpotong atau berubah di tempat penyimpanannya, berasal dari server atau lingkungan lain, yang dikirim justru access token, atau token itu sudah mati begitu lama sehingga tidak ada jejaknya.",
    resolution: "Hapus token yang tersimpan dan bawa pengguna melalui proses masuk.",
    prevention: "Simpan token di kolom teks tanpa batas panjang, bersama base URL tempat token itu berlaku.",
    retry: "Tidak. Minta pengguna masuk lagi.",
  },
  refresh_token_expired: {
    description: "Refresh token kedaluwarsa karena tidak dipakai pada waktunya.",
    cause:
      "Pengguna tidak memakai aplikasi lebih lama daripada usia refresh token (30 hari, kecuali pengelola menetapkan lain). Setiap refresh memulai masa baru. Token baru yang diterima tetapi tidak disimpan juga berujung sama setelah beberapa waktu.",
    resolution:
      "Hapus token yang tersimpan dan tampilkan tombol masuk. Inilah akhir yang wajar setelah lama tidak hadir.",
    prevention:
      "Tidak ada yang perlu dicegah. Bila tugas latar belakang harus berjalan selama pengguna tidak hadir, lakukan refresh seminggu sekali dan simpan refresh token yang baru setiap kali.",
    retry: "Tidak. Minta pengguna masuk lagi.",
  },
  refresh_token_revoked: {
    description: "Refresh token ini sudah dicabut.",
    cause:
      "Aplikasi mencabutnya di `/oauth/revoke` atau mengeluarkan pengguna di `/api/logout-sso`, administrator mengakhirinya, atau kode otorisasi asalnya diajukan dua kali.",
    resolution: "Hapus token yang tersimpan dan bawa pengguna melalui proses masuk ketika mereka kembali.",
    prevention:
      "Hapus token di penyimpanan Anda sendiri setiap kali Anda mencabutnya atau mengeluarkan pengguna, supaya tidak ada tugas latar belakang yang memakainya nanti.",
    retry: "Tidak. Minta pengguna masuk lagi.",
  },
  refresh_token_reused: {
    description:
      "Refresh token lama dipakai lagi, sehingga semua token dari proses masuk ini dicabut demi keamanan.",
    cause:
      "Setiap refresh memberi refresh token baru dan mengakhiri yang lama. Lalu ada yang mengirim yang lama: worker atau tab kedua dengan salinan usang, cadangan yang dipulihkan, aplikasi yang mengabaikan token baru, atau pencuri. Dari sini semuanya tampak sama, jadi semua yang berasal dari proses masuk ini dicabut.",
    resolution:
      "Bawa pengguna melalui proses masuk. Lalu pastikan setiap refresh menyimpan `refresh_token` baru sebelum hal lain terjadi, dan semua worker membacanya dari satu tempat.",
    prevention:
      "Izinkan satu refresh pada satu waktu untuk tiap pengguna: kunci atau kunci baris di server, Web Locks API (`navigator.locks`) antartab browser. Pengulangan dalam 10 detik dimaafkan dan mendapat jawaban yang sama.",
    retry: "Tidak. Minta pengguna masuk lagi.",
  },
  refresh_token_superseded: {
    description: "Refresh token ini sudah diganti, dan penggantinya sudah dipakai. Tidak ada yang dicabut.",
    cause:
      "Dua tab atau worker melakukan refresh hampir bersamaan: yang satu mengulang token lama sementara yang lain sudah melanjutkan dengan yang baru.",
    resolution:
      "Baca lagi refresh token yang tersimpan; bagian lain dari aplikasi Anda baru saja menaruh yang lebih baru di sana. Pakai itu.",
    prevention:
      "Izinkan satu refresh pada satu waktu untuk tiap pengguna, dan baca token di dalam kunci, bukan sebelumnya.",
    retry: "Ya, dengan refresh token terbaru; tidak dengan yang ini.",
  },
  refresh_token_scope_differs: {
    description:
      "Refresh token baru saja dipakai dengan scope lain, sehingga jawabannya tidak dapat diulang. Tidak ada yang dicabut.",
    cause:
      "Dua bagian aplikasi memperbarui token yang sama dalam hitungan detik, yang satu dengan `scope` lebih sempit daripada yang lain. Permintaan ulang mendapat jawaban pertama hanya bila yang diminta sama.",
    resolution:
      "Biarkan satu bagian melakukan refresh tanpa `scope` dan bagikan access token-nya, atau biarkan bagian kedua memakai refresh token yang baru.",
    prevention:
      "Jangan kirim `scope` saat refresh kecuali memang ingin mempersempitnya, dan izinkan satu refresh pada satu waktu.",
    retry: "Ya, dengan refresh token terbaru atau dengan `scope` yang sama seperti sebelumnya.",
  },
  refresh_token_client_mismatch: {
    description: "Refresh token ini diterbitkan untuk aplikasi lain.",
    cause:
      "Token dua aplikasi berada di satu penyimpanan (situs web dan aplikasi ponsel, uji coba dan produksi), atau aplikasi mendapat `client_id` baru dan masih menyimpan token lamanya.",
    resolution:
      "Kirim token dengan `client_id` yang menerimanya; setelah `client_id` berganti, biarkan semua orang masuk lagi. Token tidak rusak oleh percobaan ini.",
    prevention: "Simpan `client_id` di samping tiap token.",
    retry: "Ya, dengan kredensial aplikasi yang benar; tidak pernah dengan yang ini.",
  },
};
