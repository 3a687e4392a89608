import type { serviceUnavailable as english } from "../../api/service-unavailable.ts";
import type { CodeTranslation } from "../../definition.ts";
import { dataOutOfReach, tooMuchWork } from "../pages.ts";
import { rehearsalsBusy } from "../rehearsal.ts";
import { whatsAppReasons } from "./service-unavailable/whatsapp.ts";

export const serviceUnavailable: CodeTranslation<typeof english> = {
  description: "لا تستطيع الواجهة أن تجيب الآن، وتذكر متى تعود. ولا خطأ في الطلب ولا في الرمز.",
  resolution:
    "انتظر الثواني المذكورة في `Retry-After` (وفي `retry_after` في متن الجواب)، ثم أعد الطلب. ولا تسجّل خروج المستخدم.",
  reasons: {
    maintenance: {
      description: "الواجهة متوقفة للصيانة.",
      cause: "شغّل مسؤول وضع الصيانة، وغالبًا لتحديث أو لعمل في قاعدة البيانات.",
      resolution:
        "احتفظ بالرمز واعرض ما لديك من بيانات. المشغّل: ينهيها الأمر `maintenance off`، ويبقى `/api/logout-sso` عاملًا أثناءها.",
      prevention: "احفظ بيانات المستخدم في جلستك، حتى لا يشعر أحد بالصيانة.",
      retry: "نعم، بعد `Retry-After`.",
      page: {
        title: "تجري أعمال صيانة الآن",
        sentence:
          "نعمل الآن على هذه الخدمة وستعود قريبًا. حسابك وبياناتك في أمان. حاول مرة أخرى بعد دقائق من فضلك.",
      },
    },
    overloaded: {
      description: "لدى الخادم الآن عمل أكثر مما يطيق، فرُفض هذا الطلب مؤقتًا.",
      cause: "طلبات كثيرة في وقت واحد، من تطبيقك أو من غيره. يُرفض بعضها مبكرًا ليُجاب عن الباقي بسرعة.",
      resolution:
        "انتظر `Retry-After` وأضف ثانية أو ثانيتين عشوائيًا، حتى لا تعود كل البرامج في اللحظة نفسها.",
      prevention: "احفظ الأجوبة ولا تكرر السؤال. المشغّل: أضف خوادم أو معالجات إن كان هذا يحدث كل يوم.",
      retry: "نعم، بعد `Retry-After`، بفواصل أطول إن تكرر.",
      page: tooMuchWork,
    },
    ...whatsAppReasons,
    database_unavailable: {
      description: "لا تصل الواجهة إلى قاعدة بياناتها، أو لا تقبل القاعدة تغييرات.",
      cause:
        "يُعاد تشغيل قاعدة البيانات أو تُنقل إلى خادم آخر، أو يحجزها عمل طويل، أو امتلأ قرصها أو صار للقراءة فقط. ولم يُحفظ شيء من هذا الطلب.",
      resolution:
        "مطوّر التطبيق: أعد الطلب بعد `Retry-After`. المشغّل: يذكر `/health` الفحص الفاشل، فانظر في مساحة القرص وسجل القاعدة نفسها.",
      prevention:
        "المشغّل: راقب `/readyz` والقرص، وأبعد النسخ الاحتياطي والاستعلامات الطويلة عن ساعات الذروة.",
      retry: "نعم، بعد `Retry-After`.",
      page: dataOutOfReach,
    },
    rehearsals_busy: rehearsalsBusy,
  },
};
