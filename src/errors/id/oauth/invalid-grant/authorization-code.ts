import type { ReasonTranslations } from "../../../definition.ts";
import type { authorizationCodeReasons as english } from "../../../oauth/invalid-grant/authorization-code.ts";

export const authorizationCodeReasons: ReasonTranslations<typeof english> = {
  authorization_code_unknown: {
    description: "Server ini tidak pernah menerbitkan kode otorisasi ini, atau sudah lama melupakannya.",
    cause:
      "Kode terpotong atau berubah di jalan (kolom basis data terlalu pendek, kode disandikan dua kali), berasal dari server atau lingkungan lain, atau yang dikirim hanya isian seperti `test`.",
    resolution:
      "Ambil `code` dari query callback dengan pengurai URL dan kirim tanpa perubahan ke server yang menerbitkannya. Bandingkan karakter pertama di kedua sisi.",
    prevention: "Simpan base URL untuk permintaan authorize dan token dalam satu pengaturan.",
    retry: "Tidak. Mulai proses masuk yang baru.",
  },
  authorization_code_expired: {
    description: "Kode otorisasi sudah kedaluwarsa; kode harus ditukarkan dalam hitungan menit.",
    cause:
      "Lebih dari 10 menit (kecuali pengelola mengubah `AUTHORIZATION_CODE_TTL`) berlalu antara pengalihan dan permintaan token: ada antrean tugas di antaranya, debugger menahan callback, atau halaman callback dibuka lagi dari riwayat.",
    resolution:
      "Tukarkan kode dalam permintaan yang sama yang menerima callback. Biarkan pengguna masuk sekali lagi.",
    prevention:
      "Jangan pernah menyimpan kode untuk nanti. Bila callback harus menunggu sesuatu, biarkan menunggu setelah penukaran.",
    retry: "Tidak. Mulai proses masuk yang baru; pengguna biasanya masih masuk dan tidak ditanya apa-apa.",
  },
  authorization_code_used: {
    description: "Kode otorisasi sudah ditukarkan; token yang terbit darinya mungkin sudah dicabut.",
    cause:
      "Callback berjalan dua kali: StrictMode di React menjalankan effect dua kali saat pengembangan, pengguna memuat ulang halaman callback atau menekan Kembali, pratinjau tautan atau prefetch membukanya, atau klien mengulang permintaan setelah batas waktu. Bila bukan semua itu, ada yang mencuri kodenya; karena itu token yang terbit darinya dicabut.",
    resolution:
      "Tukarkan kode sekali saja: sebelum permintaan, tandai sebagai sudah diambil (menurut `state`), dan sesudahnya, ganti alamat dengan yang tanpa kode (`history.replaceState` atau pengalihan).",
    prevention:
      "Lakukan penukaran di server Anda, atau di React di luar effect (loader pada router) atau di balik penjaga yang bertahan pada putaran kedua. Dengan PKCE, permintaan kedua yang identik dalam 10 detik tetap ditolak, tetapi tidak mencabut apa pun: token dari yang pertama tetap berlaku.",
    retry: "Tidak. Mulai proses masuk yang baru.",
  },
  authorization_code_revoked: {
    description: "Otorisasi di balik kode ini dicabut sebelum kodenya ditukarkan.",
    cause:
      "Di antara pengalihan dan permintaan token, pengguna dikeluarkan dari semua perangkat (`/api/logout-sso`, oleh aplikasi ini atau yang lain), atau aplikasi sendiri mencabut otorisasinya.",
    resolution: "Bawa pengguna melalui proses masuk sekali lagi.",
    prevention: "Tukarkan kode segera, dan jangan mengeluarkan pengguna selama proses masuk berlangsung.",
    retry: "Tidak. Mulai proses masuk yang baru.",
  },
  authorization_code_client_mismatch: {
    description: "Kode otorisasi ini diterbitkan untuk aplikasi lain.",
    cause:
      "Proses masuk dimulai dengan satu `client_id` sedangkan permintaan token memakai yang lain: id situs web di depan dan id backend di belakang, atau uji coba dan produksi yang tertukar.",
    resolution: "Pakai `client_id` yang sama untuk kedua permintaan. Kode tidak rusak oleh percobaan ini.",
    prevention: "Baca `client_id` dari satu pengaturan di kedua tempat.",
    retry:
      "Ya, dengan kredensial aplikasi yang benar, selama kode belum kedaluwarsa; tidak pernah dengan yang ini.",
  },
  redirect_uri_mismatch: {
    description: "Nilai redirect_uri berbeda dari yang dipakai untuk memulai proses masuk ini.",
    cause:
      "Permintaan token harus mengulang `redirect_uri` dari permintaan authorize persis sama. Yang umum: garis miring lebih atau kurang di akhir, `http` di belakang proxy padahal browser melihat `https`, `localhost` alih-alih `127.0.0.1`, atau alamat halaman saat ini alih-alih yang dikonfigurasi.",
    resolution:
      "Pakai satu pengaturan yang sama di kedua tempat dan biarkan pengguna masuk sekali lagi: kode ini tidak dapat dipakai lagi.",
    prevention:
      "Jangan menghitung `redirect_uri` dari permintaan yang masuk; proxy mengubah skema, host, dan port-nya.",
    retry: "Tidak. Mulai proses masuk yang baru setelah memperbaikinya.",
  },
  code_verifier_mismatch: {
    description: "Nilai code_verifier tidak cocok dengan code_challenge dari proses masuk ini.",
    cause:
      "Dua proses masuk di dua tab saling menimpa verifier, verifier dibuat baru di callback, challenge dihitung dari bita yang salah (heksadesimal alih-alih base64url, atau dengan padding), atau ada yang mencoba menukarkan kode yang ditangkap di tempat lain.",
    resolution:
      "Simpan tiap verifier di bawah kunci yang dibuat dari `state`. Periksa perhitungannya dengan contoh RFC 7636, lampiran B: verifier `dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk` menghasilkan challenge `E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM`.",
    prevention: "Biarkan pustaka membuat dan menyimpan kedua nilai, dan uji dengan dua tab.",
    retry: "Tidak. Kode ini tidak dapat dipakai lagi; mulai proses masuk yang baru.",
  },
};
