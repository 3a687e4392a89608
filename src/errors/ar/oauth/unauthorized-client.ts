import type { CodeTranslation } from "../../definition.ts";
import type { unauthorizedClient as english } from "../../oauth/unauthorized-client.ts";
import { applicationMistake } from "./pages.ts";

export const unauthorizedClient: CodeTranslation<typeof english> = {
  description: "هذا التطبيق معروف، لكن لا يُسمح له بالحصول على الرموز بهذه الطريقة.",
  resolution: "استخدم نوع منح يسمح به تسجيل التطبيق، أو ليُضف النوع الذي تحتاج إليه.",
  reasons: {
    grant_not_permitted: {
      description: "تسجيل هذا التطبيق لا يسمح بنوع المنح هذا.",
      cause:
        "سُجّل التطبيق لأنواع أخرى: تطبيق بين الآلات (`client_credentials`) يحاول إدخال أشخاص، أو تطبيق ويب بلا `refresh_token` يحاول التجديد، أو تطبيق عام يطلب `client_credentials` وهو لمن له سر وحده.",
      resolution:
        "راجع لأي تطبيق هذا `client_id`؛ فكثيرًا ما يختلط تسجيلان. فإن كان صحيحًا فليُضف النوعَ من يدير التسجيل: مالكه، أو مشغّل هذا الخادم بالأمر `client update`.",
      prevention: "سجّل تطبيقًا لكل غرض (موقع، تطبيق هاتف، عمل خلفي)، ولكل منها الأنواع التي يستخدمها فقط.",
      retry: "لا. يبقى الجواب نفسه حتى يتغيّر التسجيل.",
      page: applicationMistake,
    },
  },
};
