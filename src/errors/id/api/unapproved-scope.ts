import type { unapprovedScope as english } from "../../api/unapproved-scope.ts";
import type { CodeTranslation } from "../../definition.ts";

export const unapprovedScope: CodeTranslation<typeof english> = {
  description:
    "Token memiliki scope itu dan pengguna sudah setuju, tetapi administrator belum menyetujui aplikasi ini untuk scope tersebut.",
  resolution:
    "Mintalah persetujuan kepada pengelola server ini. Setelah diberikan, token yang sudah Anda punya langsung berlaku pada panggilan berikutnya; tidak ada yang perlu masuk lagi.",
  reasons: {
    approval_not_requested: {
      description: "Belum ada yang meminta agar aplikasi ini disetujui untuk scope tersebut.",
      cause:
        "Scope sensitif seperti `detail-user` (alamat, tanggal lahir, nomor telepon) memerlukan persetujuan administrator di samping persetujuan pengguna. Aplikasi mencantumkan scope itu, tetapi persetujuannya belum pernah diminta.",
      resolution:
        "Mintalah persetujuan, dengan alamat kebijakan privasi Anda, tujuannya, cara Anda melindungi data, dan cara Anda menaati hukum. Sementara itu pakai `GET /api/user`, yang tidak memerlukan persetujuan.",
      prevention:
        "Mintalah persetujuan beberapa minggu sebelum rilis yang memerlukannya, dan buat kode Anda dapat berjalan tanpa data terperinci.",
      retry: "Tidak, sebelum administrator menyetujui; setelah itu langsung, dengan token yang sama.",
    },
    approval_pending: {
      description: "Persetujuan aplikasi ini untuk scope tersebut sudah diminta dan belum diputuskan.",
      cause: "Administrator belum melihat permintaannya, atau masih memeriksanya.",
      resolution:
        "Pengembang aplikasi: tunggu, dan sementara itu pakai `GET /api/user`. Pengelola: putuskan dengan `client approve` atau `client reject`.",
      prevention:
        "Beri jawaban lengkap pada permintaan pertama; yang paling memakan waktu adalah tanya jawab.",
      retry:
        "Sesekali, jangan dalam perulangan; panggilan berikutnya setelah persetujuan berhasil dengan token yang sama.",
    },
    approval_rejected: {
      description: "Administrator menolak menyetujui aplikasi ini untuk scope tersebut.",
      cause:
        "Alasannya disampaikan bersama keputusan. Sering kali kebijakan privasi tidak ada atau tidak menyebut datanya, atau tujuannya dapat dicapai dengan `view-user` saja.",
      resolution:
        "Perbaiki yang disebut dalam alasan lalu minta lagi, atau hilangkan `detail-user` dari proses masuk Anda.",
      prevention:
        "Minta scope sensitif hanya bila sebuah fitur tidak dapat berjalan tanpanya, dan sebutkan fitur itu.",
      retry: "Tidak, sebelum permintaan baru disetujui.",
    },
    approval_withdrawn: {
      description: "Administrator menarik kembali persetujuan aplikasi ini untuk scope tersebut.",
      cause:
        "Persetujuannya pernah berlaku dan ditarik kembali, misalnya setelah keluhan, pergantian pemilik, atau insiden. Ini langsung berlaku untuk semua token, termasuk yang terbit sebelumnya.",
      resolution: "Hubungi pengelola dan selesaikan penyebabnya; lalu minta persetujuan lagi.",
      prevention:
        "Beri tahu pengelola lebih dulu bila tujuan, pemilik, atau kebijakan privasi aplikasi berubah.",
      retry: "Tidak, sebelum disetujui lagi.",
    },
  },
};
