import type { CodeTranslation } from "../../definition.ts";
import type { unsupportedGrantType as english } from "../../oauth/unsupported-grant-type.ts";

export const unsupportedGrantType: CodeTranslation<typeof english> = {
  description: "لا يعرف مسار الرموز هذا grant_type على الإطلاق.",
  resolution:
    "أرسل `grant_type=authorization_code` أو `refresh_token` أو `client_credentials`، مكتوبة هكذا تمامًا.",
  reasons: {
    grant_type_unsupported: {
      description: "لا يعرف هذا الخادم grant_type الذي أُرسل.",
      cause:
        "خطأ إملائي (`authorisation_code` أو `refresh-token` أو حروف كبيرة)، أو ضُبطت المكتبة على نوع لا يقدمه هذا الخادم مثل `password` أو `implicit`. وإعطاء كلمة مرور شخص إلى تطبيق هو عين ما وُجد OAuth لتجنّبه.",
      resolution:
        "صحّح الإملاء. وبدل `password` أو `implicit` استخدم `authorization_code` مع PKCE للأشخاص، و`client_credentials` لبرنامج بلا مستخدم.",
      prevention:
        "دع مكتبتك تقرأ `grant_types_supported` من `/.well-known/oauth-authorization-server`، ولا تكتبها بيدك.",
      retry: "لا، قبل أن يُصلح `grant_type`.",
    },
  },
};
