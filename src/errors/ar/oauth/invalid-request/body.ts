import type { ReasonTranslations } from "../../../definition.ts";
import type { bodyReasons as english } from "../../../oauth/invalid-request/body.ts";
import { applicationMistake } from "../pages.ts";

export const bodyReasons: ReasonTranslations<typeof english> = {
  body_too_large: {
    description: "متن الطلب أكبر مما يقرؤه هذا الخادم.",
    cause:
      "أُرسل معه ما ليس مكانه هنا: ملف أو سجل أو كائن كامل من التطبيق. وطلبات OAuth أقل كثيرًا من كيلوبايتين.",
    resolution: "أرسل معاملات المنح وحدها. والحد مذكور في `hint`.",
    prevention: "ابنِ المتن من خانات تسميها واحدة واحدة.",
    retry: "لا، ليس بمتن بهذا الحجم.",
    page: applicationMistake,
  },
  body_malformed: {
    description: "لا يمكن قراءة المتن على الصورة التي يذكرها Content-Type.",
    cause:
      "أُرسل JSON كأنه نموذج أو العكس، أو JSON فيه أرقام أو كائنات متداخلة أو فاصلة في الآخر، أو علامة نسبة لا تبدأ ترميزًا، أو بايتات ليست UTF-8، أو متن انقطع في وسطه.",
    resolution:
      "أرسل `grant_type=...&code=...` مع `Content-Type: application/x-www-form-urlencoded`. وفي JavaScript يضبط `fetch(url, { method: 'POST', body: new URLSearchParams({...}) })` الاثنين.",
    prevention: "دع مكتبة HTTP ترمّز المتن وتضع الترويسة، ولا تضعها بنفسك.",
    retry: "لا، قبل أن يُصلح المتن.",
    page: applicationMistake,
  },
  content_type_unsupported: {
    description: "لا يقرأ هذا المسار Content-Type الذي للمتن، أو هو غير موجود.",
    cause:
      "`multipart/form-data` من كائن `FormData`، أو `text/plain` من متن نصي في المتصفح، أو طلب بلا هذه الترويسة.",
    resolution:
      "أرسل الخانات على صورة `application/x-www-form-urlencoded`؛ استخدم `URLSearchParams` لا `FormData`. وفي PHP استخدم `http_build_query`، ومع axios أعطِه كائن `URLSearchParams`.",
    prevention: "اكتب دالة واحدة تطلب مسار الرموز، وجرّبها مرة على الخادم الحقيقي.",
    retry: "لا، قبل أن تُصلح الترويسة.",
    page: applicationMistake,
  },
  method_not_allowed: {
    description: "لا يخدم هذا المسار طريقة HTTP المستخدمة.",
    cause:
      "فُتح العنوان في متصفح، أو يقود إليه رابط أو صورة، أو تبع برنامج تحويلًا من `http` إلى `https` فغيّر POST إلى GET في الطريق، أو استُخدم GET لمعرفة هل الخادم حي.",
    resolution: "أرسل POST مباشرة إلى عنوان `https` النهائي. ولفحص صحة الخادم استخدم `/health`.",
    prevention: "خذ عناوين المسارات من `/.well-known/oauth-authorization-server`.",
    retry: "لا، ليس بهذه الطريقة. وتذكر ترويسة `Allow` الصحيحة.",
  },
  client_authentication_repeated: {
    description: "يثبت الطلب التطبيق مرتين، والمرتان لا تتفقان.",
    cause:
      "ترسل المكتبة HTTP Basic من نفسها، ثم أضافت الشيفرة `client_id` و`client_secret` إلى المتن بقيم تطبيق آخر أو بسر قديم.",
    resolution: "احذف إحداهما. فالمتطابقتان تُقبلان، والاختلاف إذن حقيقي: قارن المعرّفين وطولي السرين.",
    prevention: "اضبط طريقة الإثبات في مكتبتك صراحةً: `client_secret_basic` أو `client_secret_post`.",
    retry: "لا، قبل أن تُحذف إحداهما.",
  },
  credentials_in_query: {
    description: "أُرسل سر أو كود أو رمز في العنوان، حيث ينتهي في السجلات.",
    cause:
      "أُعطيت المعاملات في العنوان: `params` بدل `data` في axios أو requests في Python، أو عنوان وُصل باليد. والوكلاء والخوادم يكتبون العناوين في سجلاتهم ويحفظونها أشهرًا.",
    resolution:
      "أرسل المعاملات في متن النموذج. واعتبر القيم متسرّبة: استبدل `client_secret`، وألغِ الرموز في `/oauth/revoke`.",
    prevention:
      "لا تضف شيئًا بعد علامة الاستفهام إلى `/oauth/token` أو `/oauth/revoke` أو `/oauth/introspect`.",
    retry: "لا، ليس في العنوان.",
  },
};
