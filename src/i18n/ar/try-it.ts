import type { tryIt as english } from "../en/try-it.ts";
import { leftToRight } from "../isolate.ts";
import type { Texts } from "../texts.ts";

export const tryIt: Texts<typeof english> = {
  title: "تجربة",
  lead: "هنا تُدخل شخصًا بهذا التطبيق، طلبًا بعد طلب، على المسارات الحقيقية. استخدم حسابًا لك أو حسابًا أُنشئ للتجربة. الأكواد والرموز والأسرار مختصرة في هذه الصفحة.",
  noPeople: `لا يُدخل هذا التطبيق أحدًا: فهو غير مسجّل لنوع المنح ${leftToRight("authorization_code")}. يمكنك إضافته في الإعدادات.`,
  enableLead:
    "لهذا يجب أن يكون هذا العنوان من عناوين العودة للتطبيق. وهو لا يقود إلا إلى هذه الصفحة، ويمكنك إزالته لاحقًا في الإعدادات.",
  enable: "إضافة العنوان",
  scopes: "ما الذي تطلبه",
  prompt: "كيف تطلب",
  prompts: {
    usual: "كالمعتاد",
    consent: `طلب الإذن من جديد ${leftToRight("(prompt=consent)")}`,
    login: `تسجيل الدخول من جديد ${leftToRight("(prompt=login)")}`,
    select_account: `اختيار الحساب ${leftToRight("(prompt=select_account)")}`,
    none: `عدم عرض شيء ${leftToRight("(prompt=none)")}`,
  },
  start: "بدء تسجيل الدخول",
  again: "البدء من جديد",
  steps: {
    authorize: "إرسال المتصفح لتسجيل الدخول",
    callback: "عودة المتصفح",
    token: "استبدال الكود بالرموز",
    user: "قراءة بيانات الشخص",
    details: "قراءة بياناته المفصّلة",
    refresh: "تجديد الرموز",
    introspect: "السؤال هل الرمز صالح",
    revoke: "إنهاء الرمز",
  },
  request: "الطلب",
  response: "الجواب",
  checked: "state وiss صحيحان: الجواب يخص هذا الدخول ويأتي من هذا الخادم.",
  refused: "انتهى تسجيل الدخول دون كود.",
  readMore: "ما معنى هذا الخطأ وكيف تصلحه",
  secret: "سر التطبيق",
  secretHelp: "يدخل في هذه الطلبات ولا يُحفظ في أي مكان.",
  secretMissing: "اكتب سر التطبيق من فضلك.",
  next: "ماذا بعد؟",
  rehearse: "الجواب عن الطلب التالي بخطأ",
  rehearseNothing: "لا، جواب حقيقي",
  unknown: {
    title: "هذا لا يخص أي دخول لك",
    lead: "لم تصنع هذه الصفحة المعامل state لك، أو صنعته قبل أكثر من ساعة. على التطبيق أن يرفض مثل هذا الجواب، فقد يكون أحدهم أرسله إليك.",
    back: "إلى تطبيقاتك",
  },
};
