import type { PageTexts } from "../definition.ts";

export const unexpectedFailure = {
  title: "حدث خطأ من جهتنا",
  sentence:
    "لم نستطع إتمام ما طلبته. ليس هذا خطأك، وكثيرًا ما تنجح المحاولة مرة أخرى بعد قليل. وإن استمر فأخبر من فضلك القائمين على هذه الخدمة، واذكر لهم رقم الطلب الظاهر في هذه الصفحة.",
} as const satisfies PageTexts;

export const tooMuchWork = {
  title: "الزوار كثيرون جدًا الآن",
  sentence: "لدينا في هذه اللحظة زوار أكثر مما نستطيع خدمته. انتظر بضع ثوانٍ من فضلك ثم حاول مرة أخرى.",
} as const satisfies PageTexts;

export const dataOutOfReach = {
  title: "لا نستطيع الوصول إلى بياناتنا الآن",
  sentence: "جزء من هذه الخدمة لا يجيب. ليس هذا خطأك ولم يتغيّر شيء. حاول مرة أخرى بعد قليل من فضلك.",
} as const satisfies PageTexts;
