import type { adminAudit as english } from "../en/admin-audit.ts";
import type { Texts } from "../texts.ts";

export const adminAudit: Texts<typeof english> = {
  title: "Yang telah dilakukan",
  lead: "Siapa melakukan apa pada siapa, dan dari mana, yang terbaru lebih dulu. Tidak ada yang pernah diubah atau dihapus di sini.",
  filter: "Saring",
  any: "Apa saja",
  action: "Apa",
  actor: "Siapa (nomor akun)",
  targetKind: "Pada apa",
  targetId: "Nomor, client_id, atau namanya",
  since: "Mulai tanggal",
  until: "Sampai tanggal",
  show: "Tampilkan",
  reset: "Tampilkan semua",
  kinds: { user: "Akun", client: "Aplikasi", scope: "Scope", server: "Server" },
  problems: {
    actor: "Akun disebut dengan nomornya.",
    action: "Tidak ada yang seperti ini.",
    target: "Isi keduanya: pada apa dilakukan, dan nomor, client_id, atau namanya.",
    date: "Isi tanggal yang ada di kalender.",
    several: "Isi salah satu saja: siapa, apa, atau pada apa.",
  },
  download: "Unduh sebagai CSV",
  downloadHelp:
    "Semua catatan yang cocok, bukan hanya halaman ini. Bahwa Anda mengambil salinannya juga dicatat.",
};
