import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { operations } from "../../src/features/admin/api/endpoints.ts";
import type { User } from "../../src/storage/port/users.ts";
import type { Issued } from "../support/api-seed.ts";
import { signInFields } from "../support/application.ts";
import { mountedRoutes } from "../support/mounted-routes.ts";
import { ageSessions } from "../support/people.ts";
import { Portal, type SignedInPerson, send } from "../support/portal.ts";
import { provoked } from "../support/provoked.ts";
import { withApp } from "../support/two-steps.ts";
import { Visitor } from "../support/visitor.ts";

let portal: Portal;
let admin: SignedInPerson;
let highest: SignedInPerson;
beforeAll(async () => {
  portal = await Portal.open({ RATE_LIMITS: "off" });
  await portal.seed.storage.write(async ({ users }) => {
    // The demo's own would be one more.
    for (const { id } of await users.page({ role: "super-admin" }, 10)) await users.setRole(id, "user");
  });
  [admin, highest] = [await portal.somebody("admin"), await portal.somebody("super-admin")];
});
afterAll(() => portal.close());

const find = async (id: number) => (await portal.seed.storage.committed.users.find(id)) as User;
const tokenOf = (user: User) => portal.seed.approvedToken({ user, scopes: ["admin"] });

function post({ token }: Issued, path: string, body: string | object): Promise<Response> {
  const headers = { "Content-Type": "application/json" };
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return portal.seed.call(path, token, { method: "POST", headers, body: text });
}

const hostile = [
  "a\0b",
  "%_\\'; drop table users --",
  "\u202eniam\u2066\ud800",
  "9".repeat(400),
  "<script>alert(1)</script>",
  "__proto__",
];

describe("hostile texts", () => {
  it("in a page's address break no page, find nobody, and are run by none", async () => {
    const pages = mountedRoutes().filter(
      ({ method, path }) => method === "GET" && /^\/admin\/[a-z]+$/.test(path),
    );
    expect(pages.length).toBeGreaterThan(8);
    for (const { path } of pages) {
      for (const text of hostile) {
        const names = ["q", "show", "range", "state", "target_id", "status", "limit"];
        const query = new URLSearchParams({ target_kind: "user" });
        for (const name of names) query.set(name, text);
        const { status, text: shown } = await admin.browser.request(`${path}?${query}`);
        expect([path, text, status < 500, /<script>alert|admin\/users\/\d/.test(shown)]).toEqual([
          ...[path, text, true, false],
        ]);
      }
    }
  });

  it("in a program's path and query are not found, or refused: never a fault", async () => {
    const issued = await tokenOf(admin.user);
    for (const { path, names } of operations.filter(({ method }) => method === "GET")) {
      for (const text of hostile) {
        const at = path.replaceAll(/:\w+/g, encodeURIComponent(text.toWellFormed()));
        const free = names.filter((name) => ["q", "target_id", "reason", "after"].includes(name));
        const query = new URLSearchParams({ target_kind: "user" });
        for (const name of free) query.set(name, text);
        const answer = await portal.seed.call(`${at}?${query}&limit=1000000`, issued.token);
        expect([at, text, answer.status < 500]).toEqual([at, text, true]);
      }
    }
  });

  it("as names of members reach nothing: a body says only what its row knows", async () => {
    const issued = await tokenOf(highest.user);
    const { id } = await portal.seed.user();
    const more = ['"role":"super-admin"', '"__proto__":{"role":"admin"}', '"constructor":1', '"user_id":1'];
    for (const member of more) {
      const text = `{"status":"active",${member}}`;
      const answer = await post(issued, `/api/admin/users/${id}/status`, text);
      await provoked("api", "validation_error", "field_unknown", answer);
    }
    const made = { name: "Ayu", email: "ayu.mass@contoh.id", id: 1, status: "active", password: "x" };
    await provoked("api", "validation_error", "field_unknown", await post(issued, "/api/admin/users", made));
    expect(await find(id)).toMatchObject({ role: "user", status: "active" });
  });
});

it("No form of the console does anything without its token, or for another site", async () => {
  const forms = mountedRoutes().filter(({ method, path }) => method === "POST" && path.startsWith("/admin"));
  expect(forms.length).toBeGreaterThan(10);
  const { browser, user } = await portal.somebody("super-admin");
  const person = await portal.seed.user();
  const client = await portal.seed.client();
  const csrf = (await browser.get("/admin/scopes")).forms[0]?.fields.get("csrf") ?? "";
  const fields = { user: String(user.id), act: "disable", role: "admin", name: "forged", decision: "reject" };
  for (const { path } of forms) {
    const at = path
      .replace(/^\/admin\/users\/:id/, `/admin/users/${person.id}`)
      .replace(":id", client.id)
      .replace(":scope", "detail-user");
    const send = (more: Record<string, string>, headers: Record<string, string> = {}) =>
      browser.request(at, { method: "POST", headers, body: new URLSearchParams({ ...fields, ...more }) });
    for (const token of [{}, { csrf: "" }])
      await provoked("api", "permission_denied", "form_token_invalid", (await send(token)).response);
    const foreign = await send({ csrf }, { Origin: "https://evil.example" });
    await provoked("api", "permission_denied", "origin_foreign", foreign.response);
  }
  expect(await portal.seed.storage.committed.audit.list({ actorId: user.id }, 5)).toEqual([]);
});

describe("more power than one was given", () => {
  it("is not won by approving an application for the scope admin: that is a super-admin's decision", async () => {
    const owner = admin.user;
    const client = await portal.seed.client({ ownerId: owner.id, scopes: ["view-user", "admin"] });
    await portal.seed.decide(client, "admin", "pending");
    const at = `/admin/approvals/${client.id}/admin`;
    const page = await admin.browser.get(at);
    expect(page.text).not.toMatch(/value="approve"/);
    const refused = await send(admin.browser, page, { decision: "approve" }, at);
    await provoked("api", "permission_denied", "super_admin_only", refused.response);
    const issued = await tokenOf(admin.user);
    const seen = String(
      (await portal.seed.storage.committed.clients.approval(client.id, "admin"))?.updatedAt,
    );
    const asked = await post(issued, `/api${at}`, { decision: "approve", seen });
    await provoked("api", "permission_denied", "super_admin_only", asked);
    expect((await portal.seed.storage.committed.clients.approval(client.id, "admin"))?.status).toBe(
      "pending",
    );
    const done = await send(highest.browser, await highest.browser.get(at), { decision: "approve" }, at);
    expect(done.url.search).toMatch(/^\?status=decided/);
    const withdrawn = await send(admin.browser, await admin.browser.get(at), { decision: "withdraw" }, at);
    expect(withdrawn.url.search).toMatch(/^\?status=decided/);
  });

  it("is not won by a cookie from before: whoever is given a role signs in anew", async () => {
    const person = await portal.somebody();
    const at = `/admin/users/${person.user.id}`;
    const page = await highest.browser.get(at);
    const given = await send(highest.browser, page, { role: "admin" }, `${at}/role`);
    expect(given.url.search).toBe("?status=role_changed");
    const before = await person.browser.request("/admin/users");
    expect([before.status, before.headers.get("location")]).toEqual([302, "/login?next=users"]);
  });

  it("is not kept by two super-admins who take each other's role at once: one stays", async () => {
    const other = await portal.somebody("super-admin");
    const [mine, theirs] = await Promise.all([tokenOf(highest.user), tokenOf(other.user)]);
    const take = (issued: Issued, { id }: User) =>
      post(issued, `/api/admin/users/${id}/role`, { role: "user" });
    const answers = await Promise.all([take(mine, other.user), take(theirs, highest.user)]);
    const statuses = answers.map(({ status }) => status).toSorted((one, next) => one - next);
    expect(statuses).toEqual([200, 403]);
    const roles = [(await find(highest.user.id)).role, (await find(other.user.id)).role];
    expect(roles.toSorted((one, next) => one.localeCompare(next))).toEqual(["super-admin", "user"]);
  });
});

it("Maintenance locks no administrator out: not from a second step, nor from proving who they are", async () => {
  const known = await portal.person("admin");
  const { person, app } = await withApp(portal.seed, known);
  const { id } = await portal.seed.user();
  const at = "/admin/maintenance";
  const operator = await portal.somebody("admin");
  const on = await send(operator.browser, await operator.browser.get(at), {}, `${at}/on`);
  expect(on.url.search).toBe("?status=maintenance_on");
  const stranger = new Visitor(portal.server.origin);
  await expect.poll(async () => (await stranger.request("/register")).status, { timeout: 20_000 }).toBe(503);
  const browser = new Visitor(portal.server.origin);
  const second = await browser.submit(await browser.get("/login?account=new"), signInFields(person));
  expect(second.url.pathname).toBe("/login/verify");
  await browser.submit(second, { code: await app.next() });
  await ageSessions(portal.seed, known.user, 6 * 60_000);
  const page = await browser.get(`/admin/users/${id}`);
  const question = await send(browser, page, { act: "disable" }, `/admin/users/${id}`);
  expect([question.url.pathname, question.status]).toEqual(["/account/confirm", 200]);
  const back = await browser.submit(question, { password: known.password });
  await send(browser, back, { act: "disable" }, `/admin/users/${id}`);
  expect((await find(id)).status).toBe("disabled");
  const off = await send(browser, await browser.get(at), {}, `${at}/off`);
  expect(off.url.search).toBe("?status=maintenance_off");
});
