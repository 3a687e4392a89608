import type { CodeTranslation } from "../../definition.ts";
import type { accessDenied as english } from "../../oauth/access-denied.ts";

export const accessDenied: CodeTranslation<typeof english> = {
  description:
    "Proses masuk berakhir tanpa persetujuan: pengguna menolak, menunggu terlalu lama, atau tidak boleh memakai aplikasi ini.",
  resolution:
    "Perlakukan ini sebagai hasil yang wajar, bukan sebagai kerusakan. Sampaikan kepada pengguna bahwa proses masuk tidak terjadi, dan sediakan tombol untuk memulainya lagi.",
  reasons: {
    user_denied: {
      description: "Pengguna melihat apa yang diminta aplikasi lalu menolaknya.",
      cause:
        "Pengguna menekan tombol tolak di halaman persetujuan. Sering kali aplikasi meminta lebih banyak daripada yang diduga pengguna saat itu, atau tidak menjelaskan lebih dulu mengapa data itu diperlukan.",
      resolution:
        "Tangani `error=access_denied` di redirect URI Anda: tampilkan halaman yang ramah, simpan apa yang sudah diketik pengguna atau dimasukkan ke keranjang, dan biarkan mereka melanjutkan tanpa akun bila mungkin. Jangan langsung mengirim mereka kembali ke halaman persetujuan.",
      prevention:
        "Minta scope sesedikit mungkin (`view-user` cukup untuk mengetahui siapa penggunanya), dan minta lebih hanya ketika pengguna memakai fitur yang memerlukannya. Jelaskan di halaman Anda sendiri apa yang akan diminta dan mengapa.",
      retry: "Jangan otomatis. Mulai proses masuk yang baru hanya bila pengguna memilihnya.",
      page: {
        title: "Anda tidak memberi izin",
        sentence:
          "Anda memilih untuk tidak membagikan data Anda kepada aplikasi ini, jadi aplikasi tidak menerima apa pun. Anda dapat kembali ke aplikasi dan mencoba lagi bila berubah pikiran.",
      },
    },
    interaction_expired: {
      description: "Proses masuk dibiarkan terbuka terlalu lama dan sudah kedaluwarsa.",
      cause:
        "Seseorang membuka halaman masuk atau halaman persetujuan lalu baru kembali lama kemudian (satu jam, kecuali pengelola mengubah `INTERACTION_TTL`): tab yang dibiarkan semalaman, laptop yang tertidur, atau halaman masuk yang disimpan sebagai bookmark.",
      resolution:
        "Kirim pengguna ke `/oauth/authorize` sekali lagi dengan `state` yang baru. Mungkin mereka masih masuk di sini dan cukup sekali klik.",
      prevention:
        "Arahkan tautan ke halaman Anda sendiri yang memulai proses masuk, jangan pernah ke alamat halaman masuk itu sendiri.",
      retry: "Ya, segera, dengan memulai proses masuk yang baru. Yang lama tidak dapat dilanjutkan.",
      page: {
        title: "Proses masuk ini terlalu lama",
        sentence:
          "Demi keamanan Anda, proses masuk hanya terbuka selama waktu terbatas, dan yang ini sudah berakhir. Kembalilah ke aplikasi dan masuk sekali lagi.",
      },
    },
    interaction_finished: {
      description:
        "Proses masuk ini sudah selesai, dengan jawaban ya atau tidak, dan tidak dapat dijawab dua kali.",
      cause:
        "Seseorang kembali ke halaman masuk atau halaman persetujuan setelah aplikasi mendapat jawabannya: lewat tombol kembali, klik kedua pada tombol yang sama, atau tab yang masih terbuka.",
      resolution:
        "Mulai proses masuk yang baru dari aplikasi. Tidak ada yang hilang: jawaban pertama yang berlaku.",
      prevention:
        "Di aplikasi, segera tinggalkan redirect URI (alihkan ke halaman Anda sendiri), supaya tombol kembali tidak menuju proses masuk yang sudah selesai.",
      retry: "Ya, langsung, dengan memulai proses masuk yang baru.",
      page: {
        title: "Proses masuk ini sudah selesai",
        sentence:
          "Anda sudah menjawab di sini, dan aplikasi sudah menerima jawaban Anda. Jika Anda belum juga masuk di sana, silakan masuk sekali lagi.",
      },
    },
    interaction_foreign: {
      description:
        "Proses masuk ini dimulai di browser lain, atau browser ini tidak mengirim cookie yang telah diberikan kepadanya.",
      cause:
        "Tautan ke halaman masuk disalin ke browser lain atau dikirim ke orang lain, aplikasi membuka halamannya di jendela sendiri yang tidak berbagi cookie, atau browser menolak cookie.",
      resolution:
        "Mulai proses masuk yang baru dari aplikasi, di browser tempat orang tersebut ingin masuk, dengan cookie diizinkan untuk alamat ini.",
      prevention:
        "Arahkan orang ke halaman Anda sendiri yang memulai proses masuk, jangan pernah ke alamat halaman masuk itu sendiri. Aplikasi native membuka browser sistem, bukan tampilan tertanam.",
      retry: "Ya, langsung, dengan memulai proses masuk yang baru di browser ini.",
      page: {
        title: "Proses masuk ini milik browser lain",
        sentence:
          "Proses masuk hanya dapat dilanjutkan di browser tempat ia dimulai. Kembalilah ke aplikasi dan masuk dari sana. Jika ini terus terjadi, izinkan cookie untuk halaman ini.",
      },
    },
    client_disabled: {
      description: "Aplikasi ini dinonaktifkan di server ini.",
      cause:
        "Seorang administrator menonaktifkan aplikasi, misalnya karena secret-nya bocor, pemiliknya pergi, atau aplikasi melanggar aturan layanan ini.",
      resolution:
        "Hubungi pengelola server ini dengan menyertakan `client_id` dan `request_id`, lalu tanyakan apa yang harus diubah sebelum aplikasi diaktifkan lagi. Perintah untuk mengaktifkannya adalah `client enable`.",
      prevention:
        "Jaga agar alamat kontak aplikasi selalu benar, supaya pengelola dapat menghubungi Anda sebelum menonaktifkannya, dan segera ganti secret yang bocor.",
      retry: "Tidak. Setiap percobaan gagal sampai administrator mengaktifkan aplikasi.",
      page: {
        title: "Aplikasi ini sedang dimatikan",
        sentence:
          "Pengelola layanan ini mematikan aplikasi tersebut, sehingga untuk sementara tidak ada yang dapat masuk ke sana. Akun Anda sendiri tidak terpengaruh.",
      },
    },
    user_disabled: {
      description: "Akun pengguna dinonaktifkan di server ini.",
      cause:
        "Seorang administrator menonaktifkan akun itu, mungkin ketika proses masuk ini sedang berlangsung.",
      resolution:
        "Sampaikan kepada pengguna bahwa proses masuk tidak mungkin dan bahwa pengelola layanan akun dapat menjelaskan alasannya. Aplikasi Anda tidak dapat berbuat apa-apa.",
      prevention:
        "Tidak ada yang perlu dilakukan di aplikasi. Jangan menghapus data pengguna: akun dapat diaktifkan kembali.",
      retry: "Tidak, sampai administrator mengaktifkan akun itu.",
      page: {
        title: "Akun ini dinonaktifkan",
        sentence:
          "Pengelola layanan ini menonaktifkan akun tersebut. Silakan hubungi mereka untuk mengetahui alasannya; masuk sekali lagi tidak akan membantu. Bila Anda punya akun lain, Anda dapat memakai akun itu.",
      },
    },
    not_a_tester: {
      description: "Aplikasi ini aplikasi percobaan, dan orang ini tidak diundang.",
      cause:
        "Aplikasi ditandai sebagai aplikasi percobaan agar pengembangnya dapat melatih penanganan kesalahan. Hanya pemilik dan orang yang diundangnya yang dapat masuk. Sering kali orang masuk di sini dengan akun lain, bukan akun yang diundang.",
      resolution:
        "Pemilik: undang orang itu di portal pengembang dengan alamat email, nama pengguna, atau nomor telepon yang ia pakai untuk masuk di sini. Pengguna: pilih akun yang diundang; aplikasi dapat menawarkan pilihan itu dengan `prompt=select_account`.",
      prevention:
        "Pakailah satu aplikasi untuk percobaan dan satu lagi untuk semua orang, masing-masing dengan `client_id` sendiri, dan jangan pernah membagikan alamat yang pertama.",
      retry: "Tidak dengan sendirinya. Proses masuk yang baru berhasil setelah orang itu diundang.",
      page: {
        title: "Aplikasi ini hanya untuk percobaan",
        sentence:
          "Pengembangnya menentukan siapa yang boleh masuk, dan akun ini tidak termasuk. Jika Anda mengenal pengembangnya, mintalah undangan; jika tidak, tidak ada yang Anda perlukan di sini.",
      },
    },
  },
};
