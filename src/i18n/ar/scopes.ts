import type { scopes as english } from "../en/scopes.ts";
import { leftToRight } from "../isolate.ts";
import type { Texts } from "../texts.ts";

export const scopes: Texts<typeof english> = {
  "view-user": "رؤية اسمك وبريدك الإلكتروني واسم المستخدم وجنسك وصورتك",
  "detail-user": "رؤية النبذة عنك ورقم هاتفك ومكان ميلادك وتاريخه وعنوانك",
  "edit-user": "تغيير ملفك الشخصي",
  admin: "التصرف نيابةً عنك كمسؤول في هذه الخدمة",
  other: (scope) => `استخدام الإذن ${leftToRight(scope)}`,
};
