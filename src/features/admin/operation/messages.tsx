import { messages } from "../../../i18n/messages.ts";
import { maskedEmail } from "../../../identity/masked-email.ts";
import { maskedNumber } from "../../../identity/masked-number.ts";
import type { Message, MessageFilter } from "../../../storage/port/messages.ts";
import { Filter } from "../../../ui/filter.tsx";
import type { Account } from "../../../web/browser-session.ts";
import type { AppContext } from "../../../web/context.ts";
import { placeAsked } from "../../../web/cursor.ts";
import { Moment } from "../../../web/moment.tsx";
import { Pager, shownOf } from "../../../web/pager.tsx";
import { adminPage } from "../frame.tsx";

const pageSize = 30;
const filters = {
  all: {},
  mail: { channel: "mail" },
  whatsapp: { channel: "whatsapp" },
  waiting: { state: "waiting" },
  failed: { state: "failed" },
} as const satisfies Record<string, MessageFilter>;
type Show = keyof typeof filters;
const shows = Object.keys(filters) as Show[];

/** Mails and WhatsApp messages and what became of them: never what they say, and addresses only as their owners know them. */
export async function showMessages(c: AppContext, account: Account): Promise<Response> {
  const t = messages(c.var.locale).adminMessages;
  const show = shows.find((name) => name === c.req.query("show")) ?? "all";
  const list = `messages ${show}`;
  const place = placeAsked(c, list);
  const before = place && { createdAt: Number(place[0]), id: String(place[1]) };
  const found = await c.var.site.storage.committed.messages.page(filters[show], pageSize + 1, before);
  const { entries, last } = shownOf(found, pageSize);
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
        choices={shows.map((name) => [name, t.shows[name]] as const)}
      />
      {entries.length === 0 && <p>{t.none}</p>}
      <ul class="rows">
        {entries.map((message) => (
          <Row c={c} message={message} />
        ))}
      </ul>
      <Pager c={c} list={list} filter={{ show }} next={last && [last.createdAt, last.id]} />
    </section>,
  );
}

type State = "failed" | "delivered" | "sent" | "waiting";

function stateOf({ failedAt, deliveredAt, sentAt }: Message): State {
  if (failedAt !== null) return "failed";
  if (deliveredAt !== null) return "delivered";
  return sentAt === null ? "waiting" : "sent";
}

function Row({ c, message }: { readonly c: AppContext; readonly message: Message }) {
  const t = messages(c.var.locale).adminMessages;
  const { channel, recipient, createdAt, attempts, failure } = message;
  const state = stateOf(message);
  return (
    <li>
      <div>
        <p>
          <strong>
            <bdi>{channel === "mail" ? maskedEmail(recipient) : maskedNumber(recipient)}</bdi>
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
