import type { notices as english } from "../en/notices.ts";
import type { Texts } from "../texts.ts";

export const notices: Texts<typeof english> = {
  kinds: {
    new_device: {
      subject: "Ada yang baru masuk ke akun Anda",
      happened: "seseorang masuk ke akun Anda lewat browser yang belum pernah dipakai untuk akun ini.",
    },
    password_changed: {
      subject: "Kata sandi Anda telah diganti",
      happened:
        "kata sandi akun Anda diganti. Anda telah dikeluarkan dari semua perangkat lain, dan aplikasi akan meminta Anda masuk lagi.",
    },
    email_changed: {
      subject: "Alamat email Anda telah diganti",
      happened: "alamat email akun Anda diganti. Mulai sekarang kami menulis ke alamat yang baru.",
    },
    number_changed: {
      subject: "Nomor WhatsApp Anda telah diganti",
      happened: "nomor WhatsApp akun Anda diganti. Mulai sekarang kode dikirim ke nomor yang baru.",
    },
    app_added: {
      subject: "Aplikasi autentikator ditambahkan",
      happened: "mulai sekarang, masuk ke akun Anda juga meminta kode dari aplikasi autentikator.",
    },
    app_removed: {
      subject: "Aplikasi autentikator dihapus",
      happened: "masuk ke akun Anda tidak lagi meminta kode dari aplikasi autentikator.",
    },
    email_added: {
      subject: "Kode lewat email dinyalakan",
      happened: "mulai sekarang, masuk ke akun Anda juga meminta kode yang kami kirim ke alamat ini.",
    },
    email_removed: {
      subject: "Kode lewat email dimatikan",
      happened: "masuk ke akun Anda tidak lagi meminta kode yang kami kirim ke alamat ini.",
    },
    passkey_step_added: {
      subject: "Passkey diminta setelah kata sandi",
      happened: "mulai sekarang, masuk ke akun Anda dengan kata sandi juga meminta salah satu passkey Anda.",
    },
    passkey_step_removed: {
      subject: "Passkey tidak lagi diminta setelah kata sandi",
      happened: "masuk ke akun Anda dengan kata sandi tidak lagi meminta passkey.",
    },
    passkey_added: {
      subject: "Passkey ditambahkan",
      happened:
        "sebuah passkey ditambahkan ke akun Anda. Siapa pun yang memegangnya dapat masuk tanpa kata sandi Anda.",
    },
    passkey_removed: {
      subject: "Passkey dihapus",
      happened: "sebuah passkey dihapus dari akun Anda dan tidak dapat lagi dipakai untuk masuk.",
    },
    recovery_code_used: {
      subject: "Kode pemulihan dipakai",
      happened:
        "salah satu kode pemulihan Anda dipakai untuk masuk ke akun Anda. Kode itu tidak berlaku lagi. Anda dapat membuat kode baru kapan saja.",
    },
    recovery_codes_renewed: {
      subject: "Kode pemulihan Anda yang baru",
      happened: "kode pemulihan baru dibuat untuk akun Anda. Kode yang lama tidak berlaku lagi.",
    },
    data_downloaded: {
      subject: "Data Anda telah diunduh",
      happened: "semua yang kami simpan tentang Anda diunduh sebagai berkas.",
    },
    factors_reset: {
      subject: "Faktor kedua Anda diatur ulang",
      happened:
        "pengelola layanan ini telah menghapus faktor kedua, kode pemulihan, dan passkey akun Anda. Sekarang cukup kata sandi untuk masuk.",
    },
    account_deleted: {
      subject: "Akun Anda telah dihapus",
      happened:
        "akun Anda dihapus beserta semua yang ada di dalamnya. Tidak ada aplikasi yang dapat melihatnya lagi.",
    },
    codes_exhausted: {
      subject: "Terlalu banyak kode yang salah",
      happened:
        "seseorang memasukkan kata sandi akun Anda dengan benar, lalu banyak kode yang salah. Sampai besok kami tidak menerima kode lagi. Passkey, atau browser yang Anda percayai, tetap dapat dipakai.",
    },
  },
  short: ({ service, happened, when, securityLink }) =>
    `${service}: ${happened} (${when}) Jika bukan Anda, segera periksa di sini: ${securityLink}`,
  operatorShort: ({ service, happened, when, contact }) =>
    `${service}: ${happened} (${when}) Jika Anda tidak memintanya, hubungi kami: ${contact}`,
  operatorText: (facts) => `${facts.name === null ? "Halo," : `Halo ${facts.name},`}

${facts.happened}

Waktu: ${facts.when}

Jika Anda memintanya, lindungi akun Anda kembali:

${facts.securityLink}

Jika tidak, segera buat kata sandi baru dan hubungi kami:

${facts.passwordLink}

${facts.contact}

${facts.service}
`,
  lastShort: ({ service, happened, when, contact }) =>
    `${service}: ${happened} (${when}) Ini tidak dapat dibatalkan. Jika bukan Anda, hubungi kami: ${contact}`,
  lastText: (facts) => `${facts.name === null ? "Halo," : `Halo ${facts.name},`}

${facts.happened}

Waktu: ${facts.when}
Browser: ${facts.browser ?? "browser tidak dikenal"} di ${facts.device ?? "perangkat tidak dikenal"}
Alamat IP: ${facts.address}

Ini tidak dapat dibatalkan. Anda boleh mendaftar lagi kapan saja; itu akan menjadi akun baru.

Jika bukan Anda, segera ganti kata sandi kotak email ini dan hubungi kami:

${facts.contact}

${facts.service}
`,
  text: (facts) => `${facts.name === null ? "Halo," : `Halo ${facts.name},`}

${facts.happened}

Waktu: ${facts.when}
Browser: ${facts.browser ?? "browser tidak dikenal"} di ${facts.device ?? "perangkat tidak dikenal"}
Alamat IP: ${facts.address}

Jika itu memang Anda, semuanya beres. Jika bukan, segera buat kata sandi baru, dan ganti juga kata sandi kotak email ini:

${facts.passwordLink}

Lalu periksa bagaimana akun Anda dilindungi:

${facts.securityLink}

${facts.service}
`,
};
