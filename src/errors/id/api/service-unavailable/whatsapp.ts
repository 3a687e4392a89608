import type { whatsAppReasons as english } from "../../../api/service-unavailable/whatsapp.ts";
import type { ReasonTranslations } from "../../../definition.ts";

export const whatsAppReasons: ReasonTranslations<typeof english> = {
  whatsapp_unavailable: {
    description: "Pesan WhatsApp sedang tidak dapat dikirim.",
    cause:
      "WhatsApp tidak menjawab, menolak pesan untuk sementara karena terlalu banyak yang dikirim, atau server ini belum disetel dengan benar: token aksesnya kedaluwarsa, templatnya belum disetujui dalam semua bahasa, atau akun bisnisnya dibatasi.",
    resolution:
      "Pengguna: masuk atau daftar dengan alamat email, atau coba lagi beberapa menit lagi. Pengelola: baris log `whatsapp not sent yet` memuat kode dari WhatsApp dan artinya.",
    prevention:
      "Pengelola: pakai token pengguna sistem, yang tidak kedaluwarsa; jaga agar templat disetujui dalam semua bahasa; amati nilai kualitas nomornya.",
    retry: "Ya, setelah `Retry-After`. Server mencoba sendiri dan tahu bila sudah berfungsi lagi.",
    page: {
      title: "WhatsApp sedang tidak berfungsi",
      sentence:
        "Saat ini kami tidak dapat mengirim pesan lewat WhatsApp. Tidak ada yang salah dengan nomor Anda. Silakan pakai alamat email dan kata sandi bila ada, atau coba lagi beberapa menit lagi.",
    },
  },
  whatsapp_budget_used: {
    description: "Server ini sudah mengirim pesan WhatsApp sebanyak yang diperbolehkan dalam satu hari.",
    cause:
      "Setiap pesan membebani pengelola biaya, jadi jumlahnya dibatasi. Banyak orang datang sekaligus, atau seseorang membuat server ini mengirim pesan ke nomor yang mendapat uang darinya.",
    resolution:
      "Pengguna: pakai alamat email, atau kirim pesan lebih dahulu ke nomor layanan bila halaman menawarkannya. Pengelola: bila memang orang sungguhan, naikkan `whatsapp_to_new_numbers` atau `whatsapp_to_known_numbers` di `RATE_LIMITS`.",
    prevention:
      "Pengelola: setel kedua batas itu kira-kira tiga kali kebutuhan hari yang ramai, dan lihat negara asal nomor-nomornya bila batas tercapai.",
    retry: "Ya, setelah `Retry-After`; cara masuk yang lain tidak terpengaruh.",
    page: {
      title: "Jatah pesan WhatsApp hari ini habis",
      sentence:
        "Hari ini sudah begitu banyak pesan yang dikirim sehingga kami harus berhenti dulu. Tidak ada yang salah dengan nomor Anda. Silakan pakai alamat email dan kata sandi bila ada, atau kembali lagi nanti.",
    },
  },
};
