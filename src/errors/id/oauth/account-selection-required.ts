import type { CodeTranslation } from "../../definition.ts";
import type { accountSelectionRequired as english } from "../../oauth/account-selection-required.ts";
import { askedSilently } from "./pages.ts";

export const accountSelectionRequired: CodeTranslation<typeof english> = {
  description:
    "Aplikasi meminta proses masuk tanpa tampilan, padahal hanya pengguna yang tahu akun mana di antara beberapa akun yang dimaksud.",
  resolution: "Mulai lagi proses masuk tanpa `prompt=none`; pengguna lalu melihat halaman pemilihan akun.",
  reasons: {
    several_accounts: {
      description:
        "Beberapa akun sedang masuk di browser ini, dan prompt=none melarang bertanya akun mana yang dipakai.",
      cause:
        "Komputer keluarga, atau seseorang yang punya akun pribadi dan akun kantor: lebih dari satu akun sedang masuk di browser ini. Dengan `prompt=none` tidak boleh ada halaman yang tampil, dan menebak dapat menyerahkan orang yang salah.",
      resolution:
        "Beralihlah ke proses masuk yang tampak: kirim pengguna ke `/oauth/authorize` sekali lagi tanpa `prompt`, atau dengan `prompt=select_account`.",
      prevention:
        "Pakai `prompt=none` hanya sebagai percobaan pertama yang selalu diikuti proses masuk yang tampak. `skip_account_chooser=true` tetap memakai akun saat ini bila akun itu sudah pernah mengizinkan aplikasi Anda.",
      retry: "Tidak tanpa tampilan: jawabannya tetap sama selama beberapa akun sedang masuk.",
      page: askedSilently,
    },
  },
};
