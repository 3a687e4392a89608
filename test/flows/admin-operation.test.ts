import { afterAll, beforeAll, expect, it } from "vitest";
import { defaultLimits } from "../../src/identity/rate-limit.ts";
import { Portal, type SignedInPerson, send } from "../support/portal.ts";
import { provoked } from "../support/provoked.ts";

let portal: Portal;
let admin: SignedInPerson;
beforeAll(async () => {
  portal = await Portal.open({ METRICS_TOKEN: "canary-of-the-metrics", RATE_LIMITS: "on,api_user=7/9" });
  admin = await portal.somebody("admin");
});
afterAll(() => portal.close());

const create = async (fields: Record<string, string | null>) =>
  send(admin.browser, await admin.browser.get("/admin/scopes"), fields, "/admin/scopes");
const scopes = () => portal.seed.storage.committed.scopes.list();

it("A scope is created once, written down, and there for applications", async () => {
  const made = await create({ name: "stock-read", requires_approval: null });
  expect(made.url.search).toBe("?status=scope_created");
  expect(made.text).toContain("stock-read");
  await create({ name: "stock-write" });
  expect((await scopes()).filter(({ builtIn }) => !builtIn)).toEqual([
    expect.objectContaining({ name: "stock-read", requiresApproval: false }),
    expect.objectContaining({ name: "stock-write", requiresApproval: true }),
  ]);
  const target = { kind: "scope", id: "stock-read" } as const;
  const [entry] = await portal.seed.storage.committed.audit.list({ target }, 2);
  expect(entry).toMatchObject({ action: "scope.created", actorId: admin.user.id, via: "page" });
  const metadata = await fetch(`${portal.server.origin}/.well-known/oauth-authorization-server`);
  expect(((await metadata.json()) as { scopes_supported: string[] }).scopes_supported).toContain(
    "stock-read",
  );
});

it("A name that cannot be one is refused beside its field", async () => {
  const before = await scopes();
  const cases = [
    ["Has Blanks", "A name begins with a letter"],
    ["x".repeat(65), "A name begins with a letter"],
    ["<b>", "A name begins with a letter"],
    ["openid", "a name of OpenID Connect"],
    ["view-user", "There is a scope with this name already."],
  ] as const;
  for (const [name, sentence] of cases) {
    const page = await create({ name });
    expect([name, page.status, page.text.includes(sentence)]).toEqual([name, 400, true]);
  }
  const page = await admin.browser.get("/admin/scopes");
  expect((await send(admin.browser, page, { name: "late", csrf: "x".repeat(43) })).status).toBe(400);
  const bare = new URLSearchParams({ user: String(admin.user.id), name: "forged" });
  const forged = await admin.browser.request("/admin/scopes", { method: "POST", body: bare });
  await provoked("api", "permission_denied", "form_token_invalid", forged.response);
  expect(await scopes()).toEqual(before);
});

it("Settings and limits are shown as they are in force, without secrets", async () => {
  const settings = await admin.browser.get("/admin/settings");
  expect(settings.text).toContain(portal.server.origin);
  expect(settings.text).not.toContain("canary-of-the-metrics");
  const limits = await admin.browser.get("/admin/limits");
  for (const name of Object.keys(defaultLimits))
    expect(limits.text).toContain(`${name.replaceAll("_", "_<wbr/>")}</code>`);
  expect(limits.text).toContain("api_<wbr/>user</code></th><td>7 ×</td><td>9 seconds</td>");
});

it("Messages show what became of them, to whom as the owner knows it, and nothing of what they say", async () => {
  const message = { id: "", channel: "mail", recipient: "canary@contoh.id", sealed: "canary" } as const;
  const times = { createdAt: Date.now(), sentAt: null, nextAttemptAt: Date.now() + 3_600_000 };
  const rest = { attempts: 2, expiresAt: null, deliveredAt: null, failedAt: null, failure: null };
  await portal.seed.storage.write(async ({ messages }) => {
    for (let index = 0; index < 40; index++)
      await messages.add({ ...message, ...times, ...rest, id: `waiting ${index}` });
    await messages.add({
      ...message,
      ...times,
      ...rest,
      id: "late",
      channel: "whatsapp",
      recipient: "+6281234567890",
    });
    await messages.fail("late", Date.now(), "late");
  });
  const first = await admin.browser.get("/admin/messages?show=mail");
  expect(first.text).toContain("c•••@contoh.id");
  expect(first.text).not.toMatch(/canary/);
  const next = /href="([^"]+)" rel="next"/.exec(first.text)?.[1]?.replaceAll("&amp;", "&") ?? "";
  const second = await admin.browser.get(next);
  const count = (text: string) => text.split("c•••@contoh.id").length - 1;
  expect(count(first.text) + count(second.text)).toBe(40);
  const elsewhere = await admin.browser.request(next.replace("show=mail", "show=failed"));
  await provoked("api", "validation_error", "list_place_unknown", elsewhere.response);
  const failed = await admin.browser.get("/admin/messages?show=failed");
  expect(failed.text).toContain("+62•••890");
  expect(failed.text).toContain("It was too late for it.");
});
