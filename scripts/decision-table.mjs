// The table of docs/guide/handling-errors.md: what to do about which code, from the catalogue.
import { everyCode } from "../src/errors/walk.ts";
import { otherStatuses } from "../src/features/docs/statuses.ts";

const mends = { app_developer: "you", operator: "the operator", person: "the person" };

/** What an application can receive: reasons that only a page shows stand in the reference alone. */
function received(definition) {
  return Object.values(definition.reasons).filter(({ places }) => places.some((place) => place !== "page"));
}

function again(reasons) {
  const helping = reasons.filter(({ retryable }) => retryable).length;
  if (helping === 0) return "no";
  return helping === reasons.length ? "yes" : "sometimes";
}

function statusText(status) {
  return status === 302 ? "redirect" : String(status);
}

function row(definition) {
  const reasons = received(definition);
  const statuses = [definition.status, ...otherStatuses(definition)].map(statusText).join(", ");
  const who = [...new Set(reasons.map(({ fixableBy }) => mends[fixableBy]))].join(", ");
  const code = `[\`${definition.code}\`](/docs/errors/${definition.code})`;
  return `| ${statuses} | ${code} | ${again(reasons)} | ${who} | ${definition.resolution.replaceAll("|", "\\|")} |`;
}

function decisionTable() {
  const sorted = everyCode()
    .filter((definition) => received(definition).length > 0)
    .filter(({ code }, index, all) => all.findIndex((other) => other.code === code) === index)
    .sort((a, b) => a.status - b.status || a.code.localeCompare(b.code));
  return [
    "| status | code | trying again helps | who mends it | what to do |",
    "|---|---|---|---|---|",
    ...sorted.map(row),
  ].join("\n");
}

/** The page with its table made anew. */
export function withDecisions(markdown) {
  const marked = /(<!-- decisions:[^\n]*-->\n)[\s\S]*?(<!-- \/decisions -->)/;
  if (!marked.test(markdown)) throw new Error("The page has no place for the table.");
  return markdown.replace(marked, (_, begin, end) => `${begin}\n${decisionTable()}\n\n${end}`);
}
