import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../web/context.ts";
import { readForm } from "../../web/form.tsx";
import { accountsPage } from "./accounts.page.tsx";
import { take } from "./advance.ts";
import { redirect } from "./answer.ts";
import type { StoredFlow } from "./flow.ts";
import { openInteraction } from "./open-interaction.ts";
import { candidates, stepOf } from "./situation.ts";

/** Also for a person who comes back to choose another account; with none signed in the flow says what to do. */
async function show(c: AppContext, flow: StoredFlow): Promise<Response> {
  const accounts = await candidates(c, flow.to.client);
  if (accounts.length === 0) return take(c, flow, await stepOf(c, flow));
  return accountsPage(c, flow, accounts);
}

async function choose(c: AppContext, flow: StoredFlow, choice: string | undefined): Promise<Response> {
  const { interaction } = flow;
  if (choice === "new") return redirect(c, `/login?interaction=${interaction.id}`);
  const accounts = await candidates(c, flow.to.client);
  const account = accounts.find(({ user }) => String(user.id) === choice);
  if (!account) return show(c, flow);
  const sessionId = account.session.id;
  await c.var.site.storage.write(({ interactions }) => interactions.choose(interaction.id, sessionId));
  const chosen: StoredFlow = { ...flow, interaction: { ...interaction, sessionId } };
  return take(c, chosen, await stepOf(c, chosen));
}

/** `/accounts`: which of the signed-in accounts a request is for (contract §2 and §10). */
export function accountsRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get("/accounts", (c) => openInteraction(c, c.req.query("interaction"), (flow) => show(c, flow)))
    .post("/accounts", async (c) => {
      const form = await readForm(c);
      return openInteraction(c, c.req.query("interaction"), (flow) =>
        form.stale ? show(c, flow) : choose(c, flow, form.get("account")),
      );
    });
}
