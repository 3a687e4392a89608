import type { scopes as english } from "../en/scopes.ts";
import type { Texts } from "../texts.ts";

export const scopes: Texts<typeof english> = {
  "view-user": "Melihat nama, alamat email, nama pengguna, jenis kelamin, dan foto profil Anda",
  "detail-user":
    "Melihat tulisan tentang diri Anda, nomor telepon, tempat dan tanggal lahir, serta alamat Anda",
  "edit-user": "Mengubah profil Anda",
  admin: "Bertindak sebagai administrator layanan ini atas nama Anda",
  other: (scope) => `Memakai izin ${scope}`,
};
