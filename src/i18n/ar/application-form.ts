import type { applicationForm as english } from "../en/application-form.ts";
import { leftToRight } from "../isolate.ts";
import type { Texts } from "../texts.ts";

const privateScheme = leftToRight("com.example.app:/callback");

export const applicationForm: Texts<typeof english> = {
  newTitle: "تسجيل تطبيق",
  newLead:
    "التطبيق هو موقعك أو برنامجك أو خادمك الذي يدخله الناس بحساباتهم هنا. يمكنك تغيير كل شيء لاحقًا ما عدا نوعه.",
  editTitle: "إعدادات التطبيق",
  verifiedNote:
    "هذا التطبيق موثّق. إذا غيّرت اسمه أو روابطه أو حوّلت إلى مكان آخر، عُدّ غير موثّق حتى يراجعه مسؤول من جديد.",
  name: "الاسم",
  nameHelp: "يقرؤه الناس عندما نطلب إذنهم.",
  type: "النوع",
  types: {
    confidential: `سرّي ${leftToRight("(confidential)")}`,
    confidentialHelp: "موقع له خادم خاص به يستطيع حفظ السر.",
    public: `عام ${leftToRight("(public)")}`,
    publicHelp: "تطبيق هاتف أو برنامج حاسوب أو صفحة بلا خادم: لا يُعطى سرًا، ويجب أن يستخدم PKCE.",
  },
  redirectUris: "عناوين العودة",
  redirectUrisHelp: `إلى أين يعود الناس، عنوان في كل سطر، تمامًا كما يرسله تطبيقك. https، أو http على localhost. وللتطبيق العام أن يستخدم مخططًا خاصًا مثل ${privateScheme}.`,
  grants: "أنواع المنح",
  grantTexts: {
    authorization_code: "يسجّل الناس الدخول",
    refresh_token: "يبقون داخلين دون أن يُسألوا مرة أخرى",
    client_credentials: "يطلب التطبيق لنفسه، دون شخص",
  },
  scopes: "النطاقات",
  scopesHelp: "ما يُسمح للتطبيق أن يطلبه من الناس.",
  needsApproval: "لا يفتح شيئًا حتى يوافق عليه مسؤول.",
  operatorScope: "منحه المشغّل. إذا أزلته فلا يعيده إلا المشغّل.",
  homepageUrl: "الموقع",
  privacyPolicyUrl: "سياسة الخصوصية",
  addressHelp: "عنوان https. ويمكنك تركه فارغًا.",
  submitNew: "تسجيل",
  submit: "حفظ",
  stale: "أرسل النموذج مرة أخرى من فضلك، فقد بقي مفتوحًا مدة طويلة.",
  problems: {
    name: {
      missing: "اكتب اسمًا من فضلك.",
      too_long: "الاسم لا يزيد على 100 حرف.",
      characters: "اكتب الاسم في سطر واحد بلا محارف تحكم من فضلك.",
      imitation: "قد يُظن أن هذا اسم الخدمة نفسها. اختر اسمًا يبيّن صاحب التطبيق من فضلك.",
    },
    type: "اختر أحد الاثنين من فضلك.",
    redirectUrisMissing: "لا بد أن يعود من يسجّل الدخول إلى مكان ما: اكتب عنوانًا واحدًا على الأقل.",
    redirectUrisTooMany: "يمكن تسجيل 20 عنوان عودة على الأكثر.",
    redirectUri: {
      too_long: "أطول من 2,000 حرف.",
      malformed: "ليس عنوانًا كاملًا تقرؤه كل المتصفحات قراءة واحدة.",
      fragment: "يجب ألا يكون فيه شيء بعد #.",
      userinfo: "يجب ألا يكون فيه اسم مستخدم أو كلمة مرور قبل @.",
      wildcard: "يجب ألا تكون فيه *: كل عنوان يُقارن كما هو.",
      insecure: `يجب أن يبدأ بـ ${leftToRight("https://")}، أما ${leftToRight("http://")} فلـ localhost و127.0.0.1 و${leftToRight("[::1]")} وحدها.`,
      scheme: `يجب أن يبدأ بـ ${leftToRight("https://")}، وللتطبيق العام أن يستخدم مخططًا خاصًا فيه نقطة مثل ${privateScheme}.`,
      private_scheme_confidential: "له مخطط خاص لا يستخدمه إلا تطبيق عام.",
    },
    grantTypes: {
      missing: "اختر واحدًا على الأقل من فضلك.",
      refresh_token_alone: "لا يبقى الناس داخلين إلا إذا دخلوا أولًا: اختر الاثنين.",
      client_credentials_public: "التطبيق العام بلا سر، فلا يطلب لنفسه. اترك الخيار الأخير.",
    },
    scopes: "اختر واحدًا على الأقل من فضلك.",
    address: "اكتب عنوان https، أو اتركه فارغًا.",
  },
};
