import type { ReasonTranslations } from "../../../definition.ts";
import type { pkceReasons as english } from "../../../oauth/invalid-request/pkce.ts";
import { applicationMistake } from "../pages.ts";

export const pkceReasons: ReasonTranslations<typeof english> = {
  code_challenge_required: {
    description: "Aplikasi publik wajib memakai PKCE, tetapi code_challenge tidak ada.",
    cause:
      "Aplikasi terdaftar sebagai publik (aplikasi ponsel, desktop, atau satu halaman tanpa secret) dan memulai proses masuk tanpa `code_challenge`. Tanpa itu, program yang menangkap kodenya dapat menukarkannya.",
    resolution:
      "Buat `code_verifier` acak, simpan, lalu kirim `code_challenge=base64url(sha256(code_verifier))` dan `code_challenge_method=S256`. Di setiap pustaka OAuth masa kini ini cukup satu pengaturan bernama PKCE.",
    prevention: "Pakai PKCE di semua aplikasi, termasuk yang confidential; tidak ada biayanya.",
    retry: "Tidak tanpa `code_challenge`.",
    page: applicationMistake,
  },
  code_challenge_method_unsupported: {
    description: "Nilai code_challenge_method bukan S256, satu-satunya yang diterima server ini.",
    cause:
      "`plain` dipilih, `S256` salah tulis (`sha256`, `s256`), atau parameternya tidak dikirim, yang menurut RFC 7636 berarti `plain`. Dengan `plain`, siapa pun yang membaca permintaan pertama dapat menukarkan kodenya.",
    resolution:
      "Kirim `code_challenge_method=S256`, dan hitung hash dari verifier-nya: `base64url(sha256(code_verifier))`.",
    prevention: "Biarkan pustaka OAuth Anda memilih; semua pustaka masa kini mengirim `S256`.",
    retry: "Tidak, sebelum metodenya diganti.",
    page: applicationMistake,
  },
  code_verifier_required: {
    description: "Proses masuk dimulai dengan code_challenge, tetapi sekarang code_verifier tidak ada.",
    cause:
      "Verifier hilang di antara dua permintaan: hanya disimpan di memori lalu halaman dimuat ulang, tersimpan di `sessionStorage` tab lain, atau di cookie yang tidak ikut kembali dari pengalihan (`SameSite=Strict`); atau server yang menukarkan kode bukan server yang membuat verifier.",
    resolution:
      "Simpan verifier di tempat yang ditemukan callback (sesi server, `sessionStorage` tab yang sama, atau cookie dengan `SameSite=Lax`), di bawah kunci yang dibuat dari `state`, lalu kirim bersama kodenya.",
    prevention: "Uji proses masuk dengan memuat ulang halaman di tengahnya, dan dengan dua tab sekaligus.",
    retry:
      "Ya, dengan verifier-nya, selama kode belum kedaluwarsa; bila verifier hilang, mulai proses masuk yang baru.",
  },
  code_verifier_unexpected: {
    description: "Ada code_verifier, padahal proses masuk ini dimulai tanpa code_challenge.",
    cause:
      "URL yang memulai proses masuk disusun di satu tempat, tanpa PKCE, sedangkan kodenya ditukarkan oleh pustaka yang memakainya; atau sesuatu di jalan menghapus `code_challenge`. Permintaan ditolak karena penyerang yang melucuti PKCE dari proses masuk tampak persis sama.",
    resolution:
      "Biarkan pustaka yang sama menyusun URL authorize dan menukarkan kode, supaya keduanya memakai PKCE.",
    prevention: "Jangan menulis URL proses masuk sendiri di dalam templat.",
    retry: "Mulai proses masuk yang baru, dengan `code_challenge`.",
  },
};
