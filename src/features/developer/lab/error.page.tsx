import { textsFor } from "../../../errors/translations.ts";
import { messages } from "../../../i18n/messages.ts";
import type { RehearsalEndpoint } from "../../../protocol/rehearsal/rehearsed-error.ts";
import { longestDelay } from "../../../protocol/rehearsal/wish.ts";
import type { Client } from "../../../storage/port/clients.ts";
import { CodeBlock } from "../../../ui/code-block.tsx";
import { CodeName } from "../../../ui/code-name.tsx";
import { Filter } from "../../../ui/filter.tsx";
import { Field, Notice, Select } from "../../../ui/form.tsx";
import { Prose } from "../../../ui/prose.tsx";
import { AccountFields } from "../../../web/account-fields.tsx";
import type { Account } from "../../../web/browser-session.ts";
import type { AppContext } from "../../../web/context.ts";
import { problemStatus } from "../../../web/problem-status.ts";
import { applicationPage, pathOf } from "../frame.tsx";
import { SecretField } from "../secret-field.tsx";
import { tryCallback } from "../try/callback-uri.ts";
import { type KnownError, wishFor } from "./known-error.ts";
import { authorizeAddress, curlRequest, sdkRequest, type Wanted } from "./requests.ts";

/** An answer as it came. */
export interface Happened {
  readonly text: string;
  /** False where something else was wrong with the request. */
  readonly rehearsed: boolean;
}

/** One error at one endpoint of one application. */
export interface Rehearsal {
  readonly c: AppContext;
  readonly account: Account;
  readonly client: Client;
  readonly error: KnownError;
  readonly endpoint: RehearsalEndpoint;
}

const paths: { readonly [E in RehearsalEndpoint]: string } = {
  authorize: "/oauth/authorize",
  token: "/oauth/token",
  revoke: "/oauth/revoke",
  introspect: "/oauth/introspect",
  api: "/api/user",
};

export function pathOfError(client: Pick<Client, "id">, { code, reason }: KnownError): string {
  return pathOf(client, `/lab/${code}/${reason}`);
}

/** An error with the requests that bring it about. `happened`: the answer to one that was just made; "missing": no secret or token came. */
export function errorPage(rehearsal: Rehearsal, happened?: Happened | "missing") {
  const { c, account, client, error, endpoint } = rehearsal;
  const t = messages(c.var.locale).lab;
  const entry = error.at(endpoint);
  const title = wishFor(error);
  return applicationPage(
    c,
    account,
    client,
    { tab: "lab", title, keep: ["at"], status: happened === "missing" ? problemStatus : 200 },
    <>
      <section class="card">
        <h1>
          <CodeName name={error.reason} />
        </h1>
        <p class="lead">{entry && <Prose text={textsFor(entry, c.var.locale).description} />}</p>
        <p>
          <a href={`/docs/errors/${error.code}#${error.reason}`}>{t.read}</a> ·{" "}
          <a href={pathOf(client, "/lab")}>{t.all}</a>
        </p>
        {error.endpoints.length > 1 && (
          <Filter
            label={t.endpoint}
            path={pathOfError(client, error)}
            name="at"
            current={endpoint}
            choices={error.endpoints.map((each) => [each, paths[each]] as const)}
          />
        )}
        <HappenForm rehearsal={rehearsal} missing={happened === "missing"} />
      </section>
      {happened !== undefined && happened !== "missing" && <Answer c={c} happened={happened} />}
      <Requests rehearsal={rehearsal} />
    </>,
  );
}

function HappenForm({ rehearsal, missing }: { readonly rehearsal: Rehearsal; readonly missing: boolean }) {
  const { c, account, client, error, endpoint } = rehearsal;
  const t = messages(c.var.locale).lab;
  const shown = endpoint === "authorize" && !client.redirectUris.includes(tryCallback(c.var.site.issuer));
  if (shown) return <Elsewhere rehearsal={rehearsal} />;
  const delays = [0, 1, 3, longestDelay].map((seconds) => [String(seconds), t.seconds(seconds)] as const);
  return (
    <form method="post" action={`${pathOfError(client, error)}#answer`}>
      <AccountFields c={c} account={account} />
      <input type="hidden" name="at" value={endpoint} />
      {endpoint === "api" && (
        <Field
          name="access_token"
          type="password"
          label={t.token}
          help={t.tokenHelp}
          autocomplete="off"
          required
          problem={missing ? t.tokenMissing : undefined}
        />
      )}
      {endpoint !== "api" && endpoint !== "authorize" && client.confidential && (
        <SecretField c={c} missing={missing} />
      )}
      <Select name="delay" label={t.delay} value="0" options={delays} />
      <button type="submit">{t.make}</button>
    </form>
  );
}

/** The page that tries the application out is not among its redirect URIs: the answer goes to the application alone. */
function Elsewhere({ rehearsal }: { readonly rehearsal: Rehearsal }) {
  const { c, client } = rehearsal;
  const t = messages(c.var.locale).lab;
  const address = authorizeAddress(wantedOf(rehearsal));
  return (
    <>
      <Notice>
        {t.notHere} <a href={pathOf(client, "/try")}>{t.toTry}</a>
      </Notice>
      {address !== undefined && (
        <p>
          <a class="button" href={address}>
            {t.make}
          </a>
        </p>
      )}
    </>
  );
}

function Answer({ c, happened }: { readonly c: AppContext; readonly happened: Happened }) {
  const t = messages(c.var.locale).lab;
  return (
    <section class="card" id="answer">
      <h2>{t.answer}</h2>
      {!happened.rehearsed && <Notice kind="warning">{t.notRehearsed}</Notice>}
      <CodeBlock text={happened.text} />
    </section>
  );
}

function wantedOf({ c, client, error }: Rehearsal): Wanted {
  const { issuer } = c.var.site;
  const own = client.redirectUris.filter((uri) => uri !== tryCallback(issuer));
  const redirectUris = own.length > 0 ? own : client.redirectUris;
  return { issuer, client: { ...client, redirectUris }, wish: wishFor(error) };
}

function Requests({ rehearsal }: { readonly rehearsal: Rehearsal }) {
  const { c, endpoint } = rehearsal;
  const t = messages(c.var.locale).lab;
  const curl = curlRequest(endpoint, wantedOf(rehearsal));
  const sdk = sdkRequest(endpoint, wantedOf(rehearsal));
  return (
    <section class="card">
      <h2>{t.requests}</h2>
      <p>{t.requestsLead}</p>
      <h3>curl</h3>
      {curl === undefined ? <p>{t.noRedirectUri}</p> : <CodeBlock text={curl} />}
      {sdk !== undefined && (
        <>
          <h3>TypeScript</h3>
          <CodeBlock text={sdk} />
        </>
      )}
    </section>
  );
}
