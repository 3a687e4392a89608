import type { CodeTranslation } from "../../definition.ts";
import type { consentRequired as english } from "../../oauth/consent-required.ts";
import { askedSilently } from "./pages.ts";

export const consentRequired: CodeTranslation<typeof english> = {
  description:
    "Aplikasi meminta proses masuk tanpa tampilan, padahal pengguna harus dimintai izin lebih dulu.",
  resolution: "Mulai lagi proses masuk tanpa `prompt=none`; pengguna lalu melihat halaman persetujuan.",
  reasons: {
    consent_missing: {
      description:
        "Pengguna belum mengizinkan scope yang diminta aplikasi ini, dan prompt=none melarang menanyakannya.",
      cause:
        "Ini pertama kalinya pengguna masuk, atau aplikasi meminta scope yang tidak termasuk dalam izin sebelumnya, atau pengguna sudah memutus sambungan aplikasi.",
      resolution:
        "Kirim pengguna ke `/oauth/authorize` sekali lagi tanpa `prompt`. Setelah mereka setuju, proses masuk tanpa tampilan berikutnya dengan scope yang sama atau lebih sedikit akan berhasil.",
      prevention:
        "Jangan sering mengubah `scope` yang diminta. Bila versi baru memerlukan scope lain, rencanakan satu kali proses masuk yang tampak untuk semua orang.",
      retry: "Tidak tanpa tampilan: jawabannya tetap sama sampai pengguna setuju.",
      page: askedSilently,
    },
    public_client_unproven: {
      description:
        "Redirect URI aplikasi publik ini bukan https, sehingga pengguna harus ditanya setiap kali.",
      cause:
        "Aplikasi tidak punya secret dan kembali ke skema pribadi atau alamat loopback, yang juga dapat diaku oleh program lain di perangkat yang sama. Persetujuan sebelumnya mungkin diberikan kepada pihak lain, sehingga tidak pernah diingat (RFC 8252, bagian 8.6).",
      resolution:
        "Mulai proses masuk tanpa `prompt=none` dan biarkan pengguna menyetujuinya. Untuk sesi yang lebih panjang, pakai refresh token, bukan proses masuk tanpa tampilan.",
      prevention:
        "Daftarkan redirect URI `https` yang diikat sistem operasi ke aplikasi Anda (Android App Links, iOS Universal Links); untuk alamat seperti itu persetujuan sebelumnya diingat.",
      retry: "Tidak. Dengan redirect URI ini, proses masuk tanpa tampilan tidak pernah berhasil.",
      page: askedSilently,
    },
  },
};
