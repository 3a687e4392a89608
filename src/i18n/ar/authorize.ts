import type { authorize as english } from "../en/authorize.ts";
import { isolate, leftToRight } from "../isolate.ts";
import type { Texts } from "../texts.ts";

export const authorize: Texts<typeof english> = {
  chooseTitle: "اختيار الحساب",
  chooseLead: (application) => `أي حساب تريد أن تستخدمه مع ${isolate(application)}؟`,
  anotherAccount: "استخدام حساب آخر",
  consentTitle: (application) => `يطلب ${isolate(application)} إذنك`,
  accountChanged: "تغيّر الحساب بينما كانت هذه الصفحة مفتوحة. انظر مرة أخرى من فضلك أي حساب هو المقصود.",
  switchAccount: "استخدام حساب آخر",
  willSee: "إذا سمحت، فسيستطيع هذا التطبيق:",
  allow: "أسمح",
  deny: "لا أسمح",
  revocable: "يمكنك إلغاء هذا الإذن متى شئت من صفحة حسابك.",
  notVerified: "غير موثّق",
  notVerifiedNote: (place) =>
    `لم يراجع أحد هذا التطبيق. لا تسمح له إلا إذا كنت تعرف ${leftToRight(place)} وتثق به.`,
  test: "تطبيق للتجربة",
  testNote: "يستخدمه مطوّره ليجرّب أشياء. لا يدخله إلا هو ومن دعاهم، وقد يُظهر أخطاء عن قصد.",
  returnsTo: (place) => `بعد ذلك تعود إلى ${leftToRight(place)}.`,
  privacyPolicy: "كيف يتعامل التطبيق مع بياناتك",
  parameter: "المعامل",
  receivedRedirectUri: "عنوان العودة الذي أُرسل",
  differs: "ما الذي يختلف عن المسجّل",
  differences: {
    "nothing is registered": "لا شيء مسجّل",
    "percent-encoding": "الترميز بعلامة %",
    scheme: `المخطط ${leftToRight("(http, https)")}`,
    "user name in the address": "اسم مستخدم في العنوان",
    host: "المضيف",
    port: "المنفذ",
    path: "المسار",
    "trailing slash": "الشرطة المائلة في النهاية",
    query: "ما بعد علامة الاستفهام",
    fragment: "ما بعد علامة #",
    "letter case": "الحروف الكبيرة والصغيرة",
  },
  leadsTo: "إلى أين يقود هذا",
  unverifiedReturn: (place) =>
    `لم يراجع أحد هذا التطبيق، فلا نرسلك إليه من تلقاء أنفسنا. سيقودك إلى ${leftToRight(place)}.`,
  continueTo: (place) => `المتابعة إلى ${leftToRight(place)}`,
  startAgain: (application) => `تسجيل الدخول إلى ${isolate(application)} من جديد`,
};
