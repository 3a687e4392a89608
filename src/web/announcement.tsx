import { messages } from "../i18n/messages.ts";
import { momentText } from "../i18n/moment.ts";
import type { AppContext } from "./context.ts";
import type { Maintenance, PlannedMaintenance } from "./maintenance.ts";

/** What every page says above its content while maintenance is on or lies ahead. */
export type Announcement =
  | ({ readonly kind: "planned" } & PlannedMaintenance)
  | ({ readonly kind: "on" } & Maintenance);

export function announcementOf(
  maintenance: Maintenance | undefined,
  planned: PlannedMaintenance | undefined,
): Announcement | undefined {
  if (maintenance) return { kind: "on", ...maintenance };
  return planned && { kind: "planned", ...planned };
}

/** The sentence in the reader's language, and below it the operator's own words. */
export function AnnouncementNotice({ c }: { readonly c: AppContext }) {
  const { announcement, locale } = c.var;
  if (!announcement) return null;
  const t = messages(locale).maintenance;
  const texts = announcement.readOnly ? t.readOnly : t.down;
  const sentence =
    announcement.kind === "on"
      ? texts.on
      : texts.planned(momentText(locale, announcement.from), momentText(locale, announcement.until));
  return (
    <aside class="notice warning" aria-label={t.label}>
      <p>{sentence}</p>
      {announcement.message && <p dir="auto">{announcement.message}</p>}
    </aside>
  );
}
