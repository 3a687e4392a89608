import { Hono } from "hono";
import { apiError, CatalogueError } from "../../errors/catalogue-error.ts";
import { matchLocale } from "../../i18n/locale.ts";
import { readCode } from "../../identity/one-time-code.ts";
import { sha256 } from "../../protocol/hash.ts";
import type { Challenge } from "../../storage/port/challenges.ts";
import type { User } from "../../storage/port/users.ts";
import type { AppContext, AppEnv } from "../../web/context.ts";
import { type Advance, enter, refuseInMaintenance } from "../../web/enter.ts";
import { type CodeChannel, channelsOf } from "../../web/factor-code.ts";
import { readForm } from "../../web/form.tsx";
import { countTogether, giveBack } from "../../web/limit.ts";
import { type CodeProblem, closedCode, type OwnCode, ownCode, tryCode } from "../../web/one-time-code.ts";
import { sendCode } from "../../web/send-code.ts";
import { whatsAppOutage } from "../../web/whatsapp.ts";
import { type Destination, destinationOf, onwardOf } from "./destination.ts";
import { type DoubtView, doubtPage } from "./doubt.page.tsx";

/** What the code is good for, and nothing else. */
const occasion = "a password after too many wrong ones";

interface Payload {
  readonly occasion: string;
  /** SHA-256 of the password's hash that was met: a new password makes the code worthless. */
  readonly met: string;
}

const metBy = ({ passwordHash }: Pick<User, "passwordHash">) => sha256(passwordHash ?? "");

function openChannels(c: AppContext, user: User): readonly CodeChannel[] {
  const { whatsapp } = c.var.site;
  const out = whatsapp === undefined || whatsAppOutage(whatsapp) !== undefined;
  return channelsOf(c, user).filter((channel) => channel === "email" || !out);
}

/**
 * After too many wrong passwords a right one does not open the account alone: a code goes to its own number or address. With
 * a wrong password, and without an account, everything is the same but the message, so that nobody learns which it was.
 */
export async function askForCode(
  c: AppContext,
  { mailQueued }: { readonly mailQueued: () => void },
  to: Destination,
  user: User | undefined,
): Promise<Response> {
  const sent = (user && (await sendReal(c, to, user))) ?? (await send(c, to, undefined, undefined));
  if (sent instanceof CatalogueError) throw sent;
  mailQueued();
  return c.redirect(`/login/confirm?request=${sent.id}`, 303);
}

/** By the first way that takes it; undefined where limits or an outage forbid each. */
async function sendReal(c: AppContext, to: Destination, user: User) {
  for (const channel of openChannels(c, user)) {
    const sent = await send(c, to, user, channel);
    if (!(sent instanceof CatalogueError)) return sent;
  }
  return undefined;
}

function send(c: AppContext, to: Destination, user: User | undefined, channel: CodeChannel | undefined) {
  const value = (channel === "phone" ? user?.phoneNumber : user?.email) ?? `nobody-${c.var.site.ids()}`;
  const payload: Payload = { occasion, met: metBy(user ?? { passwordHash: null }) };
  return sendCode(c, {
    purpose: "factor_code",
    to: { kind: channel ?? "email", value },
    owner: user,
    userId: user?.id ?? null,
    proven: true,
    locale: matchLocale(user?.locale ?? "") ?? c.var.locale,
    budget: "whatsapp_to_known_numbers",
    delivery: channel ? "real" : "decoy",
    traceable: false,
    payload: { ...onwardOf(to), ...payload },
  });
}

/** The request that the address names, and where it leads. */
async function found(c: AppContext): Promise<DoubtView & { readonly own: OwnCode<Payload> }> {
  const own = await ownCode<Payload>(c, "factor_code", c.req.query("request"));
  if (own?.payload.occasion !== occasion) throw apiError("resource_not_found", "code_request_unknown");
  const to = await destinationOf(c, own.payload);
  return { own, to: to ?? { interaction: undefined, application: undefined, next: undefined } };
}

/**
 * A wrong code counts with all others that followed the right password of the account; beyond them no code is right. Where there
 * is no account the same is counted for nobody.
 */
async function tryCounted(
  c: AppContext,
  challenge: Challenge,
  typed: string,
): Promise<CodeProblem | undefined> {
  if (readCode(typed) === undefined) return "wrong";
  const counter = ["second_factor_by_account", String(challenge.userId ?? challenge.id)] as const;
  const refusal = await countTogether(c, [counter]);
  const problem = await tryCode(c, challenge, typed);
  if (problem === undefined && !refusal) await giveBack(c, [counter]);
  return problem ?? (refusal && "wrong");
}

async function submit(c: AppContext, advance: Advance): Promise<Response> {
  const form = await readForm(c);
  const view = await found(c);
  const { challenge, payload } = view.own;
  const over = closedCode(c, challenge) ?? (form.stale ? "stale" : undefined);
  const problem = over ?? (await tryCounted(c, challenge, form.get("code") ?? ""));
  if (problem) return doubtPage(c, { ...view, problem });
  const { storage, clock } = c.var.site;
  const user = await storage.committed.users.find(challenge.userId ?? 0);
  if (user) await refuseInMaintenance(c, user);
  const used = await storage.write(({ challenges }) => challenges.use(challenge.id, clock()));
  const entered =
    used && user && (await enter(c, advance, user.id, payload, (now) => metBy(now) === payload.met));
  return entered || doubtPage(c, { ...view, problem: "spent" });
}

export function doubtRoutes(advance: Advance): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get("/login/confirm", async (c) => {
      const view = await found(c);
      return doubtPage(c, { ...view, problem: closedCode(c, view.own.challenge) });
    })
    .post("/login/confirm", (c) => submit(c, advance));
}
