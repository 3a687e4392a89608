import type { insufficientScope as english } from "../../api/insufficient-scope.ts";
import type { CodeTranslation } from "../../definition.ts";

export const insufficientScope: CodeTranslation<typeof english> = {
  description: "رمز الوصول صالح، لكنه لا يحمل النطاق الذي يحتاج إليه هذا المسار.",
  resolution:
    "أرسل المستخدم إلى `/oauth/authorize` بالنطاق المذكور في `hint`، ثم اطلب مرة أخرى بالرمز الجديد.",
  reasons: {
    scope_missing: {
      description: "رمز الوصول لا يحمل النطاق الذي يتطلبه هذا المسار.",
      cause:
        "لم يطلب تسجيل الدخول هذا النطاق، أو ضيّقه التجديد، أو ما زال يُستخدم رمز من قبل تغيير قائمة نطاقاتك. وتسجيل الدخول بلا `scope` لا يعطي إلا `view-user`.",
      resolution:
        "قارن `scope` في آخر جواب أعطاك الرموز بما يحتاج إليه المسار: `view-user` لـ `GET /api/user`، و`detail-user` لـ `GET /api/user/details`، و`edit-user` لـ `PATCH /api/user`. ثم ابدأ تسجيل دخول جديدًا يطلبه. التجديد لا يضيف نطاقًا.",
      prevention: "اقرأ `scope` دائمًا من جواب الرموز، واسأل المستخدم مرة أخرى إذا نقص ما تحتاج إليه ميزتك.",
      retry: "لا، ليس بهذا الرمز. لا بد من تسجيل دخول جديد.",
    },
  },
};
