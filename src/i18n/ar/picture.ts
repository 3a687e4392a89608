import type { picture as english } from "../en/picture.ts";
import { isolate } from "../isolate.ts";
import type { Texts } from "../texts.ts";

export const picture: Texts<typeof english> = {
  file: "الصورة",
  help: (size, side) =>
    `PNG أو JPG أو GIF، في حدود ${isolate(size)} و${side} في ${side} نقطة. لا نحتفظ إلا بالصورة، بلا أماكن أو أجهزة أو تعليقات فيها.`,
  problems: {
    missing: "اختر صورة من فضلك.",
    not_a_picture: "هذه ليست صورة PNG أو JPG أو GIF.",
    damaged: "هذه الصورة تالفة. احفظها من جديد ببرنامج صور ثم حاول مرة أخرى.",
    too_long: "يستغرق عرض هذه الصورة وقتًا طويلًا. اختر صورة متحركة أقصر أو صورة أصغر من فضلك.",
    too_many_pixels: (side) => `عرض هذه الصورة أو ارتفاعها أكثر من ${side} نقطة.`,
  },
};
