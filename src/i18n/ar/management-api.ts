import type { managementApi as english } from "../en/management-api.ts";
import type { Texts } from "../texts.ts";

export const managementApi: Texts<typeof english> = {
  title: "واجهة الإدارة البرمجية",
  lead: "ما يفعله المسؤولون في صفحات الإدارة، لبرامجهم.",
  howTo:
    "يحتاج كل نداء إلى رمز وصول نطاقه `admin`. يجب أن يكون التطبيق معتمدًا لهذا النطاق، وأن يكون صاحب الرمز مسؤولًا وقت النداء؛ وكل ما يُفعل يُكتب في سجل التدقيق.",
  machine: "الوصف نفسه للبرامج، مع واجهة المستخدم البرمجية (OpenAPI 3.1):",
  back: "التوثيق",
  groups: {
    users: "المستخدمون",
    applications: "التطبيقات",
    approvals: "الموافقات",
    scopes: "النطاقات",
    maintenance: "الصيانة",
    audit: "سجل التدقيق",
    operation: "التشغيل",
  },
  superAdminOnly: "للمسؤولين الأعلى فقط.",
  freshProof: {
    always: "فقط برمز من دخول في الدقائق الخمس الأخيرة (`prompt=login`).",
    sometimes: "ما هو خطير فقط برمز من دخول في الدقائق الخمس الأخيرة (`prompt=login`).",
  },
  parameters: "في العنوان",
  body: "في متن JSON",
  answer: "الجواب:",
  required: "مطلوب",
  optional: "اختياري",
};
