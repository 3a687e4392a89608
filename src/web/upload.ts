import { apiError } from "../errors/catalogue-error.ts";
import { mediaType, readBytes } from "./body.ts";
import type { AppContext } from "./context.ts";
import { refuseForeign, type SubmittedForm, submittedForm } from "./form.tsx";

const supported = "multipart/form-data";
/** What the fields beside the file and the lines between them may take. */
const around = 16 * 1024;

/** A form with a file as it came; what the browser says of its name and type counts for nothing and is not kept. */
export interface SubmittedUpload extends SubmittedForm {
  /** Undefined when none was chosen. */
  readonly file: Uint8Array | undefined;
}

/** More parts than any form of ours has. Each costs the parser far more than its bytes. */
const tooManyParts = 32;

function isFullOfParts(body: Buffer): boolean {
  return (body.toString("latin1").match(/content-disposition/gi)?.length ?? 0) >= tooManyParts;
}

async function parsed(c: AppContext, body: Buffer): Promise<FormData> {
  if (isFullOfParts(body)) throw apiError("validation_error", "content_type_unsupported", { supported });
  const headers = { "Content-Type": c.req.header("content-type") ?? "" };
  try {
    return await new Response(new Uint8Array(body), { headers }).formData();
  } catch {
    // The parser's message may quote the body.
    throw apiError("validation_error", "content_type_unsupported", { supported });
  }
}

/** As `readForm`, for a form with one file of at most `largest` bytes in the field of this name. */
export async function readUpload(c: AppContext, field: string, largest: number): Promise<SubmittedUpload> {
  refuseForeign(c);
  if (mediaType(c.req.raw) !== supported)
    throw apiError("validation_error", "content_type_unsupported", { supported });
  const body = await readBytes(c.req.raw, largest + around);
  if (body === undefined) throw apiError("validation_error", "body_too_large", { limit: largest });
  const data = await parsed(c, body);
  const texts = [...data].filter((entry): entry is [string, string] => typeof entry[1] === "string");
  const form = submittedForm(c, new URLSearchParams(texts));
  const file = data.get(field);
  if (file === null || typeof file === "string" || file.size === 0) return { ...form, file: undefined };
  if (file.size > largest) throw apiError("validation_error", "body_too_large", { limit: largest });
  return { ...form, file: new Uint8Array(await file.arrayBuffer()) };
}
