import type { adminAudit as english } from "../en/admin-audit.ts";
import type { Texts } from "../texts.ts";

export const adminAudit: Texts<typeof english> = {
  title: "ما الذي حدث",
  lead: "من فعل ماذا وبمن ومن أين، الأحدث أولًا. لا يُغيَّر شيء هنا ولا يُحذف أبدًا.",
  filter: "تصفية",
  any: "أي شيء",
  action: "ماذا",
  actor: "من (رقم الحساب)",
  targetKind: "بماذا",
  targetId: "رقمه أو client_id أو اسمه",
  since: "من هذا اليوم",
  until: "إلى هذا اليوم",
  show: "عرض",
  reset: "عرض الكل",
  kinds: { user: "حساب", client: "تطبيق", scope: "نطاق", server: "الخادم" },
  problems: {
    actor: "يُذكر الحساب برقمه.",
    action: "لا يوجد شيء من هذا النوع.",
    target: "اذكر الاثنين من فضلك: ما وقع عليه الفعل، ورقمه أو client_id أو اسمه.",
    date: "اذكر أيامًا موجودة في التقويم من فضلك.",
    several: "اذكر واحدًا فقط من هذه من فضلك: من أو ماذا أو بماذا.",
  },
  download: "تنزيل بصيغة CSV",
  downloadHelp: "كل ما يطابق، لا هذه الصفحة وحدها. ويُسجَّل أنك أخذت نسخة.",
};
