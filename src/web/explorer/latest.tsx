import { messages } from "../../i18n/messages.ts";
import type { FailureFilter } from "../../storage/port/failures.ts";
import type { AppContext } from "../context.ts";
import { placeAsked } from "../cursor.ts";
import { Moment } from "../moment.tsx";
import { Pager, shownOf } from "../pager.tsx";
import type { Explored } from "./explored.ts";
import { pathOfEndpoint, textsOf } from "./named.ts";
import type { PeriodName } from "./period.ts";

const pageSize = 20;

/** The reason whose requests are asked for; nothing that could not be one is looked for or shown. */
function reasonAsked(c: AppContext): string | undefined {
  const reason = c.req.query("reason");
  return reason !== undefined && /^[a-z_]{1,60}$/.test(reason) ? reason : undefined;
}

/** The failing requests that are kept one by one, newest first. */
export async function latestOf({ c, client, path }: Explored, period: PeriodName) {
  const t = messages(c.var.locale).explorer;
  const reason = reasonAsked(c);
  const filter: FailureFilter = reason === undefined ? {} : { reason };
  const list = `failures of ${client.id} ${reason ?? ""}`;
  const place = placeAsked(c, list);
  const found = await c.var.site.storage.committed.failures.list(
    client.id,
    filter,
    pageSize + 1,
    place && String(place[0]),
  );
  const { entries, last } = shownOf(found, pageSize);
  return (
    <section class="card" id="latest">
      <h2>{reason === undefined ? t.latest : t.latestOf(reason)}</h2>
      {reason !== undefined && (
        <p>
          <a href={`${path}?period=${period}#latest`}>{t.showAll}</a>
        </p>
      )}
      {entries.length === 0 && <p>{t.latestNone}</p>}
      <ul class="rows">
        {entries.map((failure) => (
          <li>
            <div>
              <p>
                <a href={`${path}/${failure.requestId}`}>
                  <Moment c={c} at={failure.at} />: <bdi>{failure.reason}</bdi>
                </a>
              </p>
              <p class="muted">{textsOf(failure, c.var.locale)?.description}</p>
            </div>
            <div class="tags">
              <code class="tag">{pathOfEndpoint(failure)}</code>
              <span class="tag">{failure.proven ? t.proven : t.claimed}</span>
            </div>
          </li>
        ))}
      </ul>
      <Pager
        c={c}
        list={list}
        next={last && [last.id]}
        filter={{ period, ...(reason === undefined ? {} : { reason }) }}
      />
    </section>
  );
}
