import type { Child } from "hono/jsx";
import { messages } from "../i18n/messages.ts";
import type { Client } from "../storage/port/clients.ts";
import { Fact, Facts } from "../ui/facts.tsx";
import { ltr } from "../ui/ltr.tsx";
import type { AppContext } from "./context.ts";
import { Moment } from "./moment.tsx";

/** What is registered of an application. Addresses that its developer gave are links that tell nobody where they were followed. */
export function ApplicationFacts(props: {
  readonly c: AppContext;
  readonly client: Client;
  /** Facts of the page's own. */
  readonly children?: Child;
}) {
  const { c, client } = props;
  const t = messages(c.var.locale).application.facts;
  const list = (values: readonly string[]) =>
    values.length === 0 ? (
      t.none
    ) : (
      <ul class="plain-list">
        {values.map((value) => (
          <li>
            <code>{value}</code>
          </li>
        ))}
      </ul>
    );
  const link = (url: string | null) =>
    url === null ? (
      t.none
    ) : (
      <a href={url} rel="noreferrer nofollow">
        {ltr(url)}
      </a>
    );
  return (
    <Facts row>
      <Fact label={t.clientId}>
        <code>{client.id}</code>
      </Fact>
      {props.children}
      <Fact label={t.redirectUris}>{list(client.redirectUris)}</Fact>
      <Fact label={t.grants}>{list(client.grantTypes)}</Fact>
      <Fact label={t.scopes}>{list(client.scopes)}</Fact>
      <Fact label={t.homepage}>{link(client.homepageUrl)}</Fact>
      <Fact label={t.privacyPolicy}>{link(client.privacyPolicyUrl)}</Fact>
      <Fact label={t.created}>
        <Moment c={c} at={client.createdAt} />
      </Fact>
    </Facts>
  );
}
