import type { CodeTranslation } from "../../definition.ts";
import type { temporarilyUnavailable as english } from "../../oauth/temporarily-unavailable.ts";
import { dataOutOfReach, tooMuchWork } from "../pages.ts";
import { rehearsalsBusy } from "../rehearsal.ts";

export const temporarilyUnavailable: CodeTranslation<typeof english> = {
  description:
    "Server sedang tidak dapat menjawab dan memberi tahu kapan Anda boleh kembali. Tidak ada yang salah dengan permintaannya.",
  resolution:
    "Tunggu selama detik yang disebut `Retry-After` (dan `retry_after` di dalam isi jawaban), lalu kirim permintaan yang sama sekali lagi.",
  reasons: {
    maintenance: {
      description: "Server sedang dalam pemeliharaan.",
      cause:
        "Seorang administrator menyalakan mode pemeliharaan, biasanya untuk pembaruan atau pekerjaan di basis data.",
      resolution:
        "Simpan refresh token dan kirim lagi setelah `Retry-After`; token itu belum terpakai. Pengguna yang sudah punya access token yang berlaku tetap masuk di aplikasi Anda. Pengelola: `maintenance off` mengakhirinya.",
      prevention:
        "Perbarui token sedikit sebelum access token kedaluwarsa, supaya pemeliharaan singkat tidak terasa. Pengelola: umumkan lebih dulu, dan beri waktu yang jujur dengan `--retry-after`.",
      retry: "Ya, setelah `Retry-After`; permintaan yang sama lalu berhasil.",
      page: {
        title: "Kami sedang melakukan pemeliharaan",
        sentence:
          "Layanan ini sedang dikerjakan dan akan segera kembali. Tidak ada yang hilang: silakan coba lagi beberapa menit lagi.",
      },
    },
    overloaded: {
      description: "Pekerjaan server melebihi kemampuannya saat ini, sehingga permintaan ini ditolak dulu.",
      cause:
        "Banyak permintaan sekaligus: semua orang masuk pukul sembilan, atau sebuah program mengulang permintaan yang gagal tanpa jeda. Sebagian ditolak lebih awal supaya yang lain cepat dijawab.",
      resolution:
        "Tunggu selama `Retry-After` dan tambahkan satu dua detik secara acak, supaya semua klien tidak kembali pada saat yang sama.",
      prevention:
        "Simpan access token sampai menjelang kedaluwarsa, jangan mengambil token baru untuk setiap permintaan, dan sebarkan tugas yang dimulai tepat di awal jam. Pengelola: tambahkan node atau prosesor bila ini terjadi setiap hari.",
      retry: "Ya, setelah `Retry-After`, dengan jeda yang makin panjang bila terjadi lagi.",
      page: tooMuchWork,
    },
    database_unavailable: {
      description: "Server tidak dapat menjangkau basis datanya, atau basis data tidak menerima perubahan.",
      cause:
        "Basis data sedang dimulai ulang, berpindah node, terkunci oleh pekerjaan panjang, atau disknya penuh atau hanya dapat dibaca. Tidak ada yang disimpan untuk permintaan ini.",
      resolution:
        "Pengembang aplikasi: kirim permintaan yang sama setelah `Retry-After`. Pengelola: `/health` menyebut pemeriksaan yang gagal; lihat sisa ruang disk dan log basis data itu sendiri.",
      prevention:
        "Pengelola: amati `/readyz` dan disk, dan jauhkan pencadangan serta kueri panjang dari jam sibuk.",
      retry: "Ya, setelah `Retry-After`. Kode dan refresh token belum terpakai.",
      page: dataOutOfReach,
    },
    rate_limited: {
      description: "Terlalu banyak permintaan dari klien atau alamat jaringan ini dalam waktu singkat.",
      cause:
        "Paling sering sebuah perulangan: aplikasi yang mengambil token baru untuk setiap panggilan, yang mengulang permintaan yang ditolak tanpa jeda, atau beberapa worker yang semuanya memperbarui token yang sama. Statusnya 429 dan kodenya tetap `temporarily_unavailable`, karena klien sudah tahu bahwa kode itu berarti menunggu.",
      resolution:
        "Tunggu selama `Retry-After`. Lalu cari perulangannya: hitung panggilan Anda ke `/oauth/token`, simpan access token sampai menjelang habisnya `expires_in`, dan berhenti mengulang permintaan yang ditolak dengan 400 atau 401.",
      prevention:
        "Bagikan satu token kepada semua worker lewat cache, biarkan hanya satu yang memperbaruinya, dan baca `X-RateLimit-Remaining` supaya melambat tepat waktu.",
      retry: "Ya, setelah `Retry-After`. Percobaan yang lebih awal juga ditolak.",
      page: {
        title: "Terlalu banyak percobaan",
        sentence:
          "Ada sangat banyak permintaan dari jaringan Anda dalam waktu singkat, jadi kami berhenti sejenak demi keamanan semua orang. Mohon tunggu satu menit lalu coba lagi.",
      },
    },
    rehearsals_busy: { ...rehearsalsBusy, page: tooMuchWork },
  },
};
