import type { CodeTranslation } from "../../definition.ts";
import type { accountSelectionRequired as english } from "../../oauth/account-selection-required.ts";
import { askedSilently } from "./pages.ts";

export const accountSelectionRequired: CodeTranslation<typeof english> = {
  description: "طلب التطبيق دخولًا دون عرض شيء، ولا يعرف إلا المستخدم أي حساب من حساباته هو المقصود.",
  resolution: "ابدأ الدخول من جديد دون `prompt=none`، فيرى المستخدم صفحة اختيار الحساب.",
  reasons: {
    several_accounts: {
      description: "في هذا المتصفح عدة حسابات داخلة، وprompt=none يمنع السؤال أيها يُستخدم.",
      cause:
        "حاسوب للعائلة، أو شخص له حساب خاص وحساب للعمل: في هذا المتصفح أكثر من حساب داخل. ومع `prompt=none` لا تُعرض أي صفحة، والتخمين قد يعطي الشخص الخطأ.",
      resolution:
        "انتقل إلى الدخول الظاهر: أرسل المستخدم إلى `/oauth/authorize` من جديد دون `prompt`، أو مع `prompt=select_account`.",
      prevention:
        "استخدم `prompt=none` محاولةً أولى فقط يتبعها دائمًا دخول ظاهر. ومع `skip_account_chooser=true` يُستخدم الحساب الحالي إذا كان قد سمح لتطبيقك من قبل.",
      retry: "ليس دون عرض صفحة: يبقى الجواب نفسه ما دامت عدة حسابات داخلة.",
      page: askedSilently,
    },
  },
};
