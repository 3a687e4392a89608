import { apiError, CatalogueError } from "../../../errors/catalogue-error.ts";
import { messages } from "../../../i18n/messages.ts";
import { normaliseEmail, normalisePhone, readableNumber } from "../../../identity/contact.ts";
import type { User } from "../../../storage/port/users.ts";
import { AccountFields } from "../../../web/account-fields.tsx";
import { askAgain } from "../../../web/ask-again.ts";
import { type Account, renewSession } from "../../../web/browser-session.ts";
import { deliveryProblem } from "../../../web/code-delivery.ts";
import { CodeForm, type CodeState, codePageOptions } from "../../../web/code-form.tsx";
import type { AppContext } from "../../../web/context.ts";
import type { SubmittedForm } from "../../../web/form.tsx";
import { countMail } from "../../../web/limit.ts";
import { closedCode, type OwnCode, ownCode, tryCode } from "../../../web/one-time-code.ts";
import { sendCode } from "../../../web/send-code.ts";
import { whatsAppOutage } from "../../../web/whatsapp.ts";
import { accountPage } from "../frame.tsx";
import { backTo } from "../with-account.ts";
import { changeContact, type WantedContact } from "./change-contact.ts";
import { type ContactField, type ContactsView, contactsPage } from "./contacts.page.tsx";

export interface ContactDependencies {
  /** Called when a mail was queued. */
  readonly mailQueued: () => void;
}

/** Whoever changes where a person is reached can take the account over: only with a fresh proof. */
export async function showContacts(c: AppContext, account: Account): Promise<Response> {
  return askAgain(c, account, "contacts") ?? contactsPage(c, account);
}

function wantedIn(c: AppContext, form: SubmittedForm): readonly [ContactField, WantedContact | undefined] {
  const number = c.var.site.whatsapp ? form.get("phone_number") : undefined;
  if (number === undefined) {
    const value = normaliseEmail(form.get("email") ?? "");
    return ["email", value === undefined ? undefined : { kind: "email", value }];
  }
  const value = normalisePhone(number);
  return ["phone_number", value === undefined ? undefined : { kind: "phone", value }];
}

function has(user: User, { kind, value }: WantedContact): boolean {
  return kind === "phone"
    ? user.phoneNumber === value
    : user.email === value && user.emailVerifiedAt !== null;
}

/** Sends a code to the wanted address or number, whether or not another account has it. */
async function send(
  c: AppContext,
  { user }: Account,
  wanted: WantedContact,
): Promise<{ readonly id: string } | CatalogueError> {
  const { site, locale } = c.var;
  const { users } = site.storage.committed;
  const { kind, value } = wanted;
  const outage = kind === "phone" && site.whatsapp ? whatsAppOutage(site.whatsapp) : undefined;
  if (outage) return outage;
  if (kind === "email") await countMail(c, value);
  return sendCode(c, {
    purpose: "new_contact",
    to: wanted,
    owner: kind === "email" ? await users.findByEmail(value) : await users.findByPhoneNumber(value),
    userId: user.id,
    locale,
    budget: "whatsapp_to_new_numbers",
    delivery: "real",
    traceable: true,
    payload: { ...wanted },
  });
}

export async function wantContact(
  c: AppContext,
  deps: ContactDependencies,
  account: Account,
  form: SubmittedForm,
): Promise<Response> {
  if (form.stale) return backTo(c, "contacts", "stale");
  const question = askAgain(c, account, "contacts");
  if (question) return question;
  const [field, wanted] = wantedIn(c, form);
  const view: ContactsView = { field, typed: form.get(field) };
  if (!wanted) return contactsPage(c, account, { ...view, problem: "malformed" });
  if (has(account.user, wanted)) return contactsPage(c, account, { ...view, problem: "same" });
  const sent = await send(c, account, wanted);
  if (sent instanceof CatalogueError) return contactsPage(c, account, { ...view, problem: sent });
  deps.mailQueued();
  return c.redirect(`/account/contacts/code?request=${sent.id}`, 303);
}

type Own = OwnCode<WantedContact>;

async function ownChange(c: AppContext, { user }: Account): Promise<Own> {
  const own = await ownCode<WantedContact>(c, "new_contact", c.req.query("request"));
  if (own?.challenge.userId === user.id) return own;
  throw apiError("resource_not_found", "code_request_unknown");
}

async function codePage(c: AppContext, account: Account, own: Own, problem: CodeState["problem"]) {
  const { account: texts, whatsapp, register } = messages(c.var.locale);
  const t = texts.contacts;
  const { kind, value } = own.payload;
  const state = { problem, error: await deliveryProblem(c, own.payload) };
  const action = `/account/contacts/code?request=${own.challenge.id}`;
  const label = kind === "phone" ? whatsapp.page.field : register.verify.code;
  return accountPage(
    c,
    account,
    { tab: "account", title: whatsapp.page.title, ...codePageOptions(state) },
    <section class="card">
      <h1>{whatsapp.page.title}</h1>
      <CodeForm
        {...state}
        c={c}
        action={action}
        label={label}
        fields={<AccountFields c={c} account={account} />}
      >
        <p class="lead">{kind === "phone" ? whatsapp.page.sent(readableNumber(value)) : t.mailed(value)}</p>
        <p>{whatsapp.page.limits}</p>
      </CodeForm>
      <div class="actions">
        <a href="/account/contacts">{t.again}</a>
      </div>
    </section>,
  );
}

export async function showContactCode(c: AppContext, account: Account): Promise<Response> {
  const own = await ownChange(c, account);
  return codePage(c, account, own, closedCode(c, own.challenge));
}

export async function proveContact(
  c: AppContext,
  deps: ContactDependencies,
  account: Account,
  form: SubmittedForm,
): Promise<Response> {
  const own = await ownChange(c, account);
  const over = closedCode(c, own.challenge) ?? (form.stale ? "stale" : undefined);
  const problem = over ?? (await tryCode(c, own.challenge, form.get("code") ?? ""));
  if (problem) return codePage(c, account, own, problem);
  const result = await changeContact(c, account, own);
  if (result === "spent") return codePage(c, account, own, "spent");
  if (result === "taken") {
    const field = own.payload.kind === "phone" ? "phone_number" : "email";
    return contactsPage(c, account, { field, typed: own.payload.value, problem: "taken" });
  }
  deps.mailQueued();
  c.var.site.whatsapp?.queued();
  await renewSession(c);
  return backTo(c, "account", own.payload.kind === "phone" ? "number_changed" : "email_changed");
}
