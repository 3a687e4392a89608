import type { serviceUnavailable as english } from "../../api/service-unavailable.ts";
import type { CodeTranslation } from "../../definition.ts";
import { dataOutOfReach, tooMuchWork } from "../pages.ts";
import { rehearsalsBusy } from "../rehearsal.ts";
import { whatsAppReasons } from "./service-unavailable/whatsapp.ts";

export const serviceUnavailable: CodeTranslation<typeof english> = {
  description:
    "API sedang tidak dapat menjawab dan memberi tahu kapan Anda boleh kembali. Tidak ada yang salah dengan panggilan atau tokennya.",
  resolution:
    "Tunggu selama detik yang disebut `Retry-After` (dan `retry_after` di dalam isi jawaban), lalu ulangi panggilan. Jangan mengeluarkan pengguna.",
  reasons: {
    maintenance: {
      description: "API sedang dalam pemeliharaan.",
      cause:
        "Seorang administrator menyalakan mode pemeliharaan, biasanya untuk pembaruan atau pekerjaan di basis data.",
      resolution:
        "Simpan tokennya dan tampilkan data yang sudah Anda punya. Pengelola: `maintenance off` mengakhirinya; `/api/logout-sso` tetap berfungsi sementara itu.",
      prevention: "Simpan profil pengguna di sesi Anda, supaya pemeliharaan tidak terasa.",
      retry: "Ya, setelah `Retry-After`.",
      page: {
        title: "Kami sedang melakukan pemeliharaan",
        sentence:
          "Layanan ini sedang dikerjakan dan akan segera kembali. Akun dan data Anda aman. Silakan coba lagi beberapa menit lagi.",
      },
    },
    overloaded: {
      description: "Pekerjaan server melebihi kemampuannya saat ini, sehingga panggilan ini ditolak dulu.",
      cause:
        "Banyak panggilan sekaligus, dari aplikasi Anda atau dari yang lain. Sebagian ditolak lebih awal supaya yang lain cepat dijawab.",
      resolution:
        "Tunggu selama `Retry-After` dan tambahkan satu dua detik secara acak, supaya semua klien tidak kembali pada saat yang sama.",
      prevention:
        "Simpan jawaban, jangan bertanya lagi. Pengelola: tambahkan node atau prosesor bila ini terjadi setiap hari.",
      retry: "Ya, setelah `Retry-After`, dengan jeda yang makin panjang bila terjadi lagi.",
      page: tooMuchWork,
    },
    proxy_misconfigured: {
      description: "Proxy di depan server ini tidak memberi tahu di alamat mana halaman diminta.",
      cause:
        "Halaman hanya ada di satu alamat (`ISSUER`), dan siapa pun yang memintanya di alamat lain diarahkan ke sana. Proxy yang mengisi `Host` dengan alamatnya sendiri, dan yang `X-Forwarded-Host`-nya tidak diperhitungkan karena tidak disebut di `TRUST_PROXY`, membuat setiap halaman tampak diminta di tempat lain, tanpa akhir.",
      resolution:
        "Pengelola: sebutkan alamat proxy di `TRUST_PROXY` dan biarkan proxy mengisi `X-Forwarded-Host` serta mengganti `X-Forwarded-For`; atau biarkan `Host` apa adanya (nginx: `proxy_set_header Host $host`). Lalu mulai ulang. Bila orang memakai alamat lain daripada `ISSUER`, perbaiki `ISSUER`.",
      prevention:
        "Mulailah dari contoh proxy di `deploy/`, dan buka halaman masuk melalui proxy sebelum orang lain melakukannya.",
      retry: "Ya, setelah pengelola memperbaiki proxy atau pengaturannya.",
      page: {
        title: "Layanan ini belum disiapkan dengan benar",
        sentence:
          "Browser Anda diarahkan bolak-balik di antara alamat layanan ini tanpa sampai ke mana pun. Anda tidak melakukan kesalahan; pengelola layanan harus memperbaiki sebuah pengaturan. Silakan coba lagi nanti.",
      },
    },
    ...whatsAppReasons,
    database_unavailable: {
      description: "API tidak dapat menjangkau basis datanya, atau basis data tidak menerima perubahan.",
      cause:
        "Basis data sedang dimulai ulang, berpindah node, terkunci oleh pekerjaan panjang, atau disknya penuh atau hanya dapat dibaca. Tidak ada yang disimpan untuk panggilan ini.",
      resolution:
        "Pengembang aplikasi: ulangi panggilan setelah `Retry-After`. Pengelola: `/health` menyebut pemeriksaan yang gagal; lihat sisa ruang disk dan log basis data itu sendiri.",
      prevention:
        "Pengelola: amati `/readyz` dan disk, dan jauhkan pencadangan serta kueri panjang dari jam sibuk.",
      retry: "Ya, setelah `Retry-After`.",
      page: dataOutOfReach,
    },
    rehearsals_busy: rehearsalsBusy,
  },
};
