import type { applicationForm as english } from "../en/application-form.ts";
import type { Texts } from "../texts.ts";

export const applicationForm: Texts<typeof english> = {
  newTitle: "Daftarkan aplikasi",
  newLead:
    "Aplikasi adalah situs web, aplikasi ponsel, atau server Anda, tempat orang masuk dengan akun mereka di sini. Semuanya dapat diubah nanti, kecuali jenisnya.",
  editTitle: "Pengaturan aplikasi",
  verifiedNote:
    "Aplikasi ini sudah diverifikasi. Bila Anda mengubah nama atau tautannya, atau mengalihkan ke tempat lain, aplikasi dianggap belum diverifikasi sampai administrator memeriksanya lagi.",
  name: "Nama",
  nameHelp: "Dibaca orang saat mereka dimintai persetujuan.",
  type: "Jenis",
  types: {
    confidential: "Rahasia (confidential)",
    confidentialHelp: "Situs web dengan server sendiri, yang dapat menyimpan rahasia.",
    public: "Publik (public)",
    publicHelp:
      "Aplikasi ponsel, program komputer, atau halaman tanpa server: tidak mendapat secret dan wajib memakai PKCE.",
  },
  redirectUris: "Redirect URI",
  redirectUrisHelp:
    "Ke mana orang dikembalikan, satu alamat setiap baris, persis seperti yang dikirim aplikasi Anda. https, atau http di localhost; aplikasi publik boleh memakai skema pribadi seperti com.example.app:/callback.",
  grants: "Grant",
  grantTexts: {
    authorization_code: "Orang masuk dengan akunnya",
    refresh_token: "Mereka tetap masuk, tanpa ditanya lagi",
    client_credentials: "Aplikasi meminta untuk dirinya sendiri, tanpa orang",
  },
  scopes: "Scope",
  scopesHelp: "Apa yang boleh diminta aplikasi kepada orang.",
  needsApproval: "Administrator harus menyetujuinya sebelum scope ini membuka apa pun.",
  operatorScope:
    "Diberikan oleh pengelola. Bila Anda melepasnya, hanya pengelola yang dapat memberikannya lagi.",
  homepageUrl: "Situs web",
  privacyPolicyUrl: "Kebijakan privasi",
  addressHelp: "Alamat https. Boleh dikosongkan.",
  submitNew: "Daftarkan",
  submit: "Simpan",
  stale: "Kirim formulir ini sekali lagi; formulir sudah terlalu lama terbuka.",
  problems: {
    name: {
      missing: "Isi namanya.",
      too_long: "Nama paling panjang 100 karakter.",
      characters: "Tulis namanya dalam satu baris, tanpa karakter kendali.",
      imitation:
        "Nama ini dapat dikira nama layanan ini sendiri. Pilih nama yang menunjukkan milik siapa aplikasinya.",
    },
    type: "Pilih salah satu dari keduanya.",
    redirectUrisMissing:
      "Orang yang masuk harus dikembalikan ke suatu tempat: isi paling sedikit satu alamat.",
    redirectUrisTooMany: "Paling banyak 20 redirect URI dapat didaftarkan.",
    redirectUri: {
      too_long: "lebih dari 2.000 karakter.",
      malformed: "bukan alamat mutlak yang dibaca sama oleh setiap browser.",
      fragment: "tidak boleh memiliki bagian setelah #.",
      userinfo: "tidak boleh memuat nama pengguna atau kata sandi sebelum @.",
      wildcard: "tidak boleh memuat *: setiap alamat dibandingkan persis.",
      insecure: "harus diawali https://; http:// hanya untuk localhost, 127.0.0.1, dan [::1].",
      scheme:
        "harus diawali https://; aplikasi publik boleh memakai skema pribadi dengan titik, seperti com.example.app:/callback.",
      private_scheme_confidential: "memakai skema pribadi, yang hanya boleh dipakai aplikasi publik.",
    },
    grantTypes: {
      missing: "Pilih paling sedikit satu.",
      refresh_token_alone: "Agar tetap masuk, orang harus masuk dulu: pilih keduanya.",
      client_credentials_public:
        "Aplikasi publik tidak punya secret, jadi tidak dapat meminta untuk dirinya sendiri. Jangan pilih yang terakhir.",
    },
    scopes: "Pilih paling sedikit satu.",
    address: "Isi alamat https, atau kosongkan.",
  },
};
