import { apiError } from "../../errors/catalogue-error.ts";
import { errorUri } from "../../errors/error-uri.ts";
import { numberText } from "../../i18n/counted.ts";
import { messages } from "../../i18n/messages.ts";
import { otherName } from "../../protocol/received/names.ts";
import type { Failure } from "../../storage/port/failures.ts";
import { CodeName } from "../../ui/code-name.tsx";
import { Fact, Facts } from "../../ui/facts.tsx";
import { Notice } from "../../ui/form.tsx";
import { Prose } from "../../ui/prose.tsx";
import type { AppContext } from "../context.ts";
import { Moment } from "../moment.tsx";
import { curesOf } from "./cures.ts";
import { type Difference, differenceOf, type Value } from "./difference.tsx";
import type { Explored } from "./explored.ts";
import { entryOf, pathOfEndpoint, textsOf } from "./named.ts";
import { periodOf, totalOf } from "./period.ts";
import { requestIdOf } from "./request-id.ts";

interface View extends Explored {
  readonly failure: Failure;
}

async function failureAsked({ c, client }: Explored): Promise<Failure> {
  const { failures, storage } = c.var.site;
  await failures.settle();
  const requestId = requestIdOf(c.req.param("request"));
  const found = requestId && (await storage.committed.failures.find(client.id, requestId));
  if (!found) throw apiError("resource_not_found", "failed_request_unknown");
  return found;
}

/** How often the same happened to this application in a week. */
async function howOften({ c, client, failure }: View): Promise<number> {
  const { storage, clock } = c.var.site;
  const counts = await storage.committed.failures.counts(client.id, periodOf("week", clock()).since);
  return totalOf(
    counts.filter(
      ({ endpoint, code, reason }) =>
        endpoint === failure.endpoint && code === failure.code && reason === failure.reason,
    ),
  );
}

/** One failing request: what it was, what differed, and how to mend it. */
export async function showRequest(explored: Explored): Promise<Response> {
  const { c, client, path, frame } = explored;
  const t = messages(c.var.locale).explorer;
  const failure = await failureAsked(explored);
  const view: View = { ...explored, failure };
  const { about } = failure;
  const approval =
    about === null ? undefined : await c.var.site.storage.committed.clients.approval(client.id, about);
  const difference = await differenceOf({ ...view, approval });
  return frame(
    { title: failure.reason },
    <>
      <section class="card">
        <p>
          <a href={path}>{t.all}</a>
        </p>
        <h1>
          <CodeName name={failure.reason} />
        </h1>
        <p class="lead">
          <Prose text={textsOf(failure, c.var.locale)?.description ?? failure.code} />
        </p>
        {!failure.proven && <Notice>{t.claimedNote}</Notice>}
        <RequestFacts {...view} often={await howOften(view)} />
      </section>
      {difference && <Differed c={c} difference={difference} />}
      <Mend {...view} />
    </>,
  );
}

function RequestFacts({ c, path, failure, often }: View & { readonly often: number }) {
  const { facts: t, ...all } = messages(c.var.locale).explorer;
  const names = failure.parameters.map((name) => (name === otherName ? all.otherParameters : name));
  const list = new URLSearchParams({ period: "week", reason: failure.reason });
  return (
    <Facts>
      <Fact label={t.when}>
        <Moment c={c} at={failure.at} />
      </Fact>
      <Fact label={t.requestId}>
        <code>{failure.requestId}</code>
      </Fact>
      <Fact label={t.endpoint}>
        <code>{pathOfEndpoint(failure)}</code>
      </Fact>
      <Fact label={t.code}>
        <code>{failure.code}</code> {entryOf(failure)?.entry.status ?? entryOf(failure)?.definition.status}
      </Fact>
      {failure.authentication && (
        <Fact label={t.authentication}>{all.authentication[failure.authentication]}</Fact>
      )}
      <Fact label={t.parameters}>{names.join(", ") || all.noParameters}</Fact>
      <Fact label={t.howOften}>
        <a href={`${path}?${list}`}>{numberText(c.var.locale, often)}</a>
      </Fact>
    </Facts>
  );
}

function Differed({ c, difference }: { readonly c: AppContext; readonly difference: Difference }) {
  const t = messages(c.var.locale).explorer;
  const { what, expected, received, registered, note, atOnce = expected.length } = difference;
  const others = expected.slice(atOnce);
  return (
    <section class="card">
      <h2>{t.differed}</h2>
      <h3>{what}</h3>
      <Facts row>
        <Fact label={registered ? t.registered : t.expected}>
          <Values list={expected.slice(0, atOnce)} />
          {others.length > 0 && (
            <details>
              <summary>{t.more(others.length)}</summary>
              <Values list={others} />
            </details>
          )}
        </Fact>
        <Fact label={t.received}>
          <Values list={received} />
        </Fact>
      </Facts>
      {note && <p>{note}</p>}
    </section>
  );
}

function Values({ list }: { readonly list: readonly Value[] }) {
  return (
    <ul class="plain-list">
      {list.map((value) => (
        <li>{typeof value === "string" ? value : <code>{value.characters}</code>}</li>
      ))}
    </ul>
  );
}

function Mend({ c, failure, wayTo }: View) {
  const { explorer: t, docs, errorPage } = messages(c.var.locale);
  const entry = entryOf(failure);
  const texts = textsOf(failure, c.var.locale);
  if (!(entry && texts)) return null;
  const ways = curesOf(failure).flatMap((cure) => wayTo(cure, failure) ?? []);
  return (
    <section class="card">
      <h2>{t.mend}</h2>
      <p>
        <strong>{errorPage.fixableBy[entry.entry.fixableBy]}</strong> <Prose text={texts.resolution} />
      </p>
      <Facts>
        <Fact label={docs.cause}>
          <Prose text={texts.cause} />
        </Fact>
        <Fact label={docs.prevention}>
          <Prose text={texts.prevention} />
        </Fact>
        <Fact label={docs.retry}>
          <Prose text={texts.retry} />
        </Fact>
      </Facts>
      <ul class="plain-list">
        {ways.map((way) => (
          <li>{"href" in way ? <a href={way.href}>{t.links[way.cure]}</a> : <Command c={c} {...way} />}</li>
        ))}
        <li>
          <a href={errorUri("", failure)}>{t.links.reference}</a>
        </li>
      </ul>
    </section>
  );
}

function Command({ c, command }: { readonly c: AppContext; readonly command: string }) {
  return (
    <>
      {messages(c.var.locale).explorer.atCommandLine} <code>{command}</code>
    </>
  );
}
