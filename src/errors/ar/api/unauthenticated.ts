import type { unauthenticated as english } from "../../api/unauthenticated.ts";
import type { CodeTranslation } from "../../definition.ts";

export const unauthenticated: CodeTranslation<typeof english> = {
  description: "لا يحمل الطلب رمز وصول حيث يلزم ذلك.",
  resolution: "أرسل `Authorization: Bearer` مع رمز الوصول في كل طلب إلى `/api`.",
  reasons: {
    token_missing: {
      description: "لا يحمل الطلب رمز وصول.",
      cause:
        "لم توضع الترويسة، أو كانت فارغة لأن متغير الرمز فارغ، أو وُضع الرمز في متن الطلب، أو ضاعت الترويسة في الطريق: فكثير من البرامج تسقط `Authorization` حين تتبع تحويلًا إلى خادم آخر، وبعض خوادم الويب لا تمررها إلى برامج PHP أو CGI.",
      resolution:
        "سجّل هل الترويسة موجودة قبل الطلب مباشرة. واطلب عنوان `https` النهائي نفسه. ويبيّن `curl -i -H 'Authorization: Bearer TOKEN' https://id.example/api/user` هل يعمل الرمز.",
      prevention: "ضع الترويسة في موضع واحد لكل الطلبات، ولا تطلب الواجهة إن لم يكن أحد داخلًا.",
      retry: "لا، قبل أن تُرسل الترويسة.",
    },
    scheme_unsupported: {
      description: "تستخدم ترويسة Authorization طريقة غير Bearer.",
      cause:
        "أُرسلت `Basic` ومعها معرّف التطبيق وسره (ومكانها `/oauth/token`)، أو `Token` أو `JWT` كما في واجهات أخرى، أو الرمز وحده بلا كلمة قبله.",
      resolution: "اكتب `Bearer` ثم فراغًا واحدًا ثم رمز الوصول.",
      prevention: "استخدم برنامجين منفصلين: واحدًا لمسار الرموز وواحدًا للواجهة.",
      retry: "لا، قبل أن تُصلح الترويسة.",
    },
    token_in_query: {
      description: "أُرسل رمز الوصول في العنوان، وهذا لا يُقبل.",
      cause:
        "وُضع `?access_token=` في العنوان، كما تسمح بعض الخدمات القديمة. والعناوين تُكتب في السجلات وفي تاريخ التصفح وفي ترويسة `Referer`.",
      resolution:
        "أرسل الرمز في الترويسة. واعتبر الرمز الذي كان في العنوان متسرّبًا: ألغه في `/oauth/revoke` وخذ رمزًا جديدًا.",
      prevention: "لا تضع رمزًا في رابط أبدًا، ولا لتنزيل أو صورة.",
      retry: "لا، ليس على هذه الصورة.",
    },
  },
};
