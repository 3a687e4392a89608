import type { setup as english } from "../en/setup.ts";
import type { Texts } from "../texts.ts";

export const setup: Texts<typeof english> = {
  title: "المسؤول الأول",
  lead: "ليس في هذا الخادم حسابات بعد. سيكون حسابك أولها، وله أن يدير كل شيء.",
  submit: "ابدأ",
};
