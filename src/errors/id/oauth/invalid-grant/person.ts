import type { ReasonTranslations } from "../../../definition.ts";
import type { personReasons as english } from "../../../oauth/invalid-grant/person.ts";

export const personReasons: ReasonTranslations<typeof english> = {
  user_disabled: {
    description: "Akun di balik kode atau refresh token ini dinonaktifkan atau dihapus.",
    cause:
      "Seorang administrator menonaktifkan akun, atau pengguna menghapusnya. Semua tokennya berakhir pada saat itu.",
    resolution:
      "Keluarkan pengguna dari aplikasi Anda dan sampaikan bahwa akunnya di layanan ini tidak aktif. Hapus token yang tersimpan.",
    prevention:
      "Tidak ada yang perlu dilakukan. Tentukan apa yang dilakukan aplikasi Anda dengan data orang yang akunnya berakhir.",
    retry: "Tidak. Sekalipun akunnya diaktifkan lagi, pengguna harus masuk dari awal.",
  },
  password_changed: {
    description: "Pengguna mengganti atau menyetel ulang kata sandi, yang mengakhiri semua token sebelumnya.",
    cause:
      "Setelah kata sandi diganti atau disetel ulang, semua yang terbit sebelumnya dicabut, supaya orang yang tahu kata sandi lama tidak memegang apa pun.",
    resolution:
      "Hapus token yang tersimpan dan tampilkan tombol masuk. Tidak ada yang salah dengan aplikasi Anda.",
    prevention: "Tidak ada yang perlu dilakukan; perlakukan seperti sesi yang berakhir biasa.",
    retry: "Tidak. Minta pengguna masuk lagi.",
  },
  consent_revoked: {
    description: "Pengguna menarik kembali izin yang pernah diberikan kepada aplikasi ini.",
    cause: "Pengguna memutus sambungan aplikasi di halaman akunnya.",
    resolution:
      "Hapus token yang tersimpan, hormati keputusan itu, dan hentikan tugas latar belakang untuk pengguna ini. Tampilkan tombol masuk; persetujuan akan ditanyakan lagi.",
    prevention: "Jelaskan di aplikasi Anda cara memutus sambungan dan apa yang lalu terjadi dengan datanya.",
    retry: "Tidak. Hanya pengguna yang dapat mengizinkannya lagi.",
  },
};
