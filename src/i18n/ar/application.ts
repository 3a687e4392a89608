import type { application as english } from "../en/application.ts";
import type { Texts } from "../texts.ts";

export const application: Texts<typeof english> = {
  tags: {
    verified: "موثّق",
    unverified: "غير موثّق",
    disabled: "معطّل",
    test: "تطبيق للتجربة",
    confidential: "سرّي",
    public: "عام",
  },
  facts: {
    clientId: "client_id",
    owner: "المالك",
    created: "تاريخ التسجيل",
    redirectUris: "عناوين العودة",
    grants: "أنواع المنح",
    scopes: "النطاقات",
    homepage: "الموقع",
    privacyPolicy: "سياسة الخصوصية",
    none: "لا يوجد",
  },
  approval: {
    states: {
      none: "لم يُطلب",
      pending: "ينتظر القرار",
      approved: "موافَق عليه",
      rejected: "مرفوض",
      withdrawn: "مسحوب",
    },
    asked: "ما الذي طُلب",
    reason: "السبب",
    since: "منذ",
    request: {
      privacy_policy_url: "سياسة الخصوصية",
      purpose: "الغرض",
      security_measures: "إجراءات الأمان",
      compliance_notes: "القوانين واللوائح",
      contact: "للتواصل",
    },
  },
};
