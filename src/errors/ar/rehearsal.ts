import type { ReasonTexts } from "../definition.ts";

export const rehearsalUnknown = {
  description: "الخطأ المطلوب التدرّب عليه غير موجود في هذا المسار.",
  cause:
    "خطأ في كتابة الترويسة `Mubarokah-Rehearse` أو المعامل `rehearse`، أو خطأ يخص مسارًا آخر (مثل `invalid_grant` عند `/api/user`)، أو مهلة تزيد على 10 ثوانٍ، أو إرسال الترويسة مرتين.",
  resolution:
    "انسخ الطلب من مختبر الأخطاء في بوابة المطوّرين. القيمة هي `code/reason`، ويمكن أن تتبعها `; delay=2` أو `; retry_after=30`.",
  prevention: "استخدم هذه الترويسة في اختباراتك فقط، وخذ قيمها من `/docs/errors.json`.",
  retry: "لا، ليس قبل تصحيح القيمة.",
} as const satisfies ReasonTexts;

export const rehearsalsBusy = {
  description: "خمس إجابات تدريبية مؤجلة الآن بالفعل، ولا يمكن تأجيل المزيد في الوقت نفسه.",
  cause:
    "تطبيقات تجريبية تتدرّب على أخطاء مع مهلة في اللحظة نفسها، مثل عدة اختبارات تعمل جنبًا إلى جنب. العدد صغير كي لا يأخذ التدريب مكان الطلبات الحقيقية أبدًا.",
  resolution: "تدرّب على المهل واحدة بعد الأخرى. أما الأخطاء التي بلا مهلة فيُجاب عنها في أي وقت.",
  prevention: "اطلب المهلة فقط حين يكون الاختبار عن الانتظار نفسه.",
  retry: "نعم، بعد `Retry-After`.",
} as const satisfies ReasonTexts;
