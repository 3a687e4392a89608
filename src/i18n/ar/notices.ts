import type { notices as english, NoticeFacts } from "../en/notices.ts";
import { isolate, leftToRight } from "../isolate.ts";
import type { Texts } from "../texts.ts";

const hello = (name: string | null) => (name === null ? "السلام عليكم،" : `السلام عليكم ${isolate(name)}،`);

const circumstances = ({ when, browser, device, address }: NoticeFacts) =>
  `الوقت: ${isolate(when)}
المتصفح: ${isolate(browser ?? "متصفح غير معروف")} على ${isolate(device ?? "جهاز غير معروف")}
عنوان IP: ${leftToRight(address)}`;

export const notices: Texts<typeof english> = {
  kinds: {
    new_device: {
      subject: "دخول جديد إلى حسابك",
      happened: "سجّل أحدهم الدخول إلى حسابك من متصفح لم يُستخدم له من قبل.",
    },
    password_changed: {
      subject: "تغيّرت كلمة المرور",
      happened:
        "تغيّرت كلمة مرور حسابك. سُجّل الخروج من جميع الأجهزة الأخرى، وستطلب منك التطبيقات تسجيل الدخول من جديد.",
    },
    email_changed: {
      subject: "تغيّر بريدك الإلكتروني",
      happened: "تغيّر البريد الإلكتروني لحسابك. من الآن نكتب إلى العنوان الجديد.",
    },
    number_changed: {
      subject: "تغيّر رقم واتساب",
      happened: "تغيّر رقم واتساب لحسابك. من الآن تصل الرموز إلى الرقم الجديد.",
    },
    app_added: {
      subject: "أُضيف تطبيق مصادقة",
      happened: "من الآن يُطلب عند تسجيل الدخول إلى حسابك رمز من تطبيق المصادقة أيضًا.",
    },
    app_removed: {
      subject: "أُزيل تطبيق المصادقة",
      happened: "لم يعد يُطلب عند تسجيل الدخول إلى حسابك رمز من تطبيق المصادقة.",
    },
    email_added: {
      subject: "فُعّلت الرموز بالبريد الإلكتروني",
      happened: "من الآن يُطلب عند تسجيل الدخول إلى حسابك رمز نرسله إلى هذا العنوان أيضًا.",
    },
    email_removed: {
      subject: "أُوقفت الرموز بالبريد الإلكتروني",
      happened: "لم يعد يُطلب عند تسجيل الدخول إلى حسابك رمز نرسله إلى هذا العنوان.",
    },
    passkey_step_added: {
      subject: "يُطلب مفتاح مرور بعد كلمة المرور",
      happened: "من الآن يُطلب عند تسجيل الدخول إلى حسابك بكلمة المرور أحد مفاتيح المرور أيضًا.",
    },
    passkey_step_removed: {
      subject: "لم يعد يُطلب مفتاح مرور بعد كلمة المرور",
      happened: "لم يعد يُطلب مفتاح مرور عند تسجيل الدخول إلى حسابك بكلمة المرور.",
    },
    passkey_added: {
      subject: "أُضيف مفتاح مرور",
      happened: "أُضيف مفتاح مرور إلى حسابك. ومن يملكه يستطيع الدخول دون كلمة المرور.",
    },
    passkey_removed: {
      subject: "حُذف مفتاح مرور",
      happened: "حُذف مفتاح مرور من حسابك. ولم يعد الدخول به ممكنًا.",
    },
    recovery_code_used: {
      subject: "استُخدم رمز استرداد",
      happened: "استُخدم أحد رموز الاسترداد للدخول إلى حسابك، ولم يعد صالحًا. يمكنك إنشاء رموز جديدة متى شئت.",
    },
    recovery_codes_renewed: {
      subject: "لديك رموز استرداد جديدة",
      happened: "أُنشئت رموز استرداد جديدة لحسابك. ولم تعد الرموز السابقة صالحة.",
    },
    codes_exhausted: {
      subject: "رموز خاطئة كثيرة",
      happened:
        "كتب أحدهم كلمة مرور حسابك الصحيحة ثم رموزًا خاطئة كثيرة. لن نقبل رموزًا أخرى حتى الغد. ويبقى مفتاح المرور صالحًا، وكذلك المتصفح الذي طلبت أن نثق به.",
    },
    data_downloaded: {
      subject: "نُزّلت بياناتك",
      happened: "نُزّل كل ما نحتفظ به عنك في ملف.",
    },
    factors_reset: {
      subject: "أُلغيت الخطوة الثانية لحسابك",
      happened:
        "أزال القائمون على هذه الخدمة الخطوة الثانية ورموز الاسترداد ومفاتيح المرور من حسابك. وتكفي الآن كلمة المرور لتسجيل الدخول.",
    },
    account_deleted: {
      subject: "حُذف حسابك",
      happened: "حُذف حسابك وكل ما يتبعه. ولم يعد أي تطبيق يرى شيئًا منه.",
    },
  },
  short: ({ service, happened, when, securityLink }) =>
    `${isolate(service)}: ${happened} (${isolate(when)}) إن لم تكن أنت فانظر هنا فورًا: ${securityLink}`,
  text: (facts) => `${hello(facts.name)}

${facts.happened}

${circumstances(facts)}

إن كنت أنت فكل شيء على ما يرام. وإن لم تكن أنت، فاختر كلمة مرور جديدة فورًا، وغيّر كلمة مرور صندوق البريد هذا أيضًا:

${facts.passwordLink}

ثم راجع كيف يُحمى حسابك:

${facts.securityLink}

${facts.service}
`,
  operatorShort: ({ service, happened, when, contact }) =>
    `${isolate(service)}: ${happened} (${isolate(when)}) إن لم تطلب هذا فاكتب إلينا: ${contact}`,
  operatorText: (facts) => `${hello(facts.name)}

${facts.happened}

الوقت: ${isolate(facts.when)}

إن كنت طلبت هذا فأعد حماية حسابك:

${facts.securityLink}

وإن لم تطلبه فاختر كلمة مرور جديدة فورًا واكتب إلينا:

${facts.passwordLink}

${facts.contact}

${facts.service}
`,
  lastShort: ({ service, happened, when, contact }) =>
    `${isolate(service)}: ${happened} (${isolate(when)}) لا يمكن التراجع عن هذا. إن لم تكن أنت فاكتب إلينا: ${contact}`,
  lastText: (facts) => `${hello(facts.name)}

${facts.happened}

${circumstances(facts)}

لا يمكن التراجع عن هذا. يمكنك التسجيل من جديد متى شئت، وسيكون حسابًا جديدًا.

إن لم تكن أنت فغيّر كلمة مرور صندوق البريد هذا فورًا واكتب إلينا:

${facts.contact}

${facts.service}
`,
};
