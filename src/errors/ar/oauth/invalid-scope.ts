import type { CodeTranslation } from "../../definition.ts";
import type { invalidScope as english } from "../../oauth/invalid-scope.ts";
import { applicationMistake } from "./pages.ts";

export const invalidScope: CodeTranslation<typeof english> = {
  description: "يطلب المعامل scope ما لا يمكن إعطاؤه.",
  resolution: "قارن `scope` الذي ترسله بنطاقات تسجيل التطبيق، وأرسلها وحدها وبينها فراغ واحد.",
  reasons: {
    scope_unknown: {
      description: "أحد النطاقات المطلوبة لا وجود له في هذا الخادم.",
      cause:
        "خطأ إملائي (`view_user` أو `viewUser` بدل `view-user`)، أو حروف كبيرة (فالنطاقات تفرّق بين الكبيرة والصغيرة)، أو نطاقات مزوّد آخر: فكثير من المكتبات تضيف `openid profile email` من نفسها.",
      resolution:
        "حدد النطاقات بنفسك، مثل `scope=view-user detail-user`، وأوقف النطاقات الافتراضية في مكتبتك.",
      prevention:
        "اكتب قائمة النطاقات مرة واحدة في ثابت، وقارنها بـ `scopes_supported` في `/.well-known/oauth-authorization-server`.",
      retry: "لا، قبل أن يُصلح `scope`.",
      page: applicationMistake,
    },
    scope_malformed: {
      description: "ليس المعامل scope قائمة أسماء بينها فراغ واحد.",
      cause:
        "فواصل بين الأسماء، أو علامات اقتباس حولها، أو مصفوفة JSON، أو فراغان متتاليان، أو فراغ رُمّز مرتين فوصل النص `%20`.",
      resolution:
        "صل الأسماء بفراغ واحد ورمّزها مرة: `view-user%20detail-user` أو `view-user+detail-user` في العنوان أو متن النموذج.",
      prevention: "ابنِ العناوين والمتون بـ `URLSearchParams` أو ما يقابله في لغتك، لا بوصل النصوص.",
      retry: "لا، قبل أن يُصلح `scope`.",
      page: applicationMistake,
    },
    scope_not_permitted: {
      description: "النطاق المطلوب موجود، لكنه ليس في تسجيل هذا التطبيق.",
      cause:
        "لم يُضف إلى هذا التطبيق قط أو سُحب منه، أو أُرسل الطلب بـ `client_id` تطبيق آخر (كثيرًا: الاختبار بدل الإنتاج). والتسجيل يسبق الموافقة: فالتطبيق الذي في تسجيله `detail-user` وينتظر الموافقة لا يحصل على هذا الخطأ.",
      resolution: "احذف النطاق، أو ليُضفه من يدير التطبيق: مالكه، أو مشغّل هذا الخادم بالأمر `client update`.",
      prevention: "اختر النطاقات عند التسجيل، وأضف النطاق الجديد إليه قبل الإصدار الذي يطلبه.",
      retry: "لا. يبقى الجواب نفسه حتى يتغيّر التسجيل أو الطلب.",
      page: applicationMistake,
    },
    scope_exceeds_grant: {
      description: "طلب التجديد نطاقًا لم يُعطه المستخدم في هذا الدخول.",
      cause:
        "التجديد يُبقي ما أُعطي أو يضيّقه فقط. وأرسل إصدار جديد من التطبيق قائمة نطاقات أطول مع رمز تجديد من قبلها.",
      resolution:
        "جدّد بلا `scope` (فتحصل على كل ما أُعطي)، وخذ المستخدم مرة إلى `/oauth/authorize` لطلب النطاق الجديد.",
      prevention: "لا ترسل `scope` عند التجديد إلا إذا أردت تضييقه.",
      retry: "لا بهذا `scope`. ولم يُستهلك رمز التجديد: أرسله من جديد بلا `scope`.",
    },
    scope_admin_only: {
      description: "النطاق الوحيد المطلوب هو admin، وهو للمسؤولين وحدهم، وهذا الشخص ليس منهم.",
      cause:
        "يطلب التطبيق `admin` من الجميع، أو فتح شخص بلا هذا الدور أداة للمسؤولين، أو سُحب منه الدور. وإن كان معه نطاقات أخرى أُسقط `admin` من الرمز وحده؛ أما وحده فلا يبقى ما يُعطى.",
      resolution:
        "لا تطلب `admin` إلا في الجزء الذي يستخدمه المسؤولون. وإن كان ينبغي أن يكون مسؤولًا فليمنحه المشغّل الدور بالأمر `user admin ID on`.",
      prevention: "استخدم زرّي دخول، أو تطبيقين: واحدًا للجميع وواحدًا للمسؤولين.",
      retry: "لا لهذا الشخص؛ وينجح حساب آخر له هذا الدور.",
      page: {
        title: "هذا للمسؤولين فقط",
        sentence:
          "يطلب التطبيق صلاحيات ليست إلا لمسؤولي هذه الخدمة، وحسابك ليس منهم. إن كنت ترى أنه ينبغي أن يكون منهم فاسأل القائمين على هذه الخدمة.",
      },
    },
  },
};
