import { messages } from "../../../i18n/messages.ts";
import { CodeBlock } from "../../../ui/code-block.tsx";
import type { AppContext } from "../../../web/context.ts";
import type { Flow } from "./flow.ts";

/** What was asked and answered so far; each with a number, the latest last. */
export function Steps({ c, flow }: { readonly c: AppContext; readonly flow: Flow }) {
  const t = messages(c.var.locale).tryIt;
  return (
    <>
      {flow.steps.map(({ name, request, response }, index) => (
        <section class="card" id={index === flow.steps.length - 1 ? "latest" : undefined}>
          <h2>{`${index + 1}. ${t.steps[name]}`}</h2>
          <h3>{t.request}</h3>
          <CodeBlock text={request} />
          <h3>{t.response}</h3>
          <CodeBlock text={response} />
        </section>
      ))}
    </>
  );
}
