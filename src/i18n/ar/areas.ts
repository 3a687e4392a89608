import type { areas as english } from "../en/areas.ts";
import type { Texts } from "../texts.ts";

export const areas: Texts<typeof english> = {
  label: "الأقسام",
  account: "الحساب",
  developer: "المطوّرون",
  admin: "الإدارة",
  signOut: "تسجيل الخروج",
  next: "الصفحة التالية",
  first: "إلى البداية",
  pages: "صفحات القائمة",
  status: {
    stale: "لم يتغيّر شيء، لأن الصفحة بقيت مفتوحة مدة طويلة. حاول مرة أخرى من فضلك.",
    other_account: "لم يتغيّر شيء، لأنك تستخدم الآن حسابًا آخر في هذا المتصفح.",
  },
};
