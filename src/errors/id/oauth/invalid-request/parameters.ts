import type { ReasonTranslations } from "../../../definition.ts";
import type { parameterReasons as english } from "../../../oauth/invalid-request/parameters.ts";
import { applicationMistake } from "../pages.ts";

export const parameterReasons: ReasonTranslations<typeof english> = {
  parameter_missing: {
    description: "Parameter yang wajib tidak ada atau tidak berisi.",
    cause:
      "Variabel yang kosong ketika URL atau isi permintaan disusun, nama yang salah tulis (`redirect_url` untuk `redirect_uri`), atau isi yang tidak cocok dengan `Content-Type`-nya sehingga kolomnya tidak terlihat. Parameter tanpa nilai dianggap tidak ada.",
    resolution:
      "`hint` menyebut parameternya. Cetak nama (bukan nilai) dari apa yang benar-benar Anda kirim, setelah semua penyandian, lalu bandingkan ejaannya.",
    prevention:
      "Pakai pustaka OAuth, dan buat aplikasi menolak berjalan bila salah satu pengaturannya kosong.",
    retry: "Tidak, sebelum parameternya dikirim.",
    page: applicationMistake,
  },
  parameter_repeated: {
    description: "Sebuah parameter dikirim lebih dari sekali.",
    cause:
      "Nilai ditambahkan ke URL yang sudah memilikinya (`append` alih-alih `set`), larik yang menjadi `scope=a&scope=b`, atau parameter yang sama di bagian tetap dan di bagian yang dihitung. Memilih nilai mana yang berlaku hanyalah menebak, dan penyerang hidup dari tebakan seperti itu.",
    resolution: "Kirim satu nilai. Beberapa scope ditulis dalam satu parameter `scope`, dipisahkan spasi.",
    prevention: "Susun query dan isi permintaan dengan `URLSearchParams.set` atau padanannya di bahasa Anda.",
    retry: "Tidak, sebelum salinannya dihapus.",
    page: applicationMistake,
  },
  parameter_malformed: {
    description: "Sebuah parameter berbentuk tidak semestinya.",
    cause:
      "Nilai yang disandikan dua kali atau tidak sama sekali, karakter di luar yang diizinkan, teks di tempat angka, atau nilai PKCE yang bukan base64url (memuat `+`, `/`, atau `=`) atau panjangnya bukan 43 sampai 128 karakter.",
    resolution:
      "`hint` menyebut parameternya dan apa yang diharapkan. Untuk PKCE: `code_verifier` terdiri atas 43 sampai 128 karakter `A-Z a-z 0-9 - . _ ~`, dan `code_challenge` adalah bentuk base64url, tanpa padding, dari SHA-256-nya: selalu 43 karakter.",
    prevention:
      "Biarkan pustaka membuat `code_verifier`, `code_challenge`, dan `state`, dan sandikan setiap nilai tepat satu kali.",
    retry: "Tidak, sebelum nilainya diperbaiki.",
    page: applicationMistake,
  },
  parameter_too_long: {
    description: "Sebuah parameter lebih panjang daripada yang diterima server ini.",
    cause:
      "Paling sering `state`: seluruh keadaan halaman, token, atau alamat kembali dengan query panjang dijejalkan ke dalamnya. Banyak proxy memotong URL seperti itu diam-diam.",
    resolution:
      "Simpan datanya di sesi Anda sendiri atau di penyimpanan browser, dan kirim kunci acak yang pendek dalam `state`.",
    prevention: "Buat `state` dari 32 bita acak dalam base64url, dan tidak ada yang lain.",
    retry: "Tidak, sebelum nilainya dipendekkan.",
    page: applicationMistake,
  },
  parameter_value_unsupported: {
    description: "Sebuah parameter bernilai sesuatu yang tidak ditawarkan server ini.",
    cause:
      "Nilai yang dikenal penyedia lain, misalnya `prompt=create` atau `response_mode=form_post`, salah tulis, atau huruf besar: nilai membedakan huruf besar dan kecil.",
    resolution:
      "`hint` menyebut parameternya dan apa saja yang ditawarkan. Hilangkan parameternya untuk perilaku biasa.",
    prevention:
      "Baca apa yang ditawarkan di `/.well-known/oauth-authorization-server` sebelum menyalakan fitur tambahan.",
    retry: "Tidak, sebelum nilainya diganti.",
    page: applicationMistake,
  },
  prompt_none_combined: {
    description: "Parameter prompt berisi none bersama nilai lain.",
    cause:
      "`none` melarang setiap halaman, sedangkan `login`, `consent`, dan `select_account` masing-masing menuntut satu halaman. Dikirim bersama, seperti `prompt=none login`, keduanya bertentangan.",
    resolution:
      "Coba dulu tanpa tampilan dengan `prompt=none`; bila jawabannya `login_required`, `consent_required`, atau `account_selection_required`, mulai lagi tanpa nilai itu.",
    prevention:
      "Tulis proses masuk tanpa tampilan dan yang tampak sebagai dua fungsi dengan parameter tetap.",
    retry: "Tidak, sebelum `prompt` diperbaiki.",
    page: applicationMistake,
  },
  parameters_too_many: {
    description: "Permintaan memuat lebih banyak parameter daripada yang diterima server ini.",
    cause:
      "Seluruh formulir, parameter pelacak, atau objek yang tidak berkaitan ikut dikirim bersama permintaan OAuth, atau sebuah perulangan menambahkan satu parameter untuk setiap butir daftar.",
    resolution:
      "Kirim hanya parameter OAuth; tidak ada alur di server ini yang memerlukan lebih dari sekitar lima belas.",
    prevention: "Sebutkan parameter yang Anda kirim satu per satu, jangan menyalin semua yang Anda terima.",
    retry: "Tidak dengan parameter sebanyak itu.",
    page: applicationMistake,
  },
};
