import type { whatsapp as english } from "../en/whatsapp.ts";
import { isolate, leftToRight } from "../isolate.ts";
import type { Texts } from "../texts.ts";

const example = leftToRight("0812\u00a03456\u00a07890");

export const whatsapp: Texts<typeof english> = {
  code: {
    subject: "رمزك",
    text: ({ code, service }) =>
      `${code} هو رمزك في ${isolate(service)}. وهو صالح عشر دقائق. لا تخبر به أحدًا، فلن يسألك عنه أحد من ${isolate(service)} أبدًا.`,
  },
  reply: {
    subject: "رمزك",
    text: ({ code, service }) =>
      `${code} هو رمزك في ${isolate(service)}. اكتبه فقط في الصفحة التي فتحت منها واتساب بنفسك قبل قليل. هل أرسل إليك أحد رابطًا أو طلب منك أن تكتب إلينا؟ فلا تخبر أحدًا بالرمز، وإلا استطاع فتح حسابك.`,
  },
  message: (service, reference) => `تسجيل الدخول إلى ${service} (${reference})`,
  button: "الدخول عبر واتساب",
  buttonHelp: "يصلك رمز على هاتفك، ولا حاجة إلى كلمة مرور.",
  number: "رقم واتساب",
  numberHelp: `مثلًا ${example}. سنرسل إليه رمزًا عبر واتساب.`,
  numberProblem: `اكتب رقم هاتف كاملًا من فضلك، مثل ${example}، مع رمز البلد (${leftToRight("+…")}) إن لم يكن إندونيسيًا.`,
  page: {
    title: "اكتب الرمز",
    sent: (number) => `أرسلنا رمزًا عبر واتساب إلى ${leftToRight(number)}.`,
    sentIfKnown: (number) => `إن وُجد حساب بالرقم ${leftToRight(number)} فقد أرسلنا إليه رمزًا عبر واتساب.`,
    field: "الرمز المكوّن من 6 أرقام من واتساب",
    submit: "متابعة",
    limits: "الرمز صالح عشر دقائق وفي هذه الصفحة فقط. لا تخبر به أحدًا.",
    nothingCame: "لم تصل رسالة؟",
    wait: "انتظر دقيقة، وتأكد أن الرقم أعلاه صحيح وعليه واتساب.",
    unknown: "ربما لا يوجد حساب بهذا الرقم بعد.",
    again: "طلب رمز آخر",
    openAccount: "فتح حساب",
    otherWay: "تسجيل الدخول بطريقة أخرى",
    email: "استخدام البريد الإلكتروني بدلًا من ذلك",
    wrong: "هذا ليس الرمز الصحيح. انظر في أحدث رسالة من فضلك.",
    spent: "لم يعد هذا الرمز صالحًا: استُخدم، أو كثرت المحاولات. اطلب رمزًا آخر من فضلك.",
    expired: "مضى على هذا الرمز أكثر من عشر دقائق. اطلب رمزًا آخر من فضلك.",
    stale: "أرسل النموذج مرة أخرى من فضلك، فقد بقي مفتوحًا مدة طويلة.",
  },
  write: {
    offer: "يمكنك أيضًا أن تكتب إلينا أولًا، ونجيبك برمز.",
    submit: "اكتب إلينا عبر واتساب",
    title: "اكتب إلينا عبر واتساب",
    open: "فتح واتساب",
    first: "أرسل الرسالة الجاهزة هناك كما هي.",
    answered: "خلال دقيقة نجيبك برمز. عُد إلى هذه الصفحة واكتبه هنا.",
    arrived: "وصلت رسالتك وأجبناك برمز. اكتبه هنا.",
    look: "هل وصلت الرسالة؟",
  },
  newcomer: {
    title: "ما اسمك؟",
    lead: (number) => `لا يوجد حساب بالرقم ${leftToRight(number)} بعد. أخبرنا باسمك لنفتح لك حسابًا.`,
    submit: "فتح الحساب",
  },
};
