import { counted } from "../counted.ts";
import { durationText } from "../duration.ts";
import type { adminOperation as english } from "../en/admin-operation.ts";
import { leftToRight } from "../isolate.ts";
import type { Texts } from "../texts.ts";

export const adminOperation: Texts<typeof english> = {
  scopes: {
    title: "النطاقات",
    lead: `ما يمكن أن تطلبه التطبيقات. ونطاقاتك الخاصة لرموز التطبيقات نفسها (${leftToRight("client_credentials")}).`,
    builtIn: "مدمج",
    own: "خاص بك",
    sensitive: "يحتاج موافقة",
    create: "نطاق جديد",
    name: "الاسم",
    nameHelp: `حروف ${leftToRight("a-z")} وأرقام، وبينها ${leftToRight("- _ . :")}. ولا يمكن تغييره أو حذفه لاحقًا.`,
    requiresApproval: "يحتاج موافقة",
    requiresApprovalHelp: "لا بد أن يوافق مسؤول على كل تطبيق ليستخدمه.",
    submit: "إنشاء النطاق",
    problems: {
      shape: `يبدأ الاسم بحرف، وفيه 64 على الأكثر من ${leftToRight("a-z 0-9")} وبينها ${leftToRight("- _ . :")} مفردة.`,
      reserved: `هذا اسم من أسماء ${leftToRight("OpenID Connect")} وله معنى آخر.`,
      taken: "يوجد نطاق بهذا الاسم.",
    },
  },
  settings: {
    pages: "الإعدادات والحدود",
    unset: "غير مضبوط",
    title: "الإعدادات",
    lead: "ما شُغّل به هذا الخادم. تُغيَّر الإعدادات حيث يُشغَّل، في بيئته.",
  },
  limits: {
    title: "حدود الاستخدام",
    lead: `كم مرة يجوز أن يحدث شيء. تُغيَّر بالإعداد ${leftToRight("RATE_LIMITS")}.`,
    what: "ماذا",
    count: "كم مرة",
    window: "خلال",
    off: "بلا حد",
    times: (count) =>
      counted("ar", count, {
        one: "مرة واحدة",
        two: "مرتان",
        few: "# مرات",
        other: "# مرة",
      }),
    seconds: (count) => durationText("ar", count),
    about: {
      api_user: "قراءة بيانات شخص الأساسية، لكل رمز",
      api_user_details: "قراءة تفاصيل شخص، لكل رمز",
      api_refused_by_ip: "نداءات الواجهة البرمجية برمز خاطئ، لكل عنوان",
      client_refused: "طلبات رموز مرفوضة، لكل تطبيق وعنوان",
      client_accepted: "طلبات رموز مقبولة، لكل تطبيق وعنوان",
      authorize_by_ip: "طلبات التفويض، لكل عنوان",
      password_by_account_and_ip: "كلمات مرور خاطئة، لكل حساب وعنوان",
      password_by_account_and_device: "كلمات مرور خاطئة في متصفح معروف، لكل حساب",
      password_by_ip: "كلمات مرور خاطئة، لكل عنوان",
      password_by_name_and_day: "كلمات مرور خاطئة في اليوم، لكل اسم",
      password_by_device_and_day: "كلمات مرور خاطئة في اليوم في متصفح معروف، لكل حساب",
      mail_by_address: "رسائل إلى صندوق بريد واحد",
      mail_by_ip: "رسائل بريد مطلوبة، لكل عنوان",
      code_by_recipient: "رموز إلى رقم أو صندوق بريد واحد",
      code_by_recipient_and_day: "رموز إلى رقم أو صندوق بريد واحد في اليوم",
      code_by_ip: "رموز مطلوبة، لكل عنوان",
      write_first_by_ip: "دخول يبدأ بالكتابة إلينا، لكل عنوان",
      whatsapp_notices_by_number: "إشعارات واتساب إلى رقم واحد",
      whatsapp_to_new_numbers: "رسائل واتساب إلى أرقام لم تُؤكَّد",
      whatsapp_to_known_numbers: "رسائل واتساب إلى أرقام مؤكَّدة",
      second_factor_by_account: "رموز خاطئة بعد كلمة مرور صحيحة، لكل حساب",
      registration_by_ip: "تسجيل حسابات، لكل عنوان",
      application_registration_by_user: "تطبيقات مسجَّلة، لكل شخص",
      data_download_by_user: "تنزيل الشخص بياناته، لكل شخص",
      picture_by_user: "صور وشعارات مرفوعة، لكل شخص",
      application_change_by_user: "تغييرات التطبيقات، لكل شخص",
    },
  },
};
