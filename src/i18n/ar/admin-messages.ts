import type { adminMessages as english } from "../en/admin-messages.ts";
import type { Texts } from "../texts.ts";

export const adminMessages: Texts<typeof english> = {
  title: "الرسائل",
  lead: "رسائل البريد وواتساب في الأيام الأخيرة، الأحدث أولًا. ولا يُحتفظ بما فيها.",
  filter: "أيها",
  shows: { all: "الكل", mail: "البريد", whatsapp: "واتساب", waiting: "تنتظر", failed: "تعذّرت" },
  none: "لا يوجد شيء هنا.",
  channels: { mail: "البريد الإلكتروني", whatsapp: "واتساب" },
  states: { failed: "تعذّرت", delivered: "وصلت", sent: "أُرسلت", waiting: "تنتظر" },
  attempts: (count) => `المحاولات: ${count}`,
  failures: {
    recipient: "لا يمكن الوصول إلى المستلم بهذه الطريقة.",
    late: "فات وقت إرسالها.",
    unreadable: "لم يعد لدى الخادم مفتاحها.",
  },
};
