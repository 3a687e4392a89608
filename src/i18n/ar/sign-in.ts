import type {
  home as englishHome,
  signIn as englishSignIn,
  signOut as englishSignOut,
} from "../en/sign-in.ts";
import { isolate } from "../isolate.ts";
import type { Texts } from "../texts.ts";

export const signIn: Texts<typeof englishSignIn> = {
  title: "تسجيل الدخول",
  toContinue: (application) => `للمتابعة إلى ${isolate(application)}`,
  identifier: "البريد الإلكتروني أو اسم المستخدم أو رقم الهاتف",
  identifierMissing: "اكتب بريدك الإلكتروني أو اسم المستخدم أو رقم هاتفك من فضلك.",
  password: "كلمة المرور",
  passwordMissing: "اكتب كلمة المرور من فضلك.",
  submit: "دخول",
  wrong: "هذا لا يطابق أي حساب. تأكد من الخانتين من فضلك ثم حاول مرة أخرى.",
  stale: "أرسل النموذج مرة أخرى من فضلك، فقد بقي مفتوحًا مدة طويلة.",
  forgot: "هل نسيت كلمة المرور؟",
  noAccount: "ليس لديك حساب؟",
  register: "افتح حسابًا",
  doubt: {
    title: "نحتاج إلى رمز أيضًا",
    lead: "كُتبت اليوم كلمات مرور خاطئة كثيرة لهذا الحساب، فلا تكفي كلمة المرور وحدها لفتحه من هنا.",
    sent: "إن كانت كلمة المرور صحيحة فقد أرسلنا رمزًا: عبر واتساب إلى رقم الحساب، أو بالبريد إلى عنوانه.",
    field: "الرمز المكوّن من 6 أرقام",
    wait: "انتظر بضع دقائق، وانظر في البريد غير المرغوب فيه أيضًا. إن لم يصل شيء فكلمة المرور غير صحيحة: حاول مرة أخرى أو اختر كلمة جديدة.",
    again: "تسجيل الدخول من جديد",
  },
  signedOut: "سُجّل خروجك.",
};

export const signOut: Texts<typeof englishSignOut> = {
  title: "تسجيل الخروج",
  question: (name) => `هل تريد تسجيل الخروج من حساب ${isolate(name)} في هذا المتصفح؟`,
  applications: "التطبيقات التي دخلتها تبقى مفتوحة حتى تسجّل الخروج منها هناك.",
  submit: "تسجيل الخروج",
  submitAll: "تسجيل الخروج من كل الحسابات في هذا المتصفح",
  cancel: "البقاء داخلًا",
};

export const home: Texts<typeof englishHome> = {
  deleted: "حُذف حسابك.",
  title: (site) => `أهلًا بك في ${isolate(site)}`,
  lead: "حساب واحد لتطبيقات كثيرة. أنت تقرر ما يراه كل تطبيق منها، ويمكنك تغيير رأيك متى شئت.",
  signIn: "تسجيل الدخول",
  register: "فتح حساب",
};
