import type { developer as english } from "../en/developer.ts";
import type { Texts } from "../texts.ts";

export const developer: Texts<typeof english> = {
  tabs: {
    list: "Aplikasi Anda",
    new: "Daftarkan aplikasi",
    overview: "Ringkasan",
    edit: "Pengaturan",
    snippets: "Kode",
    try: "Coba",
    errors: "Kesalahan",
    lab: "Lab kesalahan",
  },
  listTitle: "Aplikasi Anda",
  listLead: "Dengan aplikasi ini orang masuk memakai akun mereka di sini.",
  none: "Anda belum mendaftarkan aplikasi.",
  register: "Daftarkan aplikasi",
  closed: "Aplikasi baru didaftarkan oleh pengelola layanan ini.",
  status: {
    registered: "Aplikasi Anda sudah terdaftar.",
    already_registered: "Aplikasi ini sudah terdaftar sebelumnya; inilah halamannya.",
    saved: "Perubahan Anda sudah disimpan.",
    saved_unverified:
      "Perubahan Anda sudah disimpan. Tanda pengenal aplikasi berubah, jadi aplikasi dianggap belum diverifikasi sampai administrator memeriksanya lagi.",
    disabled:
      "Aplikasi dinonaktifkan. Tidak ada yang dapat masuk dengannya, dan tokennya tidak berlaku lagi.",
    enabled: "Aplikasi berfungsi kembali.",
    test_on: "Sekarang ini aplikasi percobaan: hanya Anda dan orang yang Anda undang yang dapat masuk.",
    test_off: "Ini bukan lagi aplikasi percobaan: semua orang dapat masuk.",
    tester_invited: "Sudah diundang. Siapa pun yang masuk dengan ini dapat memakai aplikasinya.",
    tester_removed: "Sudah dihapus. Izin yang pernah diberikan orang itu kepada aplikasi ikut berakhir.",
    tester_malformed: "Isi alamat email, nama pengguna, atau nomor telepon.",
    testers_full: "Paling banyak 50 orang dapat diundang. Hapus satu dulu.",
    not_test: "Aplikasi ini tidak ditandai sebagai aplikasi percobaan, jadi tidak dapat melatih kesalahan.",
    deleted: "Aplikasi sudah dihapus, beserta token dan semua izin yang pernah diberikan orang kepadanya.",
    approval_requested: "Permintaan Anda sudah dikirim. Kami akan menulis kepada Anda begitu diputuskan.",
    try_enabled: "Alamat uji kami sekarang ada di antara redirect URI aplikasi ini.",
    not_enabled_try:
      "Alamatnya tidak ditambahkan: paling banyak 20 redirect URI dapat didaftarkan. Hapus salah satu dulu.",
    not_requested:
      "Tidak ada yang dikirim karena permintaan ini tidak dapat diajukan sekarang. Lihat di bawah.",
    not_enabled: "Tidak ada yang diubah: administrator telah menonaktifkan aplikasi ini.",
    not_rotated:
      "Tidak ada secret baru: sudah ada yang lebih baru daripada halaman yang Anda kirim. Bila Anda tidak menyimpannya, buat satu lagi.",
  },
  unverifiedNote:
    "Belum ada yang memeriksa aplikasi ini. Orang melihatnya saat dimintai persetujuan. Administrator dapat memverifikasinya.",
  disabledNote: "Aplikasi dinonaktifkan: tidak ada yang dapat masuk dengannya, dan tokennya tidak berlaku.",
  disabledByAdmin:
    "Administrator yang menonaktifkannya, dan hanya administrator yang dapat mengaktifkannya kembali.",
  disable: "Nonaktifkan aplikasi",
  enable: "Aktifkan aplikasi",
  secret: {
    title: "Client secret",
    one: "Satu secret berlaku.",
    until: (moment) => `Secret sebelumnya berlaku sampai ${moment}.`,
    none: "Aplikasi publik tidak punya secret: siapa pun yang memiliki aplikasinya akan memilikinya juga.",
    link: "Buat secret baru",
    pageTitle: "Client secret baru",
    lead: "Secret baru langsung berlaku. Yang lama tetap berlaku selama Anda pilih, sehingga server Anda dapat diganti satu per satu. Bila sebelumnya masih ada yang lain, secret itu berakhir sekarang.",
    overlap: "Berapa lama lagi secret lama berlaku",
    overlaps: {
      none: "Tidak sama sekali: berakhir sekarang",
      hour: "Satu jam",
      day: "Satu hari",
      week: "Satu minggu",
      month: "30 hari",
    },
    submit: "Buat secret baru",
    shownTitle: "Simpan client secret Anda",
    shownOnce:
      "Hanya sekali ini kami menampilkannya: yang kami simpan hanya sidik jarinya. Letakkan di tempat server Anda membaca pengaturannya, jangan di dalam aplikasi atau halaman.",
    kept: "Sudah saya simpan: lanjut ke aplikasi",
  },
  logo: {
    link: "Ganti logo",
    title: "Logo",
    lead: "Dilihat orang saat mereka dimintai persetujuan, setelah aplikasi diverifikasi.",
    submit: "Simpan logo",
    remove: "Hapus logo",
  },
  snippets: {
    title: "Kode siap tempel",
    lead: "Baris-baris ini memuat nilai aplikasi Anda sendiri. Secret tidak ada di dalamnya: letakkan di environment sebagai MUBAROKAH_CLIENT_SECRET.",
    leadPublic:
      "Baris-baris ini memuat nilai aplikasi Anda sendiri. Aplikasi publik tidak punya secret; PKCE melindungi proses masuk.",
    languages: "Bahasa pemrograman",
    errors:
      "Bila ada yang gagal, jawabannya menyebutkan apa, mengapa, dan cara memperbaikinya; error_uri di dalamnya menuju halaman tentang itu.",
  },
  approvals: {
    title: "Scope sensitif",
    lead: "Scope ini baru membuka data pribadi setelah administrator menyetujui aplikasi untuknya, meskipun orang sudah setuju. Token yang sudah Anda pegang langsung berlaku begitu disetujui.",
    ask: "Minta persetujuan",
    askAgain: "Minta lagi",
    follow: "Lihat permintaan",
    pageTitle: (scope) => `Persetujuan ${scope}`,
    opens: "Yang dibuka:",
    pending: "Administrator akan memeriksa permintaan Anda. Anda akan menerima email begitu diputuskan.",
    approved: "Aplikasi boleh memakai scope ini.",
    rejected: "Administrator menolak permintaan ini. Perbaiki yang kurang, lalu Anda boleh meminta lagi.",
    withdrawn:
      "Administrator mencabut persetujuan ini. Token tidak lagi membuka apa pun dengan scope ini. Anda boleh meminta lagi.",
    form: "Yang perlu diketahui administrator",
    privacyPolicyHelp: "Alamat https tempat orang dapat membaca apa yang Anda lakukan dengan data mereka.",
    purpose: "Untuk apa Anda memerlukan datanya?",
    security: "Bagaimana Anda menjaganya tetap aman?",
    compliance: "Hukum dan aturan apa yang Anda patuhi, dan bagaimana?",
    contact: "Siapa yang menjawab pertanyaan tentang ini?",
    contactHelp: "Nama beserta alamat email atau nomor telepon.",
    submit: "Kirim permintaan",
    problems: {
      missing: "Mohon diisi.",
      too_long: "Ini terlalu panjang.",
      characters: "Gunakan teks biasa, tanpa karakter kendali.",
      address: "Isi alamat https.",
    },
  },
  deletion: {
    link: "Hapus aplikasi",
    title: (name) => `Hapus ${name}?`,
    lead: "Tokennya langsung tidak berlaku, izin yang diberikan orang dilupakan, begitu pula persetujuannya. Ini tidak dapat dibatalkan. Bila ragu, nonaktifkan saja.",
    submit: "Hapus untuk selamanya",
    cancel: "Pertahankan",
  },
};
