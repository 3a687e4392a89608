import type { setup as english } from "../en/setup.ts";
import type { Texts } from "../texts.ts";

export const setup: Texts<typeof english> = {
  title: "Administrator pertama",
  lead: "Server ini belum memiliki akun. Akun Anda akan menjadi yang pertama dan dapat mengatur semuanya.",
  submit: "Mulai",
};
