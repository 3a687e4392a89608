import type { tokenExpired as english } from "../../api/token-expired.ts";
import type { CodeTranslation } from "../../definition.ts";

export const tokenExpired: CodeTranslation<typeof english> = {
  description: "أصدر هذا الخادم رمز الوصول، وقد انتهى وقته.",
  resolution: "استخدم رمز التجديد للحصول على رمز وصول جديد، ثم أعد الطلب مرة واحدة.",
  reasons: {
    token_expired: {
      description: "انتهت صلاحية رمز الوصول.",
      cause:
        "رمز الوصول صالح `expires_in` ثانية (24 ساعة، إلا إذا ضبط المشغّل غير ذلك). هذا أمر معتاد، أو ظن التطبيق أن `expires_in` بالمللي ثانية أو أنه لحظة من الزمن، أو أن ساعة جهازه غير مضبوطة.",
      resolution:
        "أرسل POST فيه `grant_type=refresh_token` إلى `/oauth/token`، واحفظ الرمزين الجديدين، ثم أعد الطلب مرة واحدة. وإن كان جواب التجديد `invalid_grant` فاطلب من المستخدم تسجيل الدخول.",
      prevention: "سجّل لحظة الاستلام زائد `expires_in`، وجدّد حين تبقى 30 ثانية أو أقل.",
      retry: "لا بهذا الرمز؛ نعم، مرة واحدة، برمز جديد.",
    },
  },
};
