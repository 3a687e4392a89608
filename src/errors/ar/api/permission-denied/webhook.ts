import type { webhookReasons as english } from "../../../api/permission-denied/webhook.ts";
import type { ReasonTranslations } from "../../../definition.ts";

export const webhookReasons: ReasonTranslations<typeof english> = {
  webhook_signature_invalid: {
    description: "طلب webhook هذا لم يُوقَّع بسر التطبيق الخاص بهذا الخادم.",
    cause:
      "`WHATSAPP_APP_SECRET` ليس سر التطبيق صاحب هذا الـ webhook، أو غيّر وكيلٌ المتن في الطريق، أو أن صاحب الطلب ليس واتساب.",
    resolution:
      "انسخ سر التطبيق من الإعدادات الأساسية للتطبيق في Meta إلى `WHATSAPP_APP_SECRET`. ولم يكن لهذا الطلب أي أثر.",
    prevention: "غيّر السر في الموضعين معًا، ولا تدع وكيلًا يعيد كتابة المتن.",
    retry: "لا، ليس بهذا التوقيع. يعيد واتساب إرسال ما رُفض مدة أيام.",
  },
  webhook_token_invalid: {
    description: "فحص الـ webhook لا يحمل رمز التحقق الخاص بهذا الخادم.",
    cause:
      "يختلف النص المكتوب في Meta عن `WHATSAPP_VERIFY_TOKEN`، وكثيرًا ما يكون السبب فراغًا في آخره، أو أن صاحب الطلب ليس Meta.",
    resolution: "اكتب قيمة `WHATSAPP_VERIFY_TOKEN` مرة أخرى في إعدادات الـ webhook في Meta.",
    prevention: "أنشئ الرمز بـ `openssl rand -hex 16` وانسخه ولا تكتبه بيدك.",
    retry: "لا، ليس بهذا الرمز نفسه.",
  },
};
