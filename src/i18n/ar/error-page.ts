import type { errorPage as english } from "../en/error-page.ts";
import type { Texts } from "../texts.ts";

export const errorPage: Texts<typeof english> = {
  details: "تفاصيل لمن عليه أن يصلح هذا",
  code: "رمز الخطأ",
  reason: "السبب",
  requestId: "رقم الطلب",
  reference: "اقرأ عن هذا الخطأ في دليل الأخطاء",
  home: "إلى الصفحة الأولى",
  signIn: "تسجيل الدخول",
  tryAgain: "حاول مرة أخرى",
  fixableBy: {
    app_developer: "يستطيع مطوّرو التطبيق إصلاح هذا.",
    operator: "يستطيع القائمون على هذه الخدمة إصلاح هذا.",
    person: "تستطيع إصلاح هذا بنفسك.",
  },
};
