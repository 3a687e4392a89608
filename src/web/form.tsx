import { apiError } from "../errors/catalogue-error.ts";
import { mediaType, readBody } from "./body.ts";
import type { AppContext } from "./context.ts";
import { deviceOf, presentDevice } from "./device.ts";

const limit = 32 * 1024;
const formType = "application/x-www-form-urlencoded";

/** The hidden field that binds a form to this browser (contract §10). */
export function CsrfField({ c }: { c: AppContext }) {
  return <input type="hidden" name="csrf" value={c.var.site.keys.sign("csrf", deviceOf(c).value)} />;
}

/** A form as it came. `stale`: its CSRF token belongs to another or lost cookie; show it again, filled in, and do nothing. */
export interface SubmittedForm {
  readonly stale: boolean;
  /** The single value of a field, trimmed of nothing; undefined when absent or empty. Repeated fields count as absent. */
  get(name: string): string | undefined;
  /** Whether the field came at all, if only empty. */
  has(name: string): boolean;
}

/** Refuses what was sent from a page of another site. */
export function refuseForeign(c: AppContext): void {
  const origin = c.req.header("origin");
  if (origin !== undefined && origin !== c.var.site.issuer)
    throw apiError("permission_denied", "origin_foreign");
}

/** The fields as a form of ours. Throws `form_token_invalid` when there is no CSRF token at all. */
export function submittedForm(c: AppContext, fields: URLSearchParams): SubmittedForm {
  const token = fields.get("csrf");
  if (!token) throw apiError("permission_denied", "form_token_invalid");
  const device = presentDevice(c);
  const fresh = device !== undefined && c.var.site.keys.verify("csrf", device, token);
  return {
    stale: !fresh,
    get(name) {
      const values = fields.getAll(name);
      return values.length === 1 && values[0] !== "" ? values[0] : undefined;
    },
    has: (name) => fields.has(name),
  };
}

/**
 * Reads a page's form. Refuses one from a foreign origin or without any CSRF token (`permission_denied`), of another
 * content type, or above 32 KiB (`validation_error`).
 */
export async function readForm(c: AppContext): Promise<SubmittedForm> {
  refuseForeign(c);
  if (mediaType(c.req.raw) !== formType)
    throw apiError("validation_error", "content_type_unsupported", { supported: formType });
  const body = await readBody(c.req.raw, limit);
  if (body === undefined) throw apiError("validation_error", "body_too_large", { limit });
  return submittedForm(c, new URLSearchParams(body));
}
