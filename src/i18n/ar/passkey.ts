import type { passkey as english } from "../en/passkey.ts";
import type { Texts } from "../texts.ts";

export const passkey: Texts<typeof english> = {
  signIn: "الدخول بمفتاح مرور",
  failed: "لم ينجح ذلك. حاول مرة أخرى من فضلك، أو اختر طريقة أخرى.",
  wrong: "لم يُقبل مفتاح المرور هذا. حاول مرة أخرى من فضلك، أو اختر طريقة أخرى.",
};
