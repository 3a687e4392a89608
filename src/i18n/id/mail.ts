import type { mail as english } from "../en/mail.ts";
import type { Texts } from "../texts.ts";

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
  passwordChanged: {
    subject: "Kata sandi Anda telah diganti",
    text: ({ name, service, link }) => `${hello(name)}

kata sandi akun ${service} Anda baru saja diganti. Anda telah dikeluarkan dari semua perangkat lain, dan aplikasi akan meminta Anda masuk lagi.

Jika itu memang Anda, semuanya beres. Jika bukan, segera buat kata sandi baru, dan ganti juga kata sandi kotak email ini:

${link}

${service}
`,
  },
};
