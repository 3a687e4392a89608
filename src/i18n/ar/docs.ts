import { counted } from "../counted.ts";
import type { docs as english } from "../en/docs.ts";
import { leftToRight } from "../isolate.ts";
import type { Texts } from "../texts.ts";
import { managementApi } from "./management-api.ts";

export const docs: Texts<typeof english> = {
  title: "دليل الأخطاء",
  lead: "كل خطأ في هذا الخادم: ما الذي حدث، ولماذا، وكيف تصلحه، وكيف تمنعه من العودة.",
  howTo:
    "كل خطأ يذكر `code`، و`reason` أدق منه، و`request_id`. ويقود `error_uri` إلى السبب مباشرة في إحدى هذه الصفحات.",
  machine: "الدليل نفسه للبرامج:",
  search: "البحث في الرموز والأسباب والنصوص",
  submit: "بحث",
  all: "عرض كل الأخطاء",
  found: (reasons) =>
    counted("ar", reasons, {
      zero: "لم يُعثر على أي سبب.",
      one: "عُثر على سبب واحد.",
      two: "عُثر على سببين.",
      few: "عُثر على # أسباب.",
      many: "عُثر على # سببًا.",
      other: "عُثر على # سبب.",
    }),
  nothing: "لم يُعثر على شيء. جرّب كلمة واحدة من الرمز، أو مما تراه.",
  ofTheSdk: "بعض الأخطاء تصدر عن حزمة SDK ولم تصل إلى هذا الخادم:",
  code: "الرمز",
  status: "الحالة",
  meaning: "معناه وأسبابه",
  families: { oauth: "تسجيل الدخول والرموز", api: "واجهة المستخدم البرمجية والصفحات" },
  familyPaths: { oauth: leftToRight("/oauth/*"), api: `${leftToRight("/api/*")} والصفحات` },
  redirect: "يأتي بإعادة التوجيه",
  alsoAs: "ويأتي أيضًا",
  whatToDo: "ما الذي تفعله",
  sample: "كيف يبدو في الواقع",
  reasons: "الأسباب",
  linkTo: (reason) => `رابط إلى ${leftToRight(reason)}`,
  makeItHappen: "اجعله يقع",
  makeNamed: (reason) => `اجعله يقع: ${leftToRight(reason)}`,
  cause: "لماذا يحدث عادة",
  cure: "كيف تصلحه",
  prevention: "كيف تمنعه",
  retry: "هل تنفع المحاولة مرة أخرى؟",
  hint: "hint في الجواب",
  places: "أين يحدث",
  page: "ما يقرؤه الشخص",
  fixableBy: {
    app_developer: "يصلحه مطوّر التطبيق",
    operator: "يصلحه المشغّل",
    person: "يصلحه الشخص نفسه",
  },
  retryable: "حاول لاحقًا",
  notRetryable: "المحاولة مرة أخرى لا تنفع",
  pagePlace: "صفحة يراها الناس",
  back: "كل الأخطاء",
  sdk: {
    label: "كيف تُظهره حزمة SDK",
    never: "لا تُظهره أبدًا: يحدث حيث لا تصل الحزمة.",
    repeats: "تعيد الحزمة إرسال الطلب من نفسها مرات قليلة وحيث لا ضرر في ذلك فقط، ثم ترمي",
    renews: "تجدّد الحزمة الرمز من نفسها وتعيد النداء مرة واحدة، فإن رُفض أيضًا رمت",
    signIn: "`needsSignIn(error)` صحيح: اعرض تسجيل الدخول من جديد. ترمي الحزمة",
    throws: "ترمي الحزمة",
  },
  guide: {
    title: "التوثيق",
    pages: "كل الصفحات",
  },
  managementApi,
};
