import type { admin as english } from "../en/admin.ts";
import { isolate, leftToRight } from "../isolate.ts";
import type { Texts } from "../texts.ts";

export const admin: Texts<typeof english> = {
  title: "الإدارة",
  tabs: {
    approvals: "الموافقات",
    applications: "التطبيقات",
    users: "الأشخاص",
    audit: "السجل",
  },
  status: {
    decided: "حُفظ قرارك، وأُبلغ المطوّر بالبريد الإلكتروني.",
    decided_silently: "حُفظ قرارك. ليس للمطوّر بريد إلكتروني، فلم يُبلغ.",
    verified: "وُثّق التطبيق.",
    unverified: "لم يعد التطبيق موثّقًا.",
    disabled: "عُطّل التطبيق، ولا يستطيع تشغيله من جديد إلا مسؤول.",
    enabled: "عاد التطبيق إلى العمل.",
    user_created: "أُنشئ الحساب.",
    user_disabled: "عُطّل الحساب وسُجّل خروج صاحبه.",
    user_enabled: "عاد الحساب إلى العمل.",
    user_signed_out: "سُجّل خروج صاحبه من كل مكان.",
    factors_reset: "أُزيلت الخطوة الثانية ورموز الاسترداد ومفاتيح المرور.",
    role_changed: "حُدّد الدور.",
    not_verified: "لم يتغيّر شيء: لم يعد التطبيق كما عرضته هذه الصفحة. راجعه مرة أخرى من فضلك.",
  },
  queue: {
    title: "الموافقات",
    lead: "تطبيقات تطلب نطاقات حساسة، الأقدم انتظارًا أولًا.",
    none: "لا يوجد شيء هنا.",
    states: "الحالة",
    look: "مراجعة",
  },
  decision: {
    title: (scope, application) => `${leftToRight(scope)} لتطبيق ${isolate(application)}`,
    couldRead: "ما الذي سيتمكن من فعله",
    reads: {
      "detail-user":
        "عن كل من يوافق: النبذة ورقم الهاتف ومكان الميلاد وتاريخه والعنوان، إضافة إلى الاسم والبريد الإلكتروني واسم المستخدم والجنس والصورة.",
      admin:
        "نيابةً عن مسؤول يوافق: قراءة اسم أي شخص وبريده الإلكتروني واسم المستخدم وجنسه وصورته بمعرفة رقمه، والسؤال عن التطبيقات الموافق عليها.",
      other: (scope) =>
        `معنى النطاق ${leftToRight(scope)} تعرفه خدمات المشغّل نفسه، وهذا الخادم لا يفتح به شيئًا.`,
    },
    notAsked: "لم يطلبه المطوّر.",
    owner: "مقدّم الطلب",
    nobody: "لا أحد: سجّله المشغّل",
    legend: "قرارك",
    note: "السبب",
    noteHelp: "يقرؤه المطوّر. والرفض لا بد له من سبب.",
    noteMissing: "اكتب سببًا من فضلك، ليعرف المطوّر ما يجب إصلاحه.",
    noteTooLong: "هذا طويل جدًا.",
    noteCharacters: "استخدم نصًا عاديًا بلا محارف تحكم من فضلك.",
    approve: "موافقة",
    reject: "رفض",
    withdraw: "سحب الموافقة",
    changed: "تغيّر هذا منذ فتحت الصفحة. راجعه مرة أخرى من فضلك قبل أن تقرر.",
    history: "سجل التطبيق",
  },
  applications: {
    title: "التطبيقات",
    lead: "الأحدث أولًا.",
    none: "لا يوجد تطبيق هنا.",
    filter: "أيها",
    all: "الكل",
    unverified: "غير موثّق",
    verify: "توثيق",
    unverify: "سحب التوثيق",
    verifyNote: "انظر في اسمه وروابطه وإلى أين يقود: سيقرأ الناس أن أحدًا راجعه.",
    disable: "تعطيل",
    enable: "تشغيل",
    sensitive: "نطاقات حساسة",
  },
};
