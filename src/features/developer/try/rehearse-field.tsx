import { everyReason } from "../../../errors/walk.ts";
import { messages } from "../../../i18n/messages.ts";
import { isRehearsedAt } from "../../../protocol/rehearsal/rehearsed-error.ts";
import { Select } from "../../../ui/form.tsx";
import type { AppContext } from "../../../web/context.ts";

const asked = ["token", "introspect", "revoke", "api"] as const;

function errorNames(): readonly string[] {
  const entries = everyReason().filter((entry) => asked.some((endpoint) => isRehearsedAt(endpoint, entry)));
  return [...new Set(entries.map(({ code, reason }) => `${code}/${reason}`))];
}

/** Lets a test application have an error instead of the next answer; which request can have it, the answer says. */
export function RehearseField({ c }: { readonly c: AppContext }) {
  const t = messages(c.var.locale).tryIt;
  const options = errorNames().map((name) => [name, name] as const);
  return <Select name="rehearse" label={t.rehearse} options={[["", t.rehearseNothing], ...options]} />;
}
