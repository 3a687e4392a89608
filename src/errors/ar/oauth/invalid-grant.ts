import type { CodeTranslation } from "../../definition.ts";
import type { invalidGrant as english } from "../../oauth/invalid-grant.ts";
import { authorizationCodeReasons } from "./invalid-grant/authorization-code.ts";
import { personReasons } from "./invalid-grant/person.ts";
import { refreshTokenReasons } from "./invalid-grant/refresh-token.ts";

export const invalidGrant: CodeTranslation<typeof english> = {
  description:
    "لا يمكن استخدام كود التفويض أو رمز التجديد: انتهى وقته، أو استُخدم، أو أُلغي، أو غير معروف، أو لغيرك.",
  resolution:
    "تخلّص من الكود أو الرمز ودع المستخدم يسجّل الدخول من جديد، ويذكر `reason` ما حدث. وإن تكرر فابحث عن السبب أدناه: فهو في الغالب أن جزأين من التطبيق يستخدمان الكود أو الرمز نفسه.",
  reasons: { ...authorizationCodeReasons, ...refreshTokenReasons, ...personReasons },
};
