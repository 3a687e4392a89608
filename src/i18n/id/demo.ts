import type { demo as english } from "../en/demo.ts";
import type { Texts } from "../texts.ts";

export const demo: Texts<typeof english> = {
  title: "Aplikasi contoh",
  introduction:
    "Halaman ini berperan sebagai aplikasi milik orang lain. Ia mengenal server ini hanya lewat alamat umumnya. Silakan masuk; setiap langkah ditampilkan di bawah.",
  signIn: (service: string) => `Masuk dengan ${service}`,
  signInPublic: "Sama, sebagai aplikasi publik",
  refresh: "Perbarui token",
  stateDiffers:
    "Jawaban ini bukan milik proses masuk yang dimulai di browser ini, jadi tidak dipakai. Silakan mulai lagi.",
  request: "Yang dikirim aplikasi",
  response: "Yang diterima kembali",
  steps: {
    authorize: (service: string) => `Browser diarahkan ke ${service}`,
    callback: "Browser kembali",
    token: "Aplikasi menukarkan kode",
    refresh: "Aplikasi memperbarui token",
    user: "Aplikasi membaca data pengguna",
    details: "Aplikasi membaca data rinci",
  },
};
