import type { PageTexts } from "../../definition.ts";

export const unexpectedRequest = {
  title: "لا تُستخدم هذه الصفحة بهذه الطريقة",
  sentence:
    "أرسل متصفحك شيئًا لا تفهمه هذه الصفحة. يحدث هذا إذا بقيت صفحة مفتوحة مدة طويلة، أو إذا أرسل الطلب برنامج آخر. ابدأ من جديد من الصفحة الأولى من فضلك.",
} as const satisfies PageTexts;
