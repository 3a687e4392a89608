import type { CodeTranslation } from "../../definition.ts";
import type { loginRequired as english } from "../../oauth/login-required.ts";
import { askedSilently } from "./pages.ts";

export const loginRequired: CodeTranslation<typeof english> = {
  description: "طلب التطبيق دخولًا دون عرض شيء، ولا بد أن يسجّل المستخدم الدخول أولًا.",
  resolution: "ابدأ الدخول من جديد دون `prompt=none`، فيرى المستخدم صفحة تسجيل الدخول.",
  reasons: {
    not_signed_in: {
      description: "ليس في هذا المتصفح أحد داخل، وprompt=none يمنع عرض صفحة الدخول.",
      cause:
        "لم يسجّل المستخدم الدخول هنا قط، أو سجّل خروجه، أو انتهت جلسته. وفي إطار مخفي سبب ثانٍ: لا يرسل المتصفح ملفات تعريف الارتباط لهذا الخادم إلى إطار داخل موقع آخر، فيبدو المستخدم غير داخل وهو داخل.",
      resolution:
        "اعتبر هذا جوابًا معناه أن لا أحد داخل، واعرض زر الدخول عندك، وهو يقود إلى `/oauth/authorize` دون `prompt=none`.",
      prevention:
        "لا تجدّد الجلسات بإطارات مخفية؛ استخدم رموز التجديد. ولا تستخدم `prompt=none` إلا في تحويل الصفحة كلها.",
      retry: "ليس دون عرض صفحة: يبقى الجواب نفسه حتى يسجّل المستخدم الدخول.",
      page: askedSilently,
    },
    sign_in_too_old: {
      description: "دخول المستخدم أقدم مما يسمح به max_age، وprompt=none يمنع طلب دخول جديد.",
      cause: "يريد التطبيق دخولًا حديثًا (`max_age` بالثواني)، والأخير أقدم منه، ولا تُعرض أي صفحة.",
      resolution:
        "أرسل المستخدم إلى `/oauth/authorize` من جديد بـ `max_age` نفسه ودون `prompt=none`؛ فيُسأل عن كلمة المرور ثم يعود.",
      prevention: "لا تطلب دخولًا حديثًا إلا قبل ما يحتاج إليه، مثل الدفع، وتوقّع أن تظهر صفحة.",
      retry: "ليس دون عرض صفحة: فعمر الدخول لا ينقص.",
      page: askedSilently,
    },
  },
};
