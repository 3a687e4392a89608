import type { serverError as english } from "../../api/server-error.ts";
import type { CodeTranslation } from "../../definition.ts";
import { unexpectedFailure } from "../pages.ts";

export const serverError: CodeTranslation<typeof english> = {
  description: "تعطّلت الواجهة على نحو غير متوقع. وقد يكون طلبك سليمًا.",
  resolution:
    "حاول مرة أخرى بعد بضع ثوانٍ. وإن استمر فأرسل `request_id` إلى مشغّل هذا الخادم، ففي سجله سطر بهذا الرقم يبيّن ما تعطّل.",
  reasons: {
    unexpected: {
      description: "حدث عطل غير متوقع ولم تستطع الواجهة إتمام الطلب.",
      cause:
        "خلل في هذا الخادم أو في ما يعمل عليه. والجواب لا يفصّل عن قصد: فتفاصيل العطل مكانها سجل المشغّل لا الشبكة.",
      resolution:
        "مطوّر التطبيق: أعد الطلب مرة، فإن فشل فاعرض آخر بيانات لديك. المشغّل: ابحث عن `request_id` في السجل، ففيه السبب وأثره، وافحص `/health`.",
      prevention: "احفظ آخر جواب من `GET /api/user` في الجلسة، حتى لا يصير عطل قصير هنا عطلًا في تطبيقك.",
      retry: "نعم: مرة أو مرتين، وبينهما بضع ثوانٍ. ولا ضرر من تكرار القراءة و`PATCH`.",
      page: unexpectedFailure,
    },
  },
};
