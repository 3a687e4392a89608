import type { passkey as english } from "../en/passkey.ts";
import type { Texts } from "../texts.ts";

export const passkey: Texts<typeof english> = {
  signIn: "Masuk dengan passkey",
  failed: "Tidak berhasil. Coba lagi, atau pilih cara lain.",
  wrong: "Passkey ini tidak diterima. Coba lagi, atau pilih cara lain.",
};
