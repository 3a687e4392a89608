import { messages } from "../../i18n/messages.ts";
import { generateSecret } from "../../protocol/client-authentication/secret.ts";
import { sha256 } from "../../protocol/hash.ts";
import type { ClientWithSecrets } from "../../storage/port/clients.ts";
import { OneOf } from "../../ui/choices.tsx";
import { AccountFields } from "../../web/account-fields.tsx";
import { act } from "../../web/act.ts";
import { askAgain } from "../../web/ask-again.ts";
import { auditPage } from "../../web/audit.ts";
import type { Account } from "../../web/browser-session.ts";
import type { AppContext } from "../../web/context.ts";
import type { SubmittedForm } from "../../web/form.tsx";
import { countHit } from "../../web/limit.ts";
import { applicationPage, backTo, pathOf } from "./frame.tsx";
import { findOwn } from "./own-application.ts";
import { secretPage } from "./secret.page.tsx";

/** How long the old secret works beside the new one, in seconds. */
const overlaps = { none: 0, hour: 3_600, day: 86_400, week: 604_800, month: 2_592_000 } as const;
type Overlap = keyof typeof overlaps;
const usual: Overlap = "day";

function isOverlap(text: string): text is Overlap {
  return Object.hasOwn(overlaps, text);
}

/** When the latest secret was made: a form that was given before that does nothing, so that sending it twice makes one. */
function latest({ secrets }: ClientWithSecrets): string {
  return String(Math.max(0, ...secrets.map(({ createdAt }) => createdAt)));
}

/** Asks for the password first, if need be: it leads back here. */
export async function showRotation(
  c: AppContext,
  account: Account,
  client: ClientWithSecrets,
): Promise<Response> {
  if (!client.confidential) return c.redirect(pathOf(client), 302);
  const question = askAgain(c, account, `secret.${client.id}`);
  if (question) return question;
  const t = messages(c.var.locale).developer.secret;
  const choices = Object.entries(t.overlaps).map(([value, label]) => ({ value, label }));
  return applicationPage(
    c,
    account,
    client,
    { tab: "overview", title: t.pageTitle },
    <section class="card">
      <h1>{t.pageTitle}</h1>
      <p class="lead">{t.lead}</p>
      <form method="post" action={pathOf(client, "/secret")}>
        <AccountFields c={c} account={account} />
        <input type="hidden" name="latest" value={latest(client)} />
        <OneOf name="overlap" legend={t.overlap} choices={choices} chosen={[usual]} />
        <button type="submit">{t.submit}</button>
      </form>
    </section>,
  );
}

export async function rotate(
  c: AppContext,
  account: Account,
  { id, confidential }: ClientWithSecrets,
  form: SubmittedForm,
): Promise<Response> {
  if (form.stale || !confidential) return backTo(c, { id }, "stale");
  const question = askAgain(c, account, `secret.${id}`);
  if (question) return question;
  await countHit(c, "application_change_by_user", String(account.user.id));
  const { entropy, clock } = c.var.site;
  const wanted = form.get("overlap") ?? usual;
  const overlap = overlaps[isOverlap(wanted) ? wanted : usual];
  const secret = generateSecret(entropy);
  const client = await act(c, account, async (all) => {
    const found = await findOwn(all, account, id);
    if (form.get("latest") !== latest(found)) return undefined;
    const now = clock();
    const made = { hash: sha256(secret), createdAt: now, expiresAt: null };
    await all.clients.addSecret(id, made, now + overlap * 1000);
    await auditPage(c, all, account, {
      action: "client.secret_rotated",
      target: { kind: "client", id },
      details: { overlap },
    });
    return found;
  });
  if (!client) return backTo(c, { id }, "not_rotated");
  return secretPage(c, account, client, { secret, next: pathOf(client) });
}
