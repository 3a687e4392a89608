import { Hono } from "hono";
import { apiError } from "../../errors/catalogue-error.ts";
import { newUser } from "../../identity/new-user.ts";
import type { Passwords } from "../../identity/password.ts";
import type { Repositories } from "../../storage/port/storage.ts";
import { signIn } from "../../web/browser-session.ts";
import type { AppContext, AppEnv } from "../../web/context.ts";
import { readForm } from "../../web/form.tsx";
import { problemStatus } from "../../web/problem-status.ts";
import { readWanted, type Wanted } from "../../web/wanted.ts";
import { setupPage } from "./setup.page.tsx";
import { endSetup, setupProblem } from "./setup-link.ts";

export interface SetupDeps {
  readonly passwords: Passwords;
}

/** The first administrator of an installation, by the link that its first start printed. */
export function setupRoutes(deps: SetupDeps): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get("/setup", async (c) => {
      await admit(c, c.var.site.storage.committed);
      return setupPage(c, { token: tokenOf(c) });
    })
    .post("/setup", (c) => submit(c, deps));
}

function tokenOf(c: AppContext): string {
  return c.req.query("token") ?? "";
}

/** An address that anybody may try: the link is 256 random bits, and a wrong one costs one read. */
async function admit(c: AppContext, repositories: Pick<Repositories, "users" | "settings">): Promise<void> {
  const problem = await setupProblem(repositories, tokenOf(c), c.var.site.clock());
  if (problem) throw apiError("resource_not_found", problem);
}

async function submit(c: AppContext, deps: SetupDeps): Promise<Response> {
  const form = await readForm(c);
  await admit(c, c.var.site.storage.committed);
  const typed = { token: tokenOf(c), name: form.get("name"), email: form.get("email") };
  if (form.stale) return setupPage(c, { ...typed, stale: true, status: problemStatus });
  const wanted = readWanted(form);
  if ("problems" in wanted) return setupPage(c, { ...typed, ...wanted, status: problemStatus });
  await signIn(c, await createAdmin(c, wanted, await deps.passwords.hash(wanted.password)), () => true);
  return c.redirect("/account", 303);
}

/** Of two who send the form at the same time one makes the administrator. */
function createAdmin(c: AppContext, { name, email }: Wanted, passwordHash: string): Promise<number> {
  const now = c.var.site.clock();
  return c.var.site.storage.write(async (repositories) => {
    await admit(c, repositories);
    const admin = newUser(name, now, { email, emailVerifiedAt: now, passwordHash, role: "super-admin" });
    const created = (await endSetup(repositories)) && (await repositories.users.create(admin));
    if (!created || "taken" in created) throw apiError("resource_not_found", "link_used");
    return created.id;
  });
}
