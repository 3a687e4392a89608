import { createHmac } from "node:crypto";
import { Hono } from "hono";
import { apiError } from "../../errors/catalogue-error.ts";
import { sameHash, sha256 } from "../../protocol/hash.ts";
import { mediaType, readBytes } from "../../web/body.ts";
import type { AppContext, AppEnv } from "../../web/context.ts";
import { answerInbound } from "./inbound.ts";
import { readNotification } from "./notification.ts";
import { keepReport } from "./reports.ts";

export interface WebhookDeps {
  readonly appSecret: string;
  readonly verifyToken: string;
  /** Null: the webhook may concern any number. */
  readonly phoneNumberId: string | null;
}

/** Bytes of one call; Meta bundles, but not more than this for one number. */
const limit = 1024 * 1024;
/** Of one call; the rest would keep everybody else waiting. */
const mostOfEach = 200;
const jsonType = "application/json";

/** Where WhatsApp calls: mounted only where both secrets are set. */
export function webhookRoutes(deps: WebhookDeps): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get("/webhooks/whatsapp", (c) => check(c, deps))
    .post("/webhooks/whatsapp", (c) => receive(c, deps));
}

/** Meta asks once, when the operator types the address: the challenge goes back as it came, if it is one. */
function check(c: AppContext, { verifyToken }: WebhookDeps): Response {
  const given = (name: string) => c.req.query(`hub.${name}`) ?? "";
  const right = sameHash(sha256(given("verify_token")), sha256(verifyToken));
  const challenge = given("challenge");
  if (!right || given("mode") !== "subscribe" || !/^[\w-]{1,200}$/.test(challenge))
    throw apiError("permission_denied", "webhook_token_invalid");
  return c.text(challenge, 200, { "X-Content-Type-Options": "nosniff", "Cache-Control": "no-store" });
}

/** Over the bytes as they came: JSON written anew would differ in escapes and order. */
function isSigned(body: Buffer, header: string | undefined, secret: string): boolean {
  const expected = createHmac("sha256", secret).update(body).digest("hex");
  return sameHash(header ?? "", `sha256=${expected}`);
}

async function receive(c: AppContext, deps: WebhookDeps): Promise<Response> {
  if (mediaType(c.req.raw) !== jsonType)
    throw apiError("validation_error", "content_type_unsupported", { supported: jsonType });
  const body = await readBytes(c.req.raw, limit);
  if (body === undefined) throw apiError("validation_error", "body_too_large", { limit });
  if (!isSigned(body, c.req.header("x-hub-signature-256"), deps.appSecret))
    throw apiError("permission_denied", "webhook_signature_invalid");
  const { texts, reports } = readNotification(parsed(body), deps.phoneNumberId);
  for (const report of reports.slice(0, mostOfEach)) await keepReport(c, report);
  for (const text of texts.slice(0, mostOfEach))
    if (!(await answerInbound(c, text))) c.var.log.warn({}, "a message to the business number got no answer");
  return c.json({ received: true }, 200, { "Cache-Control": "no-store" });
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch (cause) {
    throw apiError("validation_error", "json_malformed", {}, { cause });
  }
}
