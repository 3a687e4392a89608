import type { PageTexts } from "../../definition.ts";

export const applicationMistake = {
  title: "أخطأ هذا التطبيق",
  sentence:
    "طلب التطبيق الذي أرسلك إلى هنا شيئًا بطريقة لا نفهمها، فلا يمكن أن يبدأ تسجيل الدخول. ليس هذا خطأك، وحسابك بخير. لا يصلحه إلا أصحاب التطبيق: أخبرهم من فضلك، واذكر لهم رقم الطلب الظاهر في هذه الصفحة.",
} as const satisfies PageTexts;

export const askedSilently = {
  title: "على التطبيق أن يسألك أولًا",
  sentence:
    "حاول التطبيق أن يُدخلك دون أن يعرض شيئًا، ولم يكن ذلك ممكنًا هذه المرة. لم يضع شيء: عُد إلى التطبيق واختر تسجيل الدخول.",
} as const satisfies PageTexts;
