import { randomUUID } from "node:crypto";
import { messages } from "../../i18n/messages.ts";
import { generateSecret } from "../../protocol/client-authentication/secret.ts";
import { sha256 } from "../../protocol/hash.ts";
import { isNewClientId } from "../../protocol/registration/client-id.ts";
import type { Client } from "../../storage/port/clients.ts";
import type { Scope } from "../../storage/port/scopes.ts";
import { OneOf } from "../../ui/choices.tsx";
import { Notice } from "../../ui/form.tsx";
import { AccountFields } from "../../web/account-fields.tsx";
import { act } from "../../web/act.ts";
import { auditPage } from "../../web/audit.ts";
import type { Account } from "../../web/browser-session.ts";
import type { AppContext } from "../../web/context.ts";
import type { SubmittedForm } from "../../web/form.tsx";
import { countHit } from "../../web/limit.ts";
import { problemStatus } from "../../web/problem-status.ts";
import { ApplicationFields, NameField } from "./application-fields.tsx";
import { backTo, listPage, pathOf } from "./frame.tsx";
import { secretPage } from "./secret.page.tsx";
import {
  nothingTyped,
  offeredScopes,
  readTyped,
  readWish,
  type Typed,
  type Wish,
  type WishProblems,
} from "./wish.ts";

interface View {
  readonly clientId: string;
  readonly typed: Typed;
  /** As it came: `confidential`, `public` or nothing. */
  readonly type: string | undefined;
  readonly problems: WishProblems & { readonly type?: true };
  readonly stale?: boolean;
}

function offered(c: AppContext): Promise<readonly Scope[]> {
  return c.var.site.storage.committed.scopes.list().then((scopes) => offeredScopes(scopes));
}

/** The id that the application will have is decided when the form is given, so that sending it twice registers it once. */
export async function showRegister(c: AppContext, account: Account): Promise<Response> {
  return registerPage(c, account, {
    clientId: randomUUID(),
    typed: nothingTyped,
    type: "confidential",
    problems: {},
  });
}

async function registerPage(c: AppContext, account: Account, view: View): Promise<Response> {
  const t = messages(c.var.locale).applicationForm;
  const corrects = view.stale === true || Object.keys(view.problems).length > 0;
  const types = (["confidential", "public"] as const).map((value) => ({
    value,
    label: t.types[value],
    help: t.types[`${value}Help`],
  }));
  return listPage(
    c,
    account,
    { tab: "new", title: t.newTitle, status: corrects ? problemStatus : 200 },
    <section class="card">
      <h1>{t.newTitle}</h1>
      <p class="lead">{t.newLead}</p>
      {view.stale && <Notice kind="warning">{t.stale}</Notice>}
      <form method="post" action="/developer/new">
        <AccountFields c={c} account={account} />
        <input type="hidden" name="client_id" value={view.clientId} />
        <input type="hidden" name="given" value={signatureOf(c, account, view.clientId)} />
        <NameField c={c} typed={view.typed} problems={view.problems} />
        <OneOf
          name="type"
          legend={t.type}
          choices={types}
          chosen={view.type === undefined ? [] : [view.type]}
          problem={view.problems.type && t.problems.type}
        />
        <ApplicationFields c={c} typed={view.typed} problems={view.problems} offered={await offered(c)} />
        <button type="submit">{t.submitNew}</button>
      </form>
    </section>,
  );
}

function signedText({ user }: Account, clientId: string): string {
  return `${user.id} ${clientId}`;
}

function signatureOf(c: AppContext, account: Account, clientId: string): string {
  return c.var.site.keys.sign("registration", signedText(account, clientId));
}

/** The id that this server gave to this person's form; a form without one gets another. */
function givenId(c: AppContext, account: Account, form: SubmittedForm): string | undefined {
  const clientId = form.get("client_id");
  const signature = form.get("given") ?? "";
  const given =
    isNewClientId(clientId) &&
    c.var.site.keys.verify("registration", signedText(account, clientId), signature);
  return given ? clientId : undefined;
}

export async function register(c: AppContext, account: Account, form: SubmittedForm): Promise<Response> {
  const typed = readTyped(form, await offered(c));
  const type = form.get("type");
  const clientId = givenId(c, account, form);
  if (form.stale || clientId === undefined) {
    return registerPage(c, account, {
      clientId: clientId ?? randomUUID(),
      typed,
      type,
      problems: {},
      stale: true,
    });
  }
  const confidential = type === "confidential";
  const read = readWish(typed, confidential, c.var.site.name);
  const typeProblem = confidential || type === "public" ? {} : { type: true as const };
  if ("problems" in read || typeProblem.type) {
    const problems = { ...("problems" in read ? read.problems : {}), ...typeProblem };
    return registerPage(c, account, { clientId, typed, type, problems });
  }
  await countHit(c, "application_registration_by_user", String(account.user.id));
  return create(c, account, newClient(c, account, { id: clientId, confidential, ...read.wish }));
}

function newClient(
  c: AppContext,
  { user }: Account,
  wish: Wish & Pick<Client, "id" | "confidential">,
): Client {
  return {
    ...wish,
    status: "active",
    disabledByAdmin: false,
    verified: false,
    test: false,
    resourceServer: false,
    logo: null,
    accessTokenTtl: null,
    refreshTokenTtl: null,
    ownerId: user.id,
    createdAt: c.var.site.clock(),
  };
}

async function create(c: AppContext, account: Account, client: Client): Promise<Response> {
  const { entropy } = c.var.site;
  const secret = client.confidential ? generateSecret(entropy) : null;
  const made = await act(c, account, async (all) => {
    if (!(await all.clients.create(client, secret === null ? null : sha256(secret)))) return false;
    await auditPage(c, all, account, {
      action: "client.created",
      target: { kind: "client", id: client.id },
      details: { name: client.name, confidential: client.confidential },
    });
    return true;
  });
  if (!made) return backTo(c, client, "already_registered");
  if (secret === null) return backTo(c, client, "registered");
  return secretPage(c, account, client, { secret, said: "registered", next: pathOf(client) });
}
