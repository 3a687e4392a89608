import { messages } from "../../../i18n/messages.ts";
import type { Message } from "../../../storage/port/messages.ts";
import { Filter } from "../../../ui/filter.tsx";
import type { Account } from "../../../web/browser-session.ts";
import type { AppContext } from "../../../web/context.ts";
import { placeAsked } from "../../../web/cursor.ts";
import { Moment } from "../../../web/moment.tsx";
import { Pager } from "../../../web/pager.tsx";
import { adminPage } from "../frame.tsx";
import { deliveries, deliveryState, maskedRecipient, messageShows } from "./deliveries.ts";

const pageSize = 30;

/** Mails and WhatsApp messages and what became of them: never what they say, and addresses only as their owners know them. */
export async function showMessages(c: AppContext, account: Account): Promise<Response> {
  const t = messages(c.var.locale).adminMessages;
  const show = messageShows.find((name) => name === c.req.query("show")) ?? "all";
  const list = `messages ${show}`;
  const asked = { size: pageSize, place: placeAsked(c, list) };
  const { entries, next } = await deliveries(c.var.site, show, asked);
  return adminPage(
    c,
    account,
    { tab: "messages", title: t.title, keep: ["show", "after"] },
    <section class="card">
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <Filter
        label={t.filter}
        path="/admin/messages"
        name="show"
        current={show}
        choices={messageShows.map((name) => [name, t.shows[name]] as const)}
      />
      {entries.length === 0 && <p>{t.none}</p>}
      <ul class="rows">
        {entries.map((message) => (
          <Row c={c} message={message} />
        ))}
      </ul>
      <Pager c={c} list={list} filter={{ show }} next={next} />
    </section>,
  );
}

function Row({ c, message }: { readonly c: AppContext; readonly message: Message }) {
  const t = messages(c.var.locale).adminMessages;
  const { channel, createdAt, attempts, failure } = message;
  const state = deliveryState(message);
  return (
    <li>
      <div>
        <p>
          <strong>
            <bdi>{maskedRecipient(message)}</bdi>
          </strong>
        </p>
        <p class="muted">
          {t.channels[channel]} · <Moment c={c} at={createdAt} /> · {t.attempts(attempts)}
        </p>
        {failure && <p>{t.failures[failure]}</p>}
      </div>
      <p class={`tag ${{ failed: "danger", delivered: "good", sent: "good", waiting: "" }[state]}`}>
        {t.states[state]}
      </p>
    </li>
  );
}
