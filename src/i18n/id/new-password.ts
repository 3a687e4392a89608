import type { newPassword as english } from "../en/new-password.ts";
import type { Texts } from "../texts.ts";

export const newPassword: Texts<typeof english> = {
  help: "Minimal 8 karakter. Gabungan beberapa kata mudah diingat dan sulit ditebak.",
  problems: {
    missing: "Silakan buat kata sandi.",
    too_short: "Gunakan minimal 8 karakter.",
    too_long: "Gunakan paling banyak 200 karakter.",
    too_common: "Kata sandi ini sangat umum dan paling dulu ditebak orang. Silakan pilih yang lain.",
  },
};
