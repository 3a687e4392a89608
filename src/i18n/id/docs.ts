import { counted } from "../counted.ts";
import type { docs as english } from "../en/docs.ts";
import type { Texts } from "../texts.ts";
import { managementApi } from "./management-api.ts";

export const docs: Texts<typeof english> = {
  title: "Daftar kesalahan",
  lead: "Setiap kesalahan dari server ini: apa yang terjadi, mengapa, cara memperbaikinya, dan cara mencegahnya terulang.",
  howTo:
    "Setiap kesalahan menyebut `code`, `reason` yang lebih tepat, dan `request_id`. `error_uri`-nya langsung menuju alasan itu di salah satu halaman ini.",
  machine: "Daftar yang sama untuk program:",
  search: "Cari kode, alasan, dan teks",
  submit: "Cari",
  all: "Tampilkan semua kesalahan",
  found: (reasons) => counted("id", reasons, { other: "# alasan ditemukan." }),
  nothing: "Tidak ada yang ditemukan. Coba satu kata dari kodenya, atau dari yang Anda lihat.",
  ofTheSdk: "Sebagian kesalahan berasal dari SDK dan tidak pernah sampai ke server ini:",
  code: "Kode",
  status: "Status",
  meaning: "Artinya, dan alasannya",
  families: { oauth: "Proses masuk dan token", api: "API pengguna dan halaman" },
  familyPaths: { oauth: "/oauth/*", api: "/api/* dan halaman" },
  redirect: "datang lewat pengalihan",
  alsoAs: "Juga sebagai",
  whatToDo: "Yang perlu dilakukan",
  sample: "Wujud aslinya",
  reasons: "Alasan",
  linkTo: (reason) => `Tautan ke ${reason}`,
  makeItHappen: "Buat terjadi",
  makeNamed: (reason) => `Buat terjadi: ${reason}`,
  cause: "Mengapa biasanya terjadi",
  cure: "Cara memperbaikinya",
  prevention: "Cara mencegahnya",
  retry: "Apakah mencoba lagi membantu?",
  hint: "hint dalam jawaban",
  places: "Di mana terjadi",
  page: "Yang dibaca pengguna",
  fixableBy: {
    app_developer: "Diperbaiki pengembang aplikasi",
    operator: "Diperbaiki pengelola server",
    person: "Diperbaiki pengguna sendiri",
  },
  retryable: "Coba lagi nanti",
  notRetryable: "Mencoba lagi tidak membantu",
  pagePlace: "halaman yang dilihat pengguna",
  back: "Semua kesalahan",
  sdk: {
    label: "Di SDK",
    never: "Tidak pernah: ini terjadi di tempat yang tidak dituju SDK.",
    repeats:
      "SDK mengirim ulang permintaannya sendiri, beberapa kali dan hanya bila itu aman; setelah itu melempar",
    renews: "SDK memperbarui tokennya sendiri dan memanggil sekali lagi; bila itu juga ditolak, SDK melempar",
    signIn: "`needsSignIn(error)` bernilai true: tawarkan untuk masuk lagi. SDK melempar",
    throws: "SDK melempar",
  },
  guide: {
    title: "Dokumentasi",
    pages: "Semua halaman",
  },
  managementApi,
};
