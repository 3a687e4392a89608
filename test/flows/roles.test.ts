import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Client } from "../../src/storage/port/clients.ts";
import { type MountedRoute, mountedRoutes } from "../support/mounted-routes.ts";
import { Portal } from "../support/portal.ts";
import { provoked } from "../support/provoked.ts";
import { type Page, Visitor } from "../support/visitor.ts";

/** `program`: cookies count for nothing there, a token or secret does. */
type Access = "everybody" | "person" | "owner" | "admin" | "super-admin" | "program";

/** The first that fits decides; a route that none fits fails the test until somebody has decided who may come in. */
const accesses: readonly (readonly [RegExp, Access])[] = [
  [/^\/account(\/|$)/, "person"],
  [/^\/developer\/applications\/:id(\/|$)/, "owner"],
  [/^\/developer(\/|$)/, "person"],
  [/^\/admin(\/|$)/, "admin"],
  [/^\/(api|webhooks)\//, "program"],
  [/^\/oauth\/(token|revoke|introspect)$/, "program"],
  [/^\/(health|livez|readyz|metrics)$/, "everybody"],
  [/^\/(assets|storage|\.well-known|docs|demo|dev)(\/|$)/, "everybody"],
  [/^\/(oauth\/authorize|accounts|consent)$/, "everybody"],
  [/^\/(login|logout|register|forgot|reset|setup)(\/|$)/, "everybody"],
  [/^\/(dashboard|llms\.txt)?$/, "everybody"],
];

function accessOf({ path }: MountedRoute): Access | undefined {
  return accesses.find(([pattern]) => pattern.test(path))?.[1];
}

const visitors = ["nobody", "disabled", "user", "admin", "super-admin"] as const;
type Kind = (typeof visitors)[number];

let portal: Portal;
let application: Client;
beforeAll(async () => {
  portal = await Portal.open({ RATE_LIMITS: "off" });
  const owner = await portal.seed.user();
  application = await portal.seed.client({ ownerId: owner.id });
  somebody = owner.id;
});
afterAll(() => portal.close());

/** People are numbers in the addresses of the administration. */
let somebody: number;

const parameters: Readonly<Record<string, () => string>> = {
  id: () => application.id,
  clientId: () => application.id,
  scope: () => "detail-user",
  code: () => "invalid_grant",
  request: () => "0".repeat(32),
  reason: () => "refresh_token_expired",
};

function fill(path: string): string {
  const known = path.replace(/^\/admin\/users\/:id/, `/admin/users/${somebody}`);
  return known.replace(/:(\w+)(\{[^}]*\})?/g, (_, name: string) => parameters[name]?.() ?? "x");
}

async function browserOf(kind: Kind): Promise<{ readonly browser: Visitor; readonly userId: number }> {
  if (kind === "nobody") return { browser: new Visitor(portal.server.origin), userId: 0 };
  const { browser, user } = await portal.somebody(kind === "disabled" ? "admin" : kind);
  if (kind === "disabled")
    await portal.seed.storage.write(({ users }) => users.setStatus(user.id, "disabled"));
  return { browser, userId: user.id };
}

/** Routes whose form has a file. */
const uploads = /\/(logo|picture)$/;

function multipart(fields: URLSearchParams): FormData {
  const data = new FormData();
  for (const [name, value] of fields) data.set(name, value);
  return data;
}

/** Asks as a browser would, with a form's right token where the route takes forms. */
async function ask({ method, path }: MountedRoute, kind: Kind): Promise<Page> {
  const { browser, userId } = await browserOf(kind);
  if (method === "GET" || method === "ALL") return browser.request(fill(path));
  const csrf = (await browser.get("/login?account=new")).forms[0]?.fields.get("csrf") ?? "";
  const fields = new URLSearchParams({ csrf, user: String(userId) });
  return browser.request(fill(path), { method, body: uploads.test(path) ? multipart(fields) : fields });
}

const signInFirst = /^\/login\?next=[a-z_]+/;

function isSentToSignIn(page: Page): boolean {
  return [302, 303].includes(page.status) && signInFirst.test(page.headers.get("location") ?? "");
}

async function expectRefused(page: Page): Promise<void> {
  await provoked("api", "permission_denied", "admin_only", page.response);
}

async function expectUnknown(page: Page): Promise<void> {
  await provoked("api", "resource_not_found", "client_unknown", page.response);
}

function expectAdmitted(page: Page): void {
  expect(isSentToSignIn(page)).toBe(false);
  expect([page.status, page.status === 403 && page.text.includes("admin_only")]).toEqual([
    expect.any(Number),
    false,
  ]);
  expect(page.status).toBeLessThan(500);
}

async function expectAccess(route: MountedRoute, access: Access, kind: Kind): Promise<void> {
  const page = await ask(route, kind);
  const known = kind !== "nobody" && kind !== "disabled";
  const guarded = access !== "everybody" && access !== "program";
  if (guarded && !known) return expect(isSentToSignIn(page)).toBe(true);
  if (access === "owner") return expectUnknown(page);
  if (access === "admin" && kind === "user") return expectRefused(page);
  if (access === "super-admin" && kind !== "super-admin") return expectRefused(page);
  expectAdmitted(page);
}

const routes = mountedRoutes();

it("Every route is somebody's", () => {
  expect(routes.length).toBeGreaterThan(50);
  expect(routes.filter((route) => accessOf(route) === undefined)).toEqual([]);
});

describe.each(visitors)("%s", (kind) => {
  it.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))(
    "comes into %s as its role allows",
    async (_name, route) => {
      await expectAccess(route, accessOf(route) ?? "everybody", kind);
    },
  );
});

it("A cookie opens nothing where programs call: the answer is the same for every role", async () => {
  const programs = routes.filter((route) => accessOf(route) === "program");
  expect(programs.length).toBeGreaterThan(5);
  for (const route of programs) {
    const answers = await Promise.all(visitors.map((kind) => ask(route, kind)));
    const told = answers.map(({ status, text }) => `${status} ${text.replaceAll(/[0-9a-f]{32}/g, "ID")}`);
    expect(new Set(told).size).toBe(1);
  }
});

it("A role that was taken away counts from the next request", async () => {
  const { browser, user } = await portal.somebody("admin");
  expectAdmitted(await browser.request("/admin/approvals"));
  await portal.seed.storage.write(({ users }) => users.setRole(user.id, "user"));
  await expectRefused(await browser.request("/admin/approvals"));
});
