import type { outbox as english } from "../en/outbox.ts";
import { leftToRight } from "../isolate.ts";
import type { Texts } from "../texts.ts";

export const outbox: Texts<typeof english> = {
  title: "صندوق الصادر",
  lead: "للتطوير فقط: رسائل البريد وواتساب التي كانت سترسل، الأحدث أولًا.",
  empty: "لم يُرسل شيء بعد.",
  to: (address) => `إلى ${leftToRight(address)}`,
};
