import type { CodeTranslation } from "../../definition.ts";
import type { invalidClient as english } from "../../oauth/invalid-client.ts";

export const invalidClient: CodeTranslation<typeof english> = {
  description: "لم يستطع التطبيق أن يثبت من هو.",
  resolution:
    "راجع `client_id` و`client_secret` وطريقة إرسالهما: إما `Authorization: Basic base64(urlencode(client_id):urlencode(client_secret))`، أو كلاهما خانتين في متن النموذج.",
  reasons: {
    client_authentication_missing: {
      description: "لا يذكر الطلب أي تطبيق أرسله، أو لا يحمل إثباتًا لذلك.",
      cause:
        "متغير البيئة الذي فيه السر فارغ على الخادم الذي يعمل عليه التطبيق، أو أُرسل المتن بلا `Content-Type` فضاعت خاناته، أو أسقط تحويلٌ أو وكيلٌ ترويسة `Authorization`.",
      resolution:
        "سجّل طول السر (لا قيمته أبدًا) قبل الطلب، فالطول 0 يبيّن كل شيء. ثم أرسل `client_id` و`client_secret` في المتن، أو عبر HTTP Basic.",
      prevention:
        "دع التطبيق يرفض أن يبدأ إذا كان معرّفه أو سره فارغًا، وأرسل POST إلى عنوان `https` النهائي لـ `/oauth/token`، لا إلى عنوان يحوّل.",
      retry: "لا، قبل أن يُرسل المعرّف والسر.",
    },
    client_authentication_failed: {
      description: "التطبيق غير معروف أو سره خطأ.",
      cause:
        "سر أُلصق ومعه فراغ أو سطر جديد في آخره، أو سر بيئة أخرى، أو سر استُبدل، أو علامات اقتباس من ملف `.env` صارت من القيمة، أو معرّف وسر لم يُرمّزا ترميز النماذج قبل HTTP Basic. والجواب واحد للتطبيق المجهول وللسر الخطأ، حتى لا يعرف أحد أي التطبيقات موجود.",
      resolution:
        "انسخ `client_id` و`client_secret` من جديد من التسجيل نفسه. وقارن طول السر: أسرار هذا الخادم 40 حرفًا. فإن كانت القيمة صحيحة فراجع الترميز: `Authorization: Basic base64(urlencode(client_id):urlencode(client_secret))`. وإن ضاع السر فاستبدله: لا تُحفظ إلا بصمته ولا يستطيع أحد قراءته.",
      prevention:
        "احذف الفراغات من طرفي السر حين تقرؤه، واحفظه في مخزن أسرار لكل بيئة، واستفد من مدة التداخل عند الاستبدال: يبقى السر القديم عاملًا حتى تنشر الجديد.",
      retry: "لا. التكرار لا يؤدي إلا إلى بلوغ الحد.",
    },
    client_authentication_unsupported: {
      description: "أثبت التطبيق نفسه بطريقة لا يقدمها هذا الخادم.",
      cause:
        "ضُبطت المكتبة على `private_key_jwt` أو `client_secret_jwt` أو شهادات، أو في ترويسة `Authorization` طريقة غير `Basic`: وكثيرًا ما تُرسل `Bearer` خطأ إلى مسار الرموز.",
      resolution:
        "اضبط طريقة الإثبات لمسار الرموز في المكتبة على `client_secret_basic` أو `client_secret_post`، واحذف ترويسة `Bearer` من طلبات `/oauth/token`.",
      prevention:
        "دع المكتبة تقرأ `token_endpoint_auth_methods_supported` من `/.well-known/oauth-authorization-server`.",
      retry: "لا، قبل أن تتغيّر الطريقة.",
    },
    client_secret_unexpected: {
      description: "أُرسل سر لتطبيق مسجّل كتطبيق عام ولا سر له.",
      cause:
        "تطبيق هاتف أو تطبيق صفحة واحدة سُجّل عامًا كما ينبغي، وما زالت مكتبته ترسل `client_secret`: قديمًا أو مختلقًا أو قيمة افتراضية فارغة.",
      resolution:
        "احذف السر من الإعدادات واضبط الإثبات في المكتبة على `none` مع PKCE. وإن كان التطبيق يعمل على خادم ويستطيع حفظ السر فليُسجّل سرّيًا.",
      prevention: "لا تضع سرًا داخل تطبيق أو صفحة ويب أبدًا: فكل من عنده التطبيق عنده السر. وPKCE يقوم مقامه.",
      retry: "لا، مع السر؛ نعم، فورًا، من دونه.",
    },
    confidential_client_required: {
      description: "لا يسأل عن الرموز إلا تطبيق له سر، وهذا التطبيق عام.",
      cause:
        "طلب تطبيق متصفح أو هاتف `/oauth/introspect`. وأي أحد يستطيع أن يدّعي أنه تطبيق عام، فيصل الجواب إلى أي أحد.",
      resolution:
        "دع خادمك يسأل بمعرّف تطبيق سرّي وسره. وفي التطبيق نفسه يكفي أن تطلب الواجهة: فالجواب 401 يعني أن الرمز لم يعد صالحًا.",
      prevention: "افحص الرموز حيث تُستلم فقط، في خادم الموارد.",
      retry: "لا، ما دام تطبيقًا عامًا.",
    },
    authorization_header_malformed: {
      description: "تقول ترويسة Authorization إنها Basic، لكن ما بعدها لا يُفك إلى معرّف وسر.",
      cause:
        "لم تُرمّز القيمة بـ base64، أو رُمّزت مرتين، أو ليس فيها نقطتان بين المعرّف والسر، أو ضاعت أحرفها الأخيرة، أو صُنع base64 من الصورة `client_id=...&client_secret=...`. ولعلامة النسبة التي لا تبدأ ترميزًا الأثر نفسه.",
      resolution:
        "ابنِها بهذا الترتيب: رمّز `client_id` ترميز النماذج، ثم `client_secret` كذلك، وصل بينهما بنقطتين، ورمّز الناتج بـ base64 مرة واحدة، وضع قبله `Basic ` وفراغًا واحدًا. وفي curl يفعل `-u CLIENT_ID:CLIENT_SECRET` ذلك عنك.",
      prevention: "اترك هذه الترويسة لمكتبة OAuth أو HTTP لديك.",
      retry: "لا، قبل أن تُبنى الترويسة بناءً صحيحًا.",
    },
    client_disabled: {
      description: "المعرّف والسر صحيحان، لكن التطبيق معطّل في هذا الخادم.",
      cause:
        "عطّل مسؤول التطبيق، مثلًا لأن سره تسرّب، أو رحل صاحبه، أو خالف قواعد هذه الخدمة. ولا يقال هذا إلا لمن يحمل السر الصحيح.",
      resolution:
        "اكتب إلى مشغّل هذا الخادم واذكر `client_id` و`request_id`. وبعد تشغيله (`client enable`) يعمل كل شيء بالمعرّف والسر نفسيهما.",
      prevention: "احرص على صحة عنوان التواصل مع التطبيق، وبدّل السر المتسرّب فورًا دون أن تنتظر من يطلب.",
      retry: "لا. أوقف الأعمال الخلفية مؤقتًا، فكل طلب يفشل حتى يشغّل مسؤول التطبيق.",
    },
  },
};
