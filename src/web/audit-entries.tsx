import type { Child } from "hono/jsx";
import { messages } from "../i18n/messages.ts";
import type { AuditDetails, AuditEntry } from "../storage/port/audit.ts";
import type { AppContext } from "./context.ts";
import { Moment } from "./moment.tsx";

interface EntriesProps {
  readonly c: AppContext;
  readonly entries: readonly AuditEntry[];
  /** Who did it, as this reader may know it. */
  readonly by: (entry: AuditEntry) => Child;
  /** To what, where not all entries are about the same. */
  readonly of?: (entry: AuditEntry) => Child;
}

/** What is worth reading of an entry's details beside its sentence. */
function told(details: AuditDetails): string {
  const parts = ["scope", "fields", "note"].flatMap((name) => {
    const value = details[name];
    return value == null || value === "" ? [] : [Array.isArray(value) ? value.join(", ") : String(value)];
  });
  const change = ["from", "to"].flatMap((name) => details[name] ?? []);
  const through = typeof details["client_id"] === "string" ? [`client_id ${details["client_id"]}`] : [];
  return [...parts, ...through, ...(change.length > 0 ? [change.join(" > ")] : [])].join(" · ");
}

/** Entries of the audit log, newest first as they are read. */
export function AuditEntries({ c, entries, by, of }: EntriesProps) {
  const t = messages(c.var.locale).audit;
  if (entries.length === 0) return <p class="muted">{t.none}</p>;
  return (
    <ul class="rows">
      {entries.map((entry) => (
        <li>
          <div>
            <p>
              <strong>{t.actions[entry.action] ?? entry.action}</strong>
            </p>
            {of?.(entry)}
            {told(entry.details) && (
              <p class="said" dir="auto">
                {told(entry.details)}
              </p>
            )}
          </div>
          <p class="muted">
            <bdi>
              <Moment c={c} at={entry.at} />
            </bdi>{" "}
            · {by(entry)}
          </p>
        </li>
      ))}
    </ul>
  );
}
