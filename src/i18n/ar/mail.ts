import type { mail as english } from "../en/mail.ts";
import { isolate, leftToRight } from "../isolate.ts";
import type { Texts } from "../texts.ts";

const said = (what: string, note: string | null) => (note === null ? "" : `\n${what}\n\n${note}\n`);

const hello = (name: string | null) => (name === null ? "السلام عليكم،" : `السلام عليكم ${isolate(name)}،`);

export const mail: Texts<typeof english> = {
  confirmAddress: {
    subject: "تأكيد بريدك الإلكتروني",
    text: ({ name, service, link, code }) => `${hello(name)}

أنت تفتح حسابًا في ${isolate(service)}. نرجو أن تثبت لنا أن هذا العنوان لك.

اكتب هذا الرمز حيث سجّلت:

    ${code}

أو افتح هذا الرابط، وسنسألك عن كلمة المرور التي اخترتها:

${link}

كلاهما صالح ساعة واحدة. لا تخبر أحدًا بالرمز، فلن يسألك عنه أحد من ${isolate(service)} أبدًا.

إن لم تكن أنت من سجّل فلا داعي لأن تفعل شيئًا: لن يُفتح أي حساب.

${service}
`,
  },
  code: {
    subject: "رمزك",
    text: ({ name, service, code }) => `${hello(name)}

هذا رمزك في ${isolate(service)}:

    ${code}

وهو صالح عشر دقائق، في الصفحة التي طلبته فيها. لا تخبر به أحدًا، فلن يسألك عنه أحد من ${isolate(service)} أبدًا.

إن لم تطلبه فلا داعي لأن تفعل شيئًا.

${service}
`,
  },
  alreadyRegistered: {
    subject: "لديك حساب من قبل",
    text: ({ name, service, link, resetLink }) => `${hello(name)}

أراد أحدهم، وهو أنت على الأغلب، أن يفتح حسابًا في ${isolate(service)} بهذا العنوان. والحساب موجود من قبل.

سجّل الدخول هنا:

${link}

وإن نسيت كلمة المرور فاختر كلمة جديدة هنا:

${resetLink}

إن لم تكن أنت فلا داعي لأن تفعل شيئًا: لم يتغيّر أي شيء.

${service}
`,
  },
  invited: {
    subject: "لديك حساب",
    text: ({ name, service, link, resetLink }) => `${hello(name)}

أنشأ القائمون على ${isolate(service)} حسابًا لك. اختر كلمة مرور هنا:

${link}

يعمل الرابط مرة واحدة خلال ساعة. وبعدها اطلب رابطًا جديدًا هنا:

${resetLink}

إن كنت لا تعرف شيئًا عن هذا فلا داعي لأن تفعل شيئًا.

${service}
`,
  },
  resetPassword: {
    subject: "اختيار كلمة مرور جديدة",
    text: ({ name, service, link }) => `${hello(name)}

نسي أحدهم، وهو أنت على الأغلب، كلمة مرور حسابك في ${isolate(service)}. اختر كلمة جديدة هنا:

${link}

يعمل الرابط مرة واحدة خلال ساعة. لا تعطه أحدًا: فمن يملكه يستطيع تغيير كلمة المرور.

إن لم تكن أنت فلا داعي لأن تفعل شيئًا: كلمة المرور باقية كما هي.

${service}
`,
  },
  factorCode: {
    subject: "رمزك",
    text: ({ name, service, link, code }) => `${hello(name)}

هذا هو الرمز الذي يطلبه منك ${isolate(service)}:

    ${code}

وهو صالح عشر دقائق، في المتصفح الذي طُلب فيه. لا تخبر به أحدًا، فلن يسألك عنه أحد من ${isolate(service)} أبدًا.

إن لم تكن تسجّل الدخول الآن، فهناك من يعرف كلمة المرور. اختر كلمة جديدة:

${link}

${service}
`,
  },
  approvalApproved: {
    subject: "وُوفق على طلبك",
    text: ({ name, service, link, application, scope, note }) => `${hello(name)}

يُسمح الآن لتطبيق ${isolate(application)} باستخدام النطاق ${leftToRight(scope)} في ${isolate(service)}. والرموز التي لديك تعمل من طلبها التالي.
${said("ما أضافه المسؤول:", note)}
انظر هنا:

${link}

${service}
`,
  },
  approvalRejected: {
    subject: "رُفض طلبك",
    text: ({ name, service, link, application, scope, note }) => `${hello(name)}

رُفض طلبك أن يستخدم تطبيق ${isolate(application)} النطاق ${leftToRight(scope)} في ${isolate(service)}.
${said("السبب:", note)}
يمكنك إصلاح الخلل ثم الطلب مرة أخرى:

${link}

${service}
`,
  },
  approvalWithdrawn: {
    subject: "سُحبت الموافقة",
    text: ({ name, service, link, application, scope, note }) => `${hello(name)}

لم يعد يُسمح لتطبيق ${isolate(application)} باستخدام النطاق ${leftToRight(scope)} في ${isolate(service)}. ولم تعد الرموز التي لديك تفتح به شيئًا.
${said("السبب:", note)}
يمكنك الطلب مرة أخرى:

${link}

${service}
`,
  },
};
