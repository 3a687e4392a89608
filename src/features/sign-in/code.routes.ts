import { Hono } from "hono";
import { apiError } from "../../errors/catalogue-error.ts";
import type { User } from "../../storage/port/users.ts";
import type { AppContext, AppEnv } from "../../web/context.ts";
import { type Advance, enter, refuseInMaintenance } from "../../web/enter.ts";
import { readForm } from "../../web/form.tsx";
import { newChallenge } from "../../web/mailed-link.ts";
import { closedCode, type OwnCode, ownCode, tryCode } from "../../web/one-time-code.ts";
import { codeLifetime } from "../../web/send-code.ts";
import { offeredWhatsApp, whatsAppOutage } from "../../web/whatsapp.ts";
import { beginByWriting, type WrittenFirst } from "./by-number.ts";
import { codePage } from "./code.page.tsx";
import { askedFor, type Destination, destinationOf } from "./destination.ts";
import { signInPage } from "./sign-in.page.tsx";

type Own = OwnCode<Partial<WrittenFirst>>;

/** The code by WhatsApp, and the way of writing to us first. */
export function codeRoutes(advance: Advance): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get("/login/code", async (c) => {
      const [own, to] = await found(c);
      const error = whatsAppOutage(offeredWhatsApp(c));
      return codePage(c, { own, to, error, problem: closedCode(c, own.challenge) });
    })
    .post("/login/code", (c) => submit(c, advance))
    .post("/login/write", (c) => write(c, advance));
}

/** The request that the address names, and where it leads; its application may have given up meanwhile. */
async function found(c: AppContext): Promise<readonly [Own, Destination]> {
  offeredWhatsApp(c);
  const own = await ownCode<Partial<WrittenFirst>>(c, "sign_in", c.req.query("request"));
  if (!own) throw apiError("resource_not_found", "code_request_unknown");
  const to = await destinationOf(c, own.payload);
  return [own, to ?? { interaction: undefined, application: undefined, next: undefined }];
}

async function submit(c: AppContext, advance: Advance): Promise<Response> {
  const form = await readForm(c);
  const [own, to] = await found(c);
  const { challenge } = own;
  const over = closedCode(c, challenge);
  if (over) return codePage(c, { own, to, problem: over });
  if (form.stale) return codePage(c, { own, to, problem: "stale" });
  const problem = await tryCode(c, challenge, form.get("code") ?? "");
  if (problem) return codePage(c, { own, to, problem });
  const owner = await ownerOf(c, challenge.address);
  if (owner) await refuseInMaintenance(c, owner);
  const { storage, clock } = c.var.site;
  if (!(await storage.write(({ challenges }) => challenges.use(challenge.id, clock()))))
    return codePage(c, { own, to, problem: "spent" });
  if (!owner) return toNewcomer(c, own);
  const answer = await enter(
    c,
    advance,
    owner.id,
    own.payload,
    (now) => now.phoneNumber === challenge.address,
  );
  return answer ?? codePage(c, { own, to, problem: "spent" });
}

/** Whose number it is now; a disabled account is no news to who has its number. */
async function ownerOf(c: AppContext, number: string): Promise<User | undefined> {
  const owner = await c.var.site.storage.committed.users.findByPhoneNumber(number);
  if (owner && owner.status !== "active") throw apiError("permission_denied", "user_disabled");
  return owner;
}

/** Somebody proved a number that has no account: what is missing for one is their name. */
async function toNewcomer(c: AppContext, { challenge, payload }: Own): Promise<Response> {
  const { site } = c.var;
  const { address } = challenge;
  const facts = {
    purpose: "proven_number",
    address,
    userId: null,
    payload: JSON.stringify(payload),
  } as const;
  const { challenge: proven } = newChallenge(site, facts, codeLifetime);
  await site.storage.write(({ challenges }) => challenges.create(proven));
  return c.redirect(`/register/name?request=${proven.id}`, 303);
}

async function write(c: AppContext, advance: Advance): Promise<Response> {
  const form = await readForm(c);
  const whatsapp = offeredWhatsApp(c);
  if (!whatsapp.number) throw apiError("resource_not_found", "path_unknown");
  const asked = askedFor(c);
  const to = await destinationOf(c, asked);
  if (!to) return advance(c, asked.interactionId ?? "");
  const problem = form.stale ? "stale" : whatsAppOutage(whatsapp);
  if (problem) return signInPage(c, to, { problem });
  return c.redirect(`/login/code?request=${await beginByWriting(c, to)}`, 303);
}
