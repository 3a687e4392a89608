import type { rateLimitExceeded as english } from "../../api/rate-limit-exceeded.ts";
import type { CodeTranslation } from "../../definition.ts";

export const rateLimitExceeded: CodeTranslation<typeof english> = {
  description: "Permintaan melebihi batas; penghitungnya dimulai lagi setelah beberapa saat.",
  resolution:
    "Tunggu selama detik yang disebut `Retry-After` (dan `retry_after` di dalam isi jawaban), lalu lanjutkan lebih pelan. `X-RateLimit-Remaining` pada setiap jawaban menyebut sisa jatahnya.",
  reasons: {
    rate_limited: {
      description: "Terlalu banyak permintaan dalam waktu singkat.",
      cause:
        "Profil diambil pada setiap halaman alih-alih sekali per sesi, sebuah perulangan mengulang panggilan yang gagal tanpa jeda, atau banyak panggilan dengan token mati datang dari satu alamat. Batas yang biasa adalah 100 per menit untuk tiap access token.",
      resolution:
        "Tunggu selama `Retry-After`. Simpan jawaban `GET /api/user` di sesi, dan berhenti mengulang panggilan yang dijawab 401 atau 403.",
      prevention:
        "Baca `X-RateLimit-Remaining` dan `X-RateLimit-Reset` dan melambatlah sebelum batasnya. Untuk banyak orang sekaligus, sebarkan panggilannya.",
      retry: "Ya, setelah `Retry-After`. Percobaan yang lebih awal juga ditolak.",
      page: {
        title: "Terlalu banyak percobaan",
        sentence:
          "Ada terlalu banyak percobaan dalam waktu singkat, jadi kami berhenti sejenak demi keamanan akun. Tidak ada yang salah dengan akun Anda. Mohon tunggu sebentar lalu coba lagi.",
      },
    },
    too_many_codes: {
      description: "Terlalu banyak kode yang salah untuk satu akun dalam sehari.",
      cause:
        "Setelah kata sandi yang benar, kode yang salah diketik berulang-ulang: jam ponsel tidak tepat, kodenya milik akun lain di aplikasi autentikator, atau seseorang yang tahu kata sandinya sedang menebak. Sehari diterima sepuluh, lewat jalan mana pun.",
      resolution:
        "Masuklah dengan passkey, atau lewat browser yang sudah diminta mengingat Anda: keduanya tidak perlu kode. Kalau tidak, tunggulah. Jika bukan Anda yang mengetiknya, ada yang tahu kata sandi Anda: buat yang baru.",
      prevention:
        "Biarkan ponsel mengatur jamnya sendiri, simpan kode pemulihan di tempat yang mudah dijangkau, dan daftarkan passkey sebagai jalan masuk lain.",
      retry: "Ya, setelah `Retry-After`. Sampai saat itu kode yang benar pun ditolak.",
      page: {
        title: "Terlalu banyak kode yang salah",
        sentence:
          "Banyak kode yang salah diketik untuk akun ini, jadi sampai besok kami tidak menerima kode lagi. Passkey tetap dapat dipakai, begitu juga browser yang Anda minta untuk mengingat Anda. Jika bukan Anda yang mengetiknya, ada yang tahu kata sandi Anda: mohon buat yang baru.",
      },
    },
    codes_rate_limited: {
      description:
        "Terlalu banyak kode diminta, untuk satu alamat atau nomor, atau dari satu sambungan internet.",
      cause:
        "Kode diminta lagi padahal pesannya masih di jalan, nomornya beberapa kali salah ketik, atau banyak orang memakai satu sambungan. Paling banyak tiga kode dikirim dalam seperempat jam dan sepuluh dalam sehari.",
      resolution:
        "Tunggu selama `Retry-After`; kode yang datang dalam sepuluh menit terakhir masih berlaku di halaman yang memintanya. Bila halaman menawarkannya, kirim pesan lebih dahulu ke nomor layanan: cara itu tidak terpengaruh.",
      prevention: "Tunggu pesannya semenit sebelum meminta lagi, dan periksa dulu nomornya.",
      retry: "Ya, setelah `Retry-After`. Permintaan yang lebih awal tidak mengirim apa pun.",
      page: {
        title: "Mohon tunggu sebelum meminta kode lagi",
        sentence:
          "Beberapa kode diminta dalam waktu singkat, jadi kami berhenti sejenak sebelum mengirim lagi. Tidak ada yang salah dengan akun Anda. Kode yang datang beberapa menit terakhir masih berlaku di halaman yang memintanya.",
      },
    },
    details_rate_limited: {
      description: "Terlalu banyak permintaan data pengguna terperinci dalam waktu singkat.",
      cause:
        "`GET /api/user/details` punya batas sendiri, biasanya 50 per menit untuk tiap access token, karena datanya sensitif. Ada yang memintanya berulang-ulang.",
      resolution:
        "Tunggu selama `Retry-After`, lalu minta sekali dan simpan jawabannya selama pengguna masih masuk.",
      prevention:
        "Pakai `GET /api/user` bila nama dan foto sudah cukup, dan data terperinci hanya di tempat data itu ditampilkan.",
      retry: "Ya, setelah `Retry-After`. Batas `GET /api/user` tidak terpengaruh.",
    },
  },
};
