import type { mail as english } from "../en/mail.ts";
import type { Texts } from "../texts.ts";

const said = (what: string, note: string | null) => (note === null ? "" : `\n${what}\n\n${note}\n`);

const hello = (name: string | null) => (name === null ? "Halo," : `Halo ${name},`);

export const mail: Texts<typeof english> = {
  confirmAddress: {
    subject: "Konfirmasi alamat email Anda",
    text: ({ name, service, link, code }) => `${hello(name)}

Anda sedang membuat akun ${service}. Mohon tunjukkan bahwa alamat ini milik Anda.

Ketik kode ini di halaman tempat Anda mendaftar:

    ${code}

Atau buka tautan ini, lalu masukkan kata sandi yang Anda buat:

${link}

Keduanya berlaku satu jam. Jangan berikan kode ini kepada siapa pun: tidak ada orang ${service} yang akan memintanya.

Jika bukan Anda yang mendaftar, abaikan saja email ini: tidak ada akun yang dibuat.

${service}
`,
  },
  code: {
    subject: "Kode Anda",
    text: ({ name, service, code }) => `${hello(name)}

ini kode Anda untuk ${service}:

    ${code}

Kode berlaku sepuluh menit, di halaman tempat Anda memintanya. Jangan berikan kepada siapa pun: tidak ada orang ${service} yang akan memintanya.

Jika bukan Anda yang memintanya, abaikan saja email ini.

${service}
`,
  },
  alreadyRegistered: {
    subject: "Anda sudah memiliki akun",
    text: ({ name, service, link, resetLink }) => `${hello(name)}

seseorang, kemungkinan besar Anda sendiri, ingin membuat akun ${service} dengan alamat ini. Akunnya sudah ada.

Masuk di sini:

${link}

Jika lupa kata sandi, buat yang baru di sini:

${resetLink}

Jika bukan Anda, abaikan saja email ini: tidak ada yang berubah.

${service}
`,
  },
  invited: {
    subject: "Anda memiliki akun",
    text: ({ name, service, link, resetLink }) => `${hello(name)}

pengelola ${service} telah membuat akun untuk Anda. Buat kata sandinya di sini:

${link}

Tautan ini berlaku sekali, dalam satu jam. Setelah itu, minta yang baru di sini:

${resetLink}

Jika Anda tidak tahu apa-apa tentang ini, abaikan saja.

${service}
`,
  },
  resetPassword: {
    subject: "Buat kata sandi baru",
    text: ({ name, service, link }) => `${hello(name)}

seseorang, kemungkinan besar Anda sendiri, lupa kata sandi akun ${service} Anda. Buat yang baru di sini:

${link}

Tautan ini hanya dapat dipakai sekali, dalam satu jam. Jangan teruskan kepada siapa pun: siapa pun yang memilikinya dapat mengganti kata sandi Anda.

Jika bukan Anda, abaikan saja email ini: kata sandi Anda tetap sama.

${service}
`,
  },
  factorCode: {
    subject: "Kode Anda",
    text: ({ name, service, link, code }) => `${hello(name)}

ini kode yang diminta ${service} dari Anda:

    ${code}

Kode ini berlaku sepuluh menit, di browser tempat kode ini diminta. Jangan berikan kepada siapa pun: tidak ada orang ${service} yang akan memintanya.

Jika Anda tidak sedang masuk, ada yang tahu kata sandi Anda. Segera buat yang baru:

${link}

${service}
`,
  },
  approvalApproved: {
    subject: "Permintaan Anda disetujui",
    text: ({ name, service, link, application, scope, note }) => `${hello(name)}

${application} sekarang boleh memakai scope ${scope} di ${service}. Token yang sudah Anda pegang berlaku pada panggilan berikutnya.
${said("Catatan administrator:", note)}
Lihat di sini:

${link}

${service}
`,
  },
  approvalRejected: {
    subject: "Permintaan Anda ditolak",
    text: ({ name, service, link, application, scope, note }) => `${hello(name)}

permintaan agar ${application} boleh memakai scope ${scope} di ${service} ditolak.
${said("Alasannya:", note)}
Perbaiki yang kurang, lalu Anda boleh meminta lagi:

${link}

${service}
`,
  },
  approvalWithdrawn: {
    subject: "Sebuah persetujuan dicabut",
    text: ({ name, service, link, application, scope, note }) => `${hello(name)}

${application} tidak boleh lagi memakai scope ${scope} di ${service}. Token yang Anda pegang tidak lagi membuka apa pun dengannya.
${said("Alasannya:", note)}
Anda boleh meminta lagi:

${link}

${service}
`,
  },
};
