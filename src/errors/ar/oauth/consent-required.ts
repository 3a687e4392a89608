import type { CodeTranslation } from "../../definition.ts";
import type { consentRequired as english } from "../../oauth/consent-required.ts";
import { askedSilently } from "./pages.ts";

export const consentRequired: CodeTranslation<typeof english> = {
  description: "طلب التطبيق دخولًا دون عرض شيء، ولا بد من سؤال المستخدم عن إذنه أولًا.",
  resolution: "ابدأ الدخول من جديد دون `prompt=none`، فيرى المستخدم صفحة الإذن.",
  reasons: {
    consent_missing: {
      description: "لم يسمح المستخدم بعد بالنطاقات التي يطلبها هذا التطبيق، وprompt=none يمنع سؤاله.",
      cause: "هذا أول دخول للمستخدم، أو يطلب التطبيق نطاقًا ليس في الإذن السابق، أو فصل المستخدم التطبيق.",
      resolution:
        "أرسل المستخدم إلى `/oauth/authorize` من جديد دون `prompt`. وبعد إذنه ينجح الدخول التالي دون عرض شيء بالنطاقات نفسها أو أقل.",
      prevention:
        "لا تغيّر `scope` المطلوب كثيرًا. وإن احتاج إصدار جديد إلى نطاق آخر فاحسب حساب دخول ظاهر واحد لكل شخص.",
      retry: "ليس دون عرض صفحة: يبقى الجواب نفسه حتى يأذن المستخدم.",
      page: askedSilently,
    },
    public_client_unproven: {
      description: "عنوان العودة لهذا التطبيق العام ليس https، فلا بد من سؤال المستخدم كل مرة.",
      cause:
        "التطبيق بلا سر ويعود إلى مخطط خاص أو إلى عنوان الجهاز نفسه، وقد يدّعيه برنامج آخر على الجهاز ذاته. فربما كان الإذن السابق لغيره، ولذلك لا يُتذكر أبدًا (RFC 8252، القسم 8.6).",
      resolution:
        "ابدأ الدخول دون `prompt=none` ودع المستخدم يأذن. ولجلسات أطول استخدم رمز التجديد لا الدخول دون عرض شيء.",
      prevention:
        "سجّل عنوان عودة `https` يربطه نظام التشغيل بتطبيقك (Android App Links أو iOS Universal Links)، فالإذن السابق يُتذكر لمثل هذا العنوان.",
      retry: "لا. بهذا العنوان لا ينجح الدخول دون عرض شيء أبدًا.",
      page: askedSilently,
    },
  },
};
