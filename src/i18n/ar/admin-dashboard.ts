import type { adminDashboard as english } from "../en/admin-dashboard.ts";
import type { Texts } from "../texts.ts";

export const adminDashboard: Texts<typeof english> = {
  title: "لوحة المتابعة",
  lead: "كل خوادم هذا التركيب معًا. الأوقات بالتوقيت العالمي، والعمود الأخير ما زال ينمو.",
  range: "الوقت",
  ranges: { day: "24 ساعة", week: "7 أيام" },
  signIns: "مرات تسجيل الدخول",
  tokens: "إجابات الرموز",
  requests: "الطلبات",
  errors: "الأخطاء",
  codes: "الأخطاء بحسب رمزها",
  code: "رمز الخطأ",
  latency: "زمن الإجابة",
  latencyLead: (longest) => `من كل عشرين طلبًا أُجيب تسعة عشر خلال ${longest} على الأكثر.`,
  total: (count, most) => `المجموع ${count}، والأكثر ${most}`,
  milliseconds: (count) => `${count} م.ث`,
  median: (time) => `نصفها: ${time}`,
  slow: "19 من 20",
  when: "من",
  count: "كم",
  asTable: (title) => `${title} في جدول`,
  none: "لا شيء",
};
