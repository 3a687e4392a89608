import type { layout as english } from "../en/layout.ts";
import type { Texts } from "../texts.ts";

export const layout: Texts<typeof english> = {
  skip: "إلى المحتوى مباشرة",
  language: "اللغة",
  documentation: "التوثيق",
  errorReference: "دليل الأخطاء",
  account: "حسابك",
  signIn: "تسجيل الدخول",
  maintenanceBanner: "تجري أعمال صيانة الآن، وبعض الأشياء لا تعمل مؤقتًا.",
};
