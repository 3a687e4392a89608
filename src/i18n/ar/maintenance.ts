import type { maintenance as english } from "../en/maintenance.ts";
import type { Texts } from "../texts.ts";

export const maintenance: Texts<typeof english> = {
  label: "الصيانة",
  down: {
    on: "الخدمة متوقفة للصيانة. ويواصل المسؤولون عملهم.",
    planned: (from, until) => `ستتوقف الخدمة للصيانة من ${from} إلى ${until}.`,
  },
  readOnly: {
    on: "بسبب الصيانة لا يمكن الآن تغيير شيء ولا تسجيل الدخول. وما هو موجود يمكن الاطلاع عليه.",
    planned: (from, until) => `بسبب الصيانة لن يمكن تغيير شيء ولا تسجيل الدخول من ${from} إلى ${until}.`,
  },
};
