import type { CodeTranslation } from "../../definition.ts";
import type { loginRequired as english } from "../../oauth/login-required.ts";
import { askedSilently } from "./pages.ts";

export const loginRequired: CodeTranslation<typeof english> = {
  description: "Aplikasi meminta proses masuk tanpa tampilan, padahal pengguna harus masuk lebih dulu.",
  resolution: "Mulai lagi proses masuk tanpa `prompt=none`; pengguna lalu melihat halaman masuk.",
  reasons: {
    not_signed_in: {
      description: "Tidak ada yang masuk di browser ini, dan prompt=none melarang menampilkan halaman masuk.",
      cause:
        "Pengguna belum pernah masuk di sini, sudah keluar, atau sesinya berakhir. Di dalam iframe tersembunyi ada sebab kedua: browser tidak mengirim cookie server ini ke bingkai di dalam situs lain, sehingga pengguna tampak belum masuk padahal sudah.",
      resolution:
        "Anggap ini sebagai jawaban `tidak ada yang masuk` dan tampilkan tombol masuk Anda sendiri, yang menuju `/oauth/authorize` tanpa `prompt=none`.",
      prevention:
        "Jangan memperpanjang sesi dengan iframe tersembunyi; pakai refresh token. Pakai `prompt=none` hanya dalam pengalihan halaman penuh.",
      retry: "Tidak tanpa tampilan: jawabannya tetap sama sampai pengguna masuk.",
      page: askedSilently,
    },
    sign_in_too_old: {
      description:
        "Pengguna masuk lebih lama daripada batas max_age, dan prompt=none melarang memintanya masuk lagi.",
      cause:
        "Aplikasi menginginkan proses masuk yang masih baru (`max_age` dalam detik), yang terakhir sudah lebih lama, dan tidak boleh ada halaman yang tampil.",
      resolution:
        "Kirim pengguna ke `/oauth/authorize` sekali lagi dengan `max_age` yang sama dan tanpa `prompt=none`; mereka dimintai kata sandi lalu kembali.",
      prevention:
        "Minta proses masuk yang baru hanya sebelum hal yang memerlukannya, misalnya pembayaran, dan perhitungkan bahwa halaman akan tampil.",
      retry: "Tidak tanpa tampilan: usia proses masuk hanya bertambah.",
      page: askedSilently,
    },
  },
};
