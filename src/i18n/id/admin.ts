import type { admin as english } from "../en/admin.ts";
import type { Texts } from "../texts.ts";

export const admin: Texts<typeof english> = {
  title: "Administrasi",
  tabs: {
    dashboard: "Dasbor",
    approvals: "Persetujuan",
    applications: "Aplikasi",
    users: "Orang",
    audit: "Catatan audit",
    maintenance: "Pemeliharaan",
    messages: "Pesan",
    scopes: "Scope",
    settings: "Pengaturan",
  },
  status: {
    decided: "Keputusan Anda sudah disimpan, dan pengembangnya diberi tahu lewat email.",
    decided_silently:
      "Keputusan Anda sudah disimpan. Pengembangnya tidak punya alamat email, jadi tidak diberi tahu.",
    verified: "Aplikasi sudah diverifikasi.",
    unverified: "Aplikasi tidak lagi terverifikasi.",
    disabled: "Aplikasi dinonaktifkan, dan hanya administrator yang dapat mengaktifkannya kembali.",
    enabled: "Aplikasi berfungsi kembali.",
    user_created: "Akunnya sudah ada.",
    user_disabled: "Akun dinonaktifkan, dan orangnya dikeluarkan.",
    user_enabled: "Akun diaktifkan.",
    user_signed_out: "Orangnya dikeluarkan dari semua perangkat.",
    factors_reset: "Faktor kedua, kode pemulihan, dan passkey dihapus.",
    maintenance_on: "Pemeliharaan dimulai.",
    maintenance_off: "Pemeliharaan selesai.",
    maintenance_planned: "Pemeliharaan sudah direncanakan.",
    maintenance_cancelled: "Rencananya dibatalkan.",
    scope_created: "Scope-nya sudah ada.",
    role_changed: "Perannya sudah ditetapkan.",
    not_verified:
      "Tidak ada yang diubah: aplikasinya sudah tidak seperti yang ditampilkan halaman ini. Silakan periksa lagi.",
  },
  queue: {
    title: "Persetujuan",
    lead: "Aplikasi yang meminta scope sensitif, yang paling lama menunggu lebih dulu.",
    none: "Tidak ada apa-apa di sini.",
    states: "Keadaan",
    look: "Periksa",
  },
  decision: {
    title: (scope, application) => `${scope} untuk ${application}`,
    couldRead: "Apa yang akan dapat dilakukannya",
    reads: {
      "detail-user":
        "Dari setiap orang yang setuju: bio, nomor telepon, tempat dan tanggal lahir, serta alamat, selain nama, alamat email, nama pengguna, jenis kelamin, dan foto.",
      admin:
        "Atas nama administrator yang setuju, semua yang dapat dilakukannya di sini: melihat akun setiap orang dan log audit, menutup akses orang, memutuskan aplikasi, menghentikan layanan; atas nama super-admin juga memberikan peran. Yang berbahaya hanya dalam lima menit setelah mereka masuk.",
      other: (scope) =>
        `Arti scope ${scope} hanya diketahui layanan milik pengelola; server ini tidak membuka apa pun dengannya.`,
    },
    notAsked: "Pengembangnya belum memintanya.",
    owner: "Diminta oleh",
    nobody: "tidak ada: didaftarkan oleh pengelola",
    legend: "Keputusan Anda",
    note: "Alasan",
    noteHelp: "Dibaca oleh pengembang. Penolakan harus disertai alasan.",
    noteMissing: "Tulis alasannya agar pengembang tahu apa yang harus diperbaiki.",
    noteTooLong: "Ini terlalu panjang.",
    noteCharacters: "Gunakan teks biasa, tanpa karakter kendali.",
    superAdminApproves: "Hanya super-admin yang dapat menyetujui scope ini.",
    approve: "Setujui",
    reject: "Tolak",
    withdraw: "Cabut persetujuan",
    changed: "Ini sudah berubah sejak Anda membuka halamannya. Periksa lagi sebelum memutuskan.",
    history: "Riwayat aplikasi",
  },
  applications: {
    title: "Aplikasi",
    lead: "Yang terbaru lebih dulu.",
    none: "Tidak ada aplikasi di sini.",
    filter: "Yang mana",
    all: "Semua",
    unverified: "Belum diverifikasi",
    verify: "Verifikasi",
    unverify: "Cabut verifikasi",
    verifyNote:
      "Periksa nama, tautan, dan ke mana aplikasi ini mengarah: orang akan membaca bahwa seseorang telah memeriksanya.",
    disable: "Nonaktifkan",
    enable: "Aktifkan",
    errorsOfOwner: "Permintaan yang ditolak hanya terlihat oleh pemiliknya, tidak oleh orang lain.",
    errorsLead:
      "Aplikasi ini tidak ada pemiliknya, jadi permintaannya yang ditolak ditampilkan kepada administrator.",
    errorsLink: "Lihat kesalahannya",
    sensitive: "Scope sensitif",
  },
};
