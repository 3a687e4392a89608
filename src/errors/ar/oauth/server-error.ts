import type { CodeTranslation } from "../../definition.ts";
import type { serverError as english } from "../../oauth/server-error.ts";
import { unexpectedFailure } from "../pages.ts";

export const serverError: CodeTranslation<typeof english> = {
  description: "تعطّل الخادم على نحو غير متوقع. وقد يكون الطلب نفسه سليمًا.",
  resolution:
    "حاول مرة أخرى بعد بضع ثوانٍ. وإن استمر فأعطِ `request_id` لمشغّل هذا الخادم، ففي سجله سطر بهذا الرقم يبيّن ما تعطّل.",
  reasons: {
    unexpected: {
      description: "حدث عطل غير متوقع ولم يستطع الخادم إتمام الطلب.",
      cause:
        "خلل في هذا الخادم أو في بيئته. والجواب لا يفصّل عن قصد: فتفاصيل العطل مكانها سجل المشغّل لا الشبكة.",
      resolution:
        "مطوّر التطبيق: أعد الطلب مرة، وفي تسجيل الدخول ابدأ من الأول. المشغّل: ابحث عن `request_id` في السجل، ففيه السبب وأثره، وافحص `/health`.",
      prevention:
        "المشغّل: راقب عدد الأخطاء في `/metrics` وحدّث الخادم. التطبيق: اعرض صفحة تتيح المحاولة من جديد، لا صفحة فارغة.",
      retry:
        "نعم: مرة أو مرتين، وبينهما بضع ثوانٍ. ويمكن إرسال رمز التجديد نفسه مرة أخرى؛ أما كود التفويض الذي فشل مرة أخرى فيحتاج إلى دخول جديد.",
      page: unexpectedFailure,
    },
  },
};
