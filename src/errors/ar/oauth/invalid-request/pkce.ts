import type { ReasonTranslations } from "../../../definition.ts";
import type { pkceReasons as english } from "../../../oauth/invalid-request/pkce.ts";
import { applicationMistake } from "../pages.ts";

export const pkceReasons: ReasonTranslations<typeof english> = {
  code_challenge_required: {
    description: "على التطبيق العام أن يستخدم PKCE، وcode_challenge غير موجود.",
    cause:
      "التطبيق مسجّل عامًا (تطبيق هاتف أو حاسوب أو صفحة واحدة بلا سر) وبدأ الدخول بلا `code_challenge`. ومن دونه يستطيع برنامج يلتقط الكود أن يستبدله.",
    resolution:
      "اصنع `code_verifier` عشوائيًا واحفظه، وأرسل `code_challenge=base64url(sha256(code_verifier))` و`code_challenge_method=S256`. وهو في كل مكتبة OAuth حديثة إعداد واحد اسمه PKCE.",
    prevention: "استخدم PKCE في كل تطبيق، والسرّي منها أيضًا؛ فهو لا يكلّف شيئًا.",
    retry: "لا، ليس دون `code_challenge`.",
    page: applicationMistake,
  },
  code_challenge_method_unsupported: {
    description: "قيمة code_challenge_method ليست S256، وهي الوحيدة التي يقبلها هذا الخادم.",
    cause:
      "اختير `plain`، أو كُتب `S256` خطأ (`sha256` أو `s256`)، أو لم يُرسل المعامل، ومعناه في RFC 7636 هو `plain`. ومع `plain` يستطيع من يقرأ الطلب الأول أن يستبدل الكود.",
    resolution: "أرسل `code_challenge_method=S256`، واحسب بصمة القيمة: `base64url(sha256(code_verifier))`.",
    prevention: "دع مكتبة OAuth تختار؛ فكل الحديثة ترسل `S256`.",
    retry: "لا، قبل أن تتغيّر الطريقة.",
    page: applicationMistake,
  },
  code_verifier_required: {
    description: "بدأ الدخول بـ code_challenge، وcode_verifier الآن غير موجود.",
    cause:
      "ضاعت القيمة بين الطلبين: كانت في الذاكرة وحدها فأُعيد تحميل الصفحة، أو في `sessionStorage` لعلامة تبويب أخرى، أو في ملف تعريف ارتباط لا يعود مع التحويل (`SameSite=Strict`)؛ أو استبدل الكود خادم غير الذي صنعها.",
    resolution:
      "احفظ القيمة حيث تجدها صفحة العودة (جلسة الخادم، أو `sessionStorage` لعلامة التبويب نفسها، أو ملف تعريف ارتباط بـ `SameSite=Lax`)، تحت مفتاح مصنوع من `state`، وأرسلها مع الكود.",
    prevention: "جرّب الدخول مع إعادة تحميل الصفحة في وسطه، وبعلامتي تبويب معًا.",
    retry: "نعم، مع القيمة ما دام الكود صالحًا؛ وإن ضاعت فابدأ دخولًا جديدًا.",
  },
  code_verifier_unexpected: {
    description: "أُرسل code_verifier، لكن هذا الدخول بدأ دون code_challenge.",
    cause:
      "بُني عنوان بدء الدخول في موضع بلا PKCE، واستبدلت الكودَ مكتبةٌ تستخدمه؛ أو حذف شيء في الطريق `code_challenge`. ويُرفض لأن مهاجمًا ينزع PKCE من الدخول يبدو هكذا تمامًا.",
    resolution: "دع المكتبة نفسها تبني عنوان التفويض وتستبدل الكود، ليستخدم كلاهما PKCE.",
    prevention: "لا تكتب عنوان تسجيل الدخول بيدك في القوالب.",
    retry: "ابدأ دخولًا جديدًا، مع `code_challenge`.",
  },
};
