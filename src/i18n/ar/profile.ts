import { counted } from "../counted.ts";
import type { profile as english } from "../en/profile.ts";
import { leftToRight } from "../isolate.ts";
import type { Texts } from "../texts.ts";

export const profile: Texts<typeof english> = {
  name: "الاسم",
  gender: "الجنس",
  bio: "نبذة عنك",
  place_of_birth: "مكان الميلاد",
  date_of_birth: "تاريخ الميلاد",
  address: "العنوان",
  email: "البريد الإلكتروني",
  phone_number: "رقم الهاتف",
  username: "اسم المستخدم",
  genders: { none: "غير مذكور", male: "ذكر", female: "أنثى", other: "غير ذلك" },
  problems: {
    empty: "لا يمكن ترك هذا فارغًا.",
    not_text: "يجب أن يكون هذا نصًا.",
    too_long: (limit) =>
      counted("ar", limit, {
        few: "يجب ألا يزيد هذا على # أحرف.",
        many: "يجب ألا يزيد هذا على # حرفًا.",
        other: "يجب ألا يزيد هذا على # حرف.",
      }),
    characters: "في هذا محارف لا تُستخدم هنا.",
    not_a_gender: `يجب أن يكون هذا أحد الثلاثة: ${leftToRight("male, female, other")}.`,
    not_a_date: `يجب أن يكون هذا تاريخًا صحيحًا مكتوبًا هكذا: ${leftToRight("YYYY-MM-DD")}.`,
    in_future: "لا يمكن أن يكون هذا في المستقبل.",
  },
};
