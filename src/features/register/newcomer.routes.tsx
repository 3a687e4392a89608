import { Hono } from "hono";
import { apiError } from "../../errors/catalogue-error.ts";
import { messages } from "../../i18n/messages.ts";
import { readableNumber } from "../../identity/contact.ts";
import type { ProfileProblem } from "../../identity/profile.ts";
import { readName } from "../../identity/profile.ts";
import { Field, Notice } from "../../ui/form.tsx";
import type { AppContext, AppEnv } from "../../web/context.ts";
import type { Advance } from "../../web/enter.ts";
import { CsrfField, readForm } from "../../web/form.tsx";
import { closedCode, type OwnCode, ownCode } from "../../web/one-time-code.ts";
import { ownInteraction } from "../../web/own-interaction.ts";
import { renderPage } from "../../web/page.tsx";
import { problemStatus } from "../../web/problem-status.ts";
import { profileProblemText } from "../../web/profile-problem.ts";
import { complete } from "./complete.ts";

/** Who wrote to us first has proven a number before we knew that it has no account: only the name is missing. */
export function newcomerRoutes(advance: Advance): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get("/register/name", async (c) => namePage(c, await provenNumber(c), {}))
    .post("/register/name", (c) => submit(c, advance));
}

async function provenNumber(c: AppContext): Promise<OwnCode<unknown>> {
  const own = await ownCode(c, "proven_number", c.req.query("request"));
  if (own && !closedCode(c, own.challenge)) return own;
  throw apiError("resource_not_found", "code_request_unknown");
}

interface NameView {
  readonly name?: string | undefined;
  readonly problem?: ProfileProblem;
  readonly stale?: boolean;
}

async function namePage(c: AppContext, { challenge, payload }: OwnCode<unknown>, view: NameView) {
  const { register, whatsapp } = messages(c.var.locale);
  const t = whatsapp.newcomer;
  const status = view.problem || view.stale ? problemStatus : 200;
  const interaction = await ownInteraction(c, payload.interactionId);
  return renderPage(
    c,
    { title: t.title, status, formTarget: interaction?.request, keep: ["request"] },
    <section class="card">
      <h1>{t.title}</h1>
      {view.stale && <Notice kind="warning">{register.stale}</Notice>}
      <p class="lead">{t.lead(readableNumber(challenge.address))}</p>
      <form method="post" action={`/register/name?request=${challenge.id}`}>
        <CsrfField c={c} />
        <Field
          name="name"
          label={register.name}
          value={view.name}
          autocomplete="name"
          required
          autofocus
          problem={view.problem && profileProblemText(c.var.locale, view.problem)}
        />
        <button type="submit">{t.submit}</button>
      </form>
    </section>,
  );
}

async function submit(c: AppContext, advance: Advance): Promise<Response> {
  const form = await readForm(c);
  const own = await provenNumber(c);
  const typed = form.get("name");
  if (form.stale) return namePage(c, own, { name: typed, stale: true });
  const named = readName(typed ?? "");
  if ("problem" in named) return namePage(c, own, { name: typed, problem: named.problem });
  const { challenge, payload } = own;
  const pending = { ...payload, ...named, email: null, phoneNumber: challenge.address, passwordHash: null };
  const answer = await complete(c, advance, { ...challenge, payload: JSON.stringify(pending) });
  if (answer instanceof Response) return answer;
  throw apiError("resource_not_found", "code_request_unknown");
}
