import type { CodeTranslation } from "../../definition.ts";
import type { unsupportedResponseType as english } from "../../oauth/unsupported-response-type.ts";
import { applicationMistake } from "./pages.ts";

export const unsupportedResponseType: CodeTranslation<typeof english> = {
  description: "لا يعطي مسار التفويض إلا أكواد تفويض، وقد طُلب شيء آخر.",
  resolution: "أرسل `response_type=code`، ثم استبدل الكود في `/oauth/token`.",
  reasons: {
    response_type_unsupported: {
      description: "أُرسل response_type غير code، وهو الوحيد الذي يقدمه هذا الخادم.",
      cause:
        "ضُبطت المكتبة على الطريقة الضمنية (`response_type=token` أو `id_token`) أو المختلطة (`code id_token`). والرموز في شريط العنوان تنتهي في تاريخ التصفح والسجلات، فلا يضعها هذا الخادم هناك أبدًا.",
      resolution:
        "اضبط المكتبة على طريقة كود التفويض مع PKCE. وهي المنصوح بها لتطبيقات الصفحة الواحدة أيضًا: سجّل التطبيق عامًا وأرسل `code_challenge`.",
      prevention:
        "في المشاريع الجديدة اختر الطريقة المسماة `authorization code + PKCE`؛ ويذكر `response_types_supported` في بيانات الخادم ما يُقدَّم.",
      retry: "لا، قبل أن يُصلح `response_type`.",
      page: applicationMistake,
    },
  },
};
