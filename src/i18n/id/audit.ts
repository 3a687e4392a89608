import type { audit as english } from "../en/audit.ts";
import type { Texts } from "../texts.ts";

export const audit: Texts<typeof english> = {
  title: "Yang telah dilakukan",
  none: "Belum ada yang dicatat.",
  actions: {
    "user.created": "Akun dibuat",
    "user.disabled": "Akun dinonaktifkan",
    "user.enabled": "Akun diaktifkan",
    "user.factors_reset": "Faktor kedua diatur ulang",
    "user.password_set": "Kata sandi dibuat",
    "user.role_changed": "Peran diubah",
    "user.deleted": "Akun dihapus",
    "client.created": "Aplikasi didaftarkan",
    "client.changed": "Aplikasi diubah",
    "client.disabled": "Aplikasi dinonaktifkan",
    "client.enabled": "Aplikasi diaktifkan",
    "client.verified": "Aplikasi diverifikasi",
    "client.unverified": "Verifikasi dicabut",
    "client.secret_rotated": "Client secret baru dibuat",
    "client.deleted": "Aplikasi dihapus",
    "approval.requested": "Persetujuan diminta",
    "approval.approved": "Disetujui",
    "approval.rejected": "Persetujuan ditolak",
    "approval.withdrawn": "Persetujuan dicabut",
    "scope.created": "Scope dibuat",
    "maintenance.on": "Pemeliharaan dimulai",
    "maintenance.off": "Pemeliharaan selesai",
  },
  by: {
    you: "Anda",
    owner: "pemiliknya",
    administrator: "administrator",
    operator: "pengelola, lewat baris perintah",
    server: "server",
  },
  from: (ip) => `dari ${ip}`,
};
