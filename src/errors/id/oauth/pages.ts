import type { PageTexts } from "../../definition.ts";

export const applicationMistake = {
  title: "Aplikasi ini melakukan kesalahan",
  sentence:
    "Aplikasi yang mengirim Anda ke sini meminta sesuatu dengan cara yang tidak kami pahami, sehingga proses masuk tidak dapat dimulai. Ini bukan kesalahan Anda, dan akun Anda baik-baik saja. Hanya pembuat aplikasi yang dapat memperbaikinya: mohon beri tahu mereka, dan sertakan nomor permintaan di halaman ini.",
} as const satisfies PageTexts;

export const askedSilently = {
  title: "Aplikasi harus bertanya kepada Anda dulu",
  sentence:
    "Aplikasi mencoba membuat Anda masuk tanpa menampilkan apa pun, dan kali ini itu tidak mungkin. Tidak ada yang hilang: kembalilah ke aplikasi dan pilih untuk masuk.",
} as const satisfies PageTexts;
