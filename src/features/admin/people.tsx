import type { Child } from "hono/jsx";
import { messages } from "../../i18n/messages.ts";
import type { AuditEntry } from "../../storage/port/audit.ts";
import type { User } from "../../storage/port/users.ts";
import type { AppContext } from "../../web/context.ts";

/** The people of these numbers who still have an account. */
async function peopleOf(c: AppContext, ids: readonly (number | null)[]): Promise<ReadonlyMap<number, User>> {
  const { users } = c.var.site.storage.committed;
  const known = [...new Set(ids)].filter((id) => id !== null);
  const found = await Promise.all(known.map((id) => users.find(id)));
  return new Map(found.flatMap((user) => (user ? [[user.id, user] as const] : [])));
}

/** A person as administrators read of them: name and number. */
export function PersonName({ id, user }: { readonly id: number; readonly user: User | undefined }) {
  if (!user) return <>{id}</>;
  return (
    <>
      <bdi>{user.name}</bdi> ({id})
    </>
  );
}

/** Who did what is written in these entries, with the address it came from. */
export async function actorsOf(
  c: AppContext,
  entries: readonly AuditEntry[],
): Promise<(entry: AuditEntry) => Child> {
  const t = messages(c.var.locale).audit;
  const people = await peopleOf(
    c,
    entries.map(({ actorId }) => actorId),
  );
  return ({ actorId, via, ip, details }) => {
    if (actorId === null) {
      const { operator } = details;
      const who = via === "command_line" ? t.by.operator : t.by.server;
      return typeof operator === "string" ? `${who} (${operator})` : who;
    }
    return (
      <>
        <PersonName id={actorId} user={people.get(actorId)} /> {ip !== null && t.from(ip)}
      </>
    );
  };
}
