import type { profile as english } from "../en/profile.ts";
import type { Texts } from "../texts.ts";

export const profile: Texts<typeof english> = {
  name: "Nama",
  gender: "Jenis kelamin",
  bio: "Tentang Anda",
  place_of_birth: "Tempat lahir",
  date_of_birth: "Tanggal lahir",
  address: "Alamat",
  email: "Alamat email",
  phone_number: "Nomor telepon",
  username: "Nama pengguna",
  genders: { none: "Tidak disebutkan", male: "Laki-laki", female: "Perempuan", other: "Lainnya" },
  problems: {
    empty: "Bagian ini tidak boleh kosong.",
    not_text: "Bagian ini harus berupa teks.",
    too_long: (limit) => `Paling banyak ${limit} karakter.`,
    characters: "Ada karakter yang tidak dapat dipakai di sini.",
    not_a_gender: "Pilih laki-laki, perempuan, atau lainnya.",
    not_a_date: "Tulis tanggal yang benar, dengan format TTTT-BB-HH.",
    in_future: "Tanggal ini tidak boleh di masa depan.",
  },
};
