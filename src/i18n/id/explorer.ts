import { counted } from "../counted.ts";
import type { explorer as english } from "../en/explorer.ts";
import type { Texts } from "../texts.ts";

export const explorer: Texts<typeof english> = {
  title: "Kesalahan",
  lead: "Permintaan aplikasi ini yang ditolak: apa yang berbeda, seberapa sering, dan cara memperbaikinya.",
  kept: "Setiap penolakan dihitung, selama 30 hari. Yang terbaru dari tiap jenis disimpan satu per satu selama 7 hari, tanpa secret, kode, token, dan apa pun tentang orang.",
  requestId: "Id permintaan",
  requestIdHelp:
    "Tertulis dalam jawaban sebagai request_id dan di header X-Request-Id, serta di setiap halaman kesalahan.",
  find: "Cari",
  period: "Jangka waktu",
  periods: { day: "24 jam", week: "7 hari" },
  byHour: "Per jam",
  total: (requests) => counted("id", requests, { other: "# permintaan gagal." }),
  most: (requests) => counted("id", requests, { other: "Paling banyak # dalam satu jam." }),
  none: "Tidak ada permintaan yang gagal dalam waktu ini.",
  table: "Angka pada grafik",
  hour: "Jam",
  requests: "Permintaan",
  problems: "Apa yang salah",
  proven: "Terbukti",
  claimed: "Mengaku",
  provenHelp:
    "Terbukti: pengirim menunjukkan bahwa ia aplikasi Anda. Mengaku: siapa saja bisa mengirimnya atas nama aplikasi Anda.",
  latest: "Permintaan terbaru",
  latestOf: (reason) => `Permintaan terbaru: ${reason}`,
  latestNone: "Tidak ada yang tersimpan.",
  showAll: "Tampilkan semua kesalahan",
  all: "Semua kesalahan aplikasi ini",
  facts: {
    when: "Kapan",
    requestId: "Id permintaan",
    endpoint: "Di mana",
    code: "Kode kesalahan",
    reason: "Alasan",
    authentication: "Cara aplikasi menyebut siapa dirinya",
    parameters: "Parameter yang datang",
    howOften: "Seberapa sering dalam 7 hari",
  },
  claimedNote:
    "Permintaan ini tidak membuktikan bahwa ia datang dari aplikasi Anda: siapa saja dapat mengirim permintaan dengan client_id Anda.",
  authentication: {
    none: "dengan client_id saja, atau tidak sama sekali",
    basic: "lewat header Authorization (Basic)",
    post: "lewat client_secret di body",
    several: "lewat header Authorization dan client_secret di body",
    assertion: "lewat client_assertion",
    bearer: "lewat token Bearer",
    other: "lewat header Authorization jenis lain",
  },
  noParameters: "tidak ada",
  otherParameters: "lainnya, yang namanya tidak dikenal server ini",
  differed: "Apa yang berbeda",
  what: "Apa",
  expected: "Diharapkan",
  registered: "Terdaftar",
  received: "Diterima",
  nothing: "tidak ada",
  something: "sesuatu yang lain",
  present: "sebuah nilai",
  once: "satu kali",
  repeated: "lebih dari satu kali",
  nowApproved: "Sementara itu sudah disetujui.",
  redirectUri: "Redirect URI",
  registeredNow:
    "Alamat ini sekarang sudah terdaftar, atau hanya berbeda pada nilai yang tidak disimpan. Bila masih gagal, bandingkan nilai setelah tiap tanda sama dengan.",
  kinds: (kinds) => `Bedanya pada: ${kinds}.`,
  scopes: "Scope",
  grants: "Grant",
  parameter: (name) => `Parameter ${name}`,
  secrets: "Client secret",
  secretMade: (moment) => `secret yang dibuat pada ${moment}`,
  request: "Permintaan",
  approval: (scope) => `Persetujuan untuk ${scope}`,
  mend: "Cara memperbaikinya",
  links: {
    settings: "Ubah pengaturan aplikasi ini",
    secret: "Buat secret baru",
    approval: "Lihat persetujuannya",
    code: "Kode yang berfungsi, sebagai pembanding",
    reference: "Kesalahan ini di referensi",
  },
  yours: "Apakah ini tentang aplikasi Anda? Lihat permintaan ini",
  contrast: {
    client_authentication_failed: {
      expected: "secret aplikasi ini yang masih berlaku",
      received: "teks lain, yang tidak disimpan",
    },
    client_authentication_missing: {
      expected: "client_secret, di header Authorization (Basic) atau di body",
      received: "tanpa secret",
    },
    client_authentication_repeated: {
      expected: "satu cara saja: header Authorization atau body",
      received: "dua-duanya, dan isinya berbeda",
    },
    client_authentication_unsupported: {
      expected: "Basic, atau client_id dan client_secret di body",
      received: "cara lain",
    },
    client_secret_unexpected: {
      expected: "tanpa secret: aplikasi ini publik",
      received: "sebuah client_secret",
    },
    confidential_client_required: {
      expected: "aplikasi konfidensial",
      received: "aplikasi ini, yang publik",
    },
    authorization_header_malformed: {
      expected: "Basic dan base64 dari client_id:client_secret",
      received: "header yang tidak dapat dibaca seperti itu",
    },
    client_disabled: { expected: "aplikasi yang aktif", received: "aplikasi ini, selagi dinonaktifkan" },
    authorization_code_unknown: {
      expected: "kode dari server ini, utuh dan tidak berubah",
      received: "teks yang tidak pernah diberikan server ini",
    },
    authorization_code_expired: {
      expected: "kode yang berumur paling lama 10 menit",
      received: "kode yang lebih lama",
    },
    authorization_code_used: {
      expected: "kode yang dipakai untuk pertama kali",
      received: "kode yang sudah pernah dipakai",
    },
    authorization_code_revoked: { expected: "kode yang berlaku", received: "kode yang sudah dicabut" },
    authorization_code_client_mismatch: {
      expected: "kode yang diberikan kepada aplikasi ini",
      received: "kode yang diberikan kepada aplikasi lain",
    },
    code_verifier_mismatch: {
      expected: "code_verifier yang SHA-256-nya dikirim sebagai code_challenge",
      received: "code_verifier lain, yang tidak disimpan",
    },
    code_verifier_required: {
      expected: "sebuah code_verifier, karena code_challenge telah dikirim",
      received: "tanpa code_verifier",
    },
    code_verifier_unexpected: {
      expected: "tanpa code_verifier, karena code_challenge tidak dikirim",
      received: "sebuah code_verifier",
    },
    code_challenge_required: {
      expected: "sebuah code_challenge: aplikasi ini publik",
      received: "tanpa code_challenge",
    },
    code_challenge_method_unsupported: { expected: "S256", received: "metode lain, atau tidak ada" },
    refresh_token_unknown: {
      expected: "refresh token dari server ini, utuh dan tidak berubah",
      received: "teks yang tidak pernah diberikan server ini",
    },
    refresh_token_expired: {
      expected: "refresh token yang masih dalam masa berlakunya",
      received: "refresh token yang lebih lama",
    },
    refresh_token_revoked: {
      expected: "refresh token yang berlaku",
      received: "refresh token yang sudah dicabut",
    },
    refresh_token_reused: {
      expected: "refresh token terbaru dari sesi masuk ini",
      received: "refresh token yang sudah pernah ditukar",
    },
    refresh_token_superseded: {
      expected: "refresh token terbaru dari sesi masuk ini",
      received: "refresh token yang sudah pernah ditukar",
    },
    refresh_token_scope_differs: {
      expected: "scope yang sama dengan permintaan sebelumnya",
      received: "scope lain",
    },
    refresh_token_client_mismatch: {
      expected: "refresh token yang diberikan kepada aplikasi ini",
      received: "refresh token yang diberikan kepada aplikasi lain",
    },
    user_disabled: { expected: "akun yang aktif", received: "akun yang dinonaktifkan" },
    password_changed: {
      expected: "token dari sesudah kata sandi terakhir diganti",
      received: "token dari sebelumnya",
    },
    consent_revoked: {
      expected: "orang yang mengizinkan aplikasi ini",
      received: "orang yang sudah mencabut izinnya",
    },
    response_type_unsupported: { expected: "code", received: "sesuatu yang lain" },
    content_type_unsupported: {
      expected: "application/x-www-form-urlencoded atau application/json",
      received: "jenis media lain, atau tidak ada",
    },
    body_malformed: {
      expected: "formulir, atau satu objek JSON berisi teks",
      received: "body yang tidak dapat dibaca seperti itu",
    },
    json_malformed: { expected: "satu objek JSON", received: "body yang tidak dapat dibaca seperti itu" },
    credentials_in_query: {
      expected: "di body atau header Authorization",
      received: "di alamat, yang disimpan log dan riwayat",
    },
    scope_malformed: {
      expected: "nama-nama dengan satu spasi di antaranya",
      received: "sesuatu yang lain",
    },
    token_expired: { expected: "access token yang masih berlaku", received: "access token yang lebih lama" },
    token_revoked: { expected: "access token yang berlaku", received: "access token yang sudah dicabut" },
    not_a_user: {
      expected: "token milik seseorang",
      received: "token milik aplikasi sendiri (client_credentials)",
    },
    other_user: { expected: "id orang itu sendiri, atau scope admin", received: "id lain" },
  },
};
