import type { ReasonTranslations } from "../../../definition.ts";
import type { parameterReasons as english } from "../../../oauth/invalid-request/parameters.ts";
import { applicationMistake } from "../pages.ts";

export const parameterReasons: ReasonTranslations<typeof english> = {
  parameter_missing: {
    description: "معامل لا بد منه غير موجود أو فارغ.",
    cause:
      "كان متغير فارغًا حين بُني العنوان أو المتن، أو كُتب اسم خطأ (`redirect_url` بدل `redirect_uri`)، أو لا يطابق المتن `Content-Type` فلا تُرى خاناته. والمعامل بلا قيمة كأنه غير موجود.",
    resolution: "يذكر `hint` المعامل. اطبع أسماء ما ترسله فعلًا (لا قيمه) بعد كل ترميز، وقارن الإملاء.",
    prevention: "استخدم مكتبة OAuth، ودع التطبيق يرفض أن يبدأ إذا كان أحد إعداداته فارغًا.",
    retry: "لا، قبل أن يُرسل المعامل.",
    page: applicationMistake,
  },
  parameter_repeated: {
    description: "أُرسل معامل أكثر من مرة واحدة.",
    cause:
      "أُضيفت قيمة إلى عنوان فيه مثلها (`append` بدل `set`)، أو مصفوفة صارت `scope=a&scope=b`، أو المعامل نفسه في الجزء الثابت والجزء المحسوب. واختيار إحدى القيمتين تخمين، والمهاجمون يعيشون على مثل هذا التخمين.",
    resolution: "أرسل قيمة واحدة. والنطاقات المتعددة تُكتب في معامل `scope` واحد بينها فراغات.",
    prevention: "ابنِ العنوان والمتن بـ `URLSearchParams.set` أو ما يقابله في لغتك.",
    retry: "لا، قبل أن تُحذف النسخة الثانية.",
    page: applicationMistake,
  },
  parameter_malformed: {
    description: "معامل على غير الصورة المنتظرة.",
    cause:
      "قيمة رُمّزت مرتين أو لم تُرمّز، أو أحرف غير المسموح بها، أو نص مكان رقم، أو قيمة PKCE ليست base64url (فيها `+` أو `/` أو `=`) أو ليس طولها من 43 إلى 128 حرفًا.",
    resolution:
      "يذكر `hint` المعامل وما يُنتظر. وفي PKCE: قيمة `code_verifier` من 43 إلى 128 حرفًا من `A-Z a-z 0-9 - . _ ~`، و`code_challenge` هي بصمتها SHA-256 على صورة base64url بلا حشو: 43 حرفًا دائمًا.",
    prevention: "دع المكتبة تصنع `code_verifier` و`code_challenge` و`state`، ورمّز كل قيمة مرة واحدة تمامًا.",
    retry: "لا، قبل أن تُصلح القيمة.",
    page: applicationMistake,
  },
  parameter_too_long: {
    description: "معامل أطول مما يقبله هذا الخادم.",
    cause:
      "هو `state` في الغالب: وُضعت فيه حالة الصفحة كلها، أو رمز، أو عنوان عودة طويل. وكثير من الوكلاء يقطعون مثل هذا العنوان دون إخبار.",
    resolution: "احفظ البيانات في جلستك أو في مخزن المتصفح، وأرسل في `state` مفتاحًا عشوائيًا قصيرًا.",
    prevention: "اصنع `state` من 32 بايتًا عشوائيًا على صورة base64url، ولا شيء غير ذلك.",
    retry: "لا، قبل أن تُقصّر القيمة.",
    page: applicationMistake,
  },
  parameter_value_unsupported: {
    description: "لمعامل قيمة لا يقدمها هذا الخادم.",
    cause:
      "قيمة يعرفها مزوّد آخر، مثل `prompt=create` أو `response_mode=form_post`، أو خطأ إملائي، أو حروف كبيرة: فالقيم تفرّق بين الكبيرة والصغيرة.",
    resolution: "يذكر `hint` المعامل وما يُقدَّم. واحذف المعامل للسلوك المعتاد.",
    prevention: "اقرأ ما يُقدَّم في `/.well-known/oauth-authorization-server` قبل تشغيل ميزة اختيارية.",
    retry: "لا، قبل أن تتغيّر القيمة.",
    page: applicationMistake,
  },
  prompt_none_combined: {
    description: "في المعامل prompt القيمة none مع قيمة أخرى.",
    cause:
      "`none` تمنع كل صفحة، وكل من `login` و`consent` و`select_account` تطلب صفحة. وإرسالها معًا، مثل `prompt=none login`، تناقض.",
    resolution:
      "جرّب أولًا دون عرض شيء بـ `prompt=none`؛ فإن كان الجواب `login_required` أو `consent_required` أو `account_selection_required` فابدأ من جديد دون هذه القيمة.",
    prevention: "اكتب الدخول دون عرض شيء والدخول الظاهر دالتين بمعاملات ثابتة.",
    retry: "لا، قبل أن يُصلح `prompt`.",
    page: applicationMistake,
  },
  parameters_too_many: {
    description: "في الطلب معاملات أكثر مما يقبله هذا الخادم.",
    cause:
      "أُرسل نموذج كامل أو معاملات تتبّع أو كائن لا صلة له بالأمر مع طلب OAuth، أو أضافت حلقة معاملًا لكل بند في قائمة.",
    resolution: "أرسل معاملات OAuth وحدها، فلا شيء في هذا الخادم يحتاج إلى أكثر من نحو خمسة عشر.",
    prevention: "سمِّ المعاملات التي ترسلها، ولا تنسخ كل ما تستلمه.",
    retry: "لا، ليس بهذا العدد من المعاملات.",
    page: applicationMistake,
  },
};
