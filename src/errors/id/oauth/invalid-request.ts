import type { CodeTranslation } from "../../definition.ts";
import type { invalidRequest as english } from "../../oauth/invalid-request.ts";
import { rehearsalUnknown } from "../rehearsal.ts";
import { bodyReasons } from "./invalid-request/body.ts";
import { parameterReasons } from "./invalid-request/parameters.ts";
import { pkceReasons } from "./invalid-request/pkce.ts";
import { registrationReasons } from "./invalid-request/registration.ts";
import { applicationMistake } from "./pages.ts";

export const invalidRequest: CodeTranslation<typeof english> = {
  description:
    "Permintaan tidak disusun sesuai protokol: ada yang kurang, berulang, salah tempat, atau salah bentuk.",
  resolution:
    "Baca `hint`: di sana disebut parameter atau header yang salah dan apa yang diharapkan. Perbaiki kode yang menyusun permintaan; mengirimnya lagi tanpa perubahan tidak akan membantu.",
  reasons: {
    rehearsal_unknown: { ...rehearsalUnknown, page: applicationMistake },
    ...parameterReasons,
    ...bodyReasons,
    ...pkceReasons,
    ...registrationReasons,
  },
};
