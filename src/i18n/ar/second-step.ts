import type { secondStep as english } from "../en/second-step.ts";
import { leftToRight } from "../isolate.ts";
import type { Texts } from "../texts.ts";

export const secondStep: Texts<typeof english> = {
  title: "خطوة أخرى",
  ways: {
    app: {
      lead: "افتح تطبيق المصادقة واكتب الرمز الذي يعرضه لهذا الحساب.",
      code: "الرمز المكوّن من 6 أرقام من التطبيق",
      choose: "استخدام رمز من تطبيق المصادقة",
    },
    email: {
      lead: (address) => `نرسل رمزًا إلى ${leftToRight(address)}.`,
      code: "الرمز المكوّن من 6 أرقام من الرسالة",
      choose: "الحصول على رمز بالبريد الإلكتروني",
    },
    passkey: {
      lead: "استخدم أحد مفاتيح المرور: بصمتك أو وجهك أو الرقم السري لجهازك أو مفتاح أمان.",
      choose: "استخدام مفتاح مرور",
    },
    recovery: {
      lead: "اكتب أحد رموز الاسترداد التي احتفظت بها. كل رمز يعمل مرة واحدة.",
      code: "رمز الاسترداد",
      choose: "فقدت هاتفك؟ استخدم رمز استرداد",
    },
  },
  sent: (address) => `أرسلنا رسالة فيها رمز إلى ${leftToRight(address)}. وهو صالح عشر دقائق.`,
  send: "أرسلوا إليّ رمزًا",
  sendAgain: "أرسلوا إليّ رمزًا جديدًا",
  remember: "لا تطلبوا هذا في هذا المتصفح مدة 30 يومًا",
  rememberHelp: "فقط على جهاز لا يستخدمه غيرك.",
  submit: "متابعة",
  passkeySubmit: "استخدام مفتاح مرور",
  passkeyNeedsScript: "تحتاج مفاتيح المرور إلى JavaScript، وهو متوقف في هذا المتصفح.",
  missing: "اكتب الرمز من فضلك.",
  wrong: "هذا الرمز غير صحيح أو استُخدم من قبل. انتظر الرمز التالي من فضلك ثم حاول مرة أخرى.",
  stale: "أرسل النموذج مرة أخرى من فضلك، فقد بقي مفتوحًا مدة طويلة.",
  lost: "لم يبق لديك رمز استرداد؟ اسأل القائمين على هذه الخدمة.",
  otherWays: "طرق أخرى",
  startOver: "تسجيل الدخول بحساب آخر",
};
