import type { demo as english } from "../en/demo.ts";
import type { Texts } from "../texts.ts";

export const demo: Texts<typeof english> = {
  title: "تطبيق للتجربة",
  introduction:
    "تمثّل هذه الصفحة تطبيقًا لغيرنا، لا يعرف هذا الخادم إلا بعنوانه العام. سجّل الدخول، وستظهر كل خطوة في الأسفل.",
  signIn: (service: string) => `تسجيل الدخول بحساب ${service}`,
  signInPublic: "الشيء نفسه كتطبيق عام",
  refresh: "تجديد الرموز",
  stateDiffers: "هذا الجواب لا يخص دخولًا بدأه هذا المتصفح، فلم يُستخدم. ابدأ من جديد من فضلك.",
  request: "ما يرسله التطبيق",
  response: "ما يعود إليه",
  steps: {
    authorize: (service: string) => `يُرسَل المتصفح إلى ${service}`,
    callback: "يعود المتصفح",
    token: "يستبدل التطبيق الكود",
    refresh: "يجدّد التطبيق رموزه",
    user: "يقرأ التطبيق بيانات المستخدم",
    details: "يقرأ التطبيق البيانات المفصّلة",
  },
};
