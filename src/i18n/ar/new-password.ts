import type { newPassword as english } from "../en/new-password.ts";
import type { Texts } from "../texts.ts";

export const newPassword: Texts<typeof english> = {
  help: "8 أحرف على الأقل. بضع كلمات معًا يسهل تذكّرها ويصعب تخمينها.",
  problems: {
    missing: "اختر كلمة مرور من فضلك.",
    too_short: "استخدم 8 أحرف على الأقل من فضلك.",
    too_long: "استخدم 200 حرف على الأكثر من فضلك.",
    too_common: "هذه من أكثر كلمات المرور شيوعًا، وهي أول ما يُجرَّب عند التخمين. اختر غيرها من فضلك.",
  },
};
