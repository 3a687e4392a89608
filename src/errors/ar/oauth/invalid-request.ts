import type { CodeTranslation } from "../../definition.ts";
import type { invalidRequest as english } from "../../oauth/invalid-request.ts";
import { rehearsalUnknown } from "../rehearsal.ts";
import { bodyReasons } from "./invalid-request/body.ts";
import { parameterReasons } from "./invalid-request/parameters.ts";
import { pkceReasons } from "./invalid-request/pkce.ts";
import { registrationReasons } from "./invalid-request/registration.ts";
import { applicationMistake } from "./pages.ts";

export const invalidRequest: CodeTranslation<typeof english> = {
  description: "لم يُبنَ الطلب كما يقول البروتوكول: فيه شيء ناقص أو مكرر أو في غير موضعه أو على غير صورته.",
  resolution:
    "اقرأ `hint`: فيه اسم المعامل أو الترويسة الخاطئة وما يُنتظر. أصلح الشيفرة التي تبني الطلب، فإرساله كما هو لن ينفع.",
  reasons: {
    ...parameterReasons,
    ...bodyReasons,
    ...pkceReasons,
    ...registrationReasons,
    rehearsal_unknown: { ...rehearsalUnknown, page: applicationMistake },
  },
};
