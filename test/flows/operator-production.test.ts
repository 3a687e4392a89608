import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { provoked } from "../support/provoked.ts";
import { rawRequest } from "../support/raw-request.ts";
import { startServer, type TestServer } from "../support/server.ts";

const host = "id.example.com";
const env = {
  NODE_ENV: "production",
  ISSUER: `https://${host}`,
  HOST: "127.0.0.1",
  SECRET_KEY: "9".repeat(64),
  MAIL_URL: "smtp://127.0.0.1:9",
  MAIL_FROM: `Mubarokah ID <no-reply@${host}>`,
};

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ alone: true, env });
});
afterAll(() => server.stop());

interface Sent {
  readonly body?: URLSearchParams;
  readonly cookie?: string;
  readonly origin?: string;
  readonly asked?: string;
  readonly forwardedHost?: string;
}

/** A request as the proxy in front passes it on. */
function ask(
  path: string,
  { body, cookie, origin, forwardedHost, asked = host }: Sent = {},
): Promise<Response> {
  const headers: [string, string][] = [["Accept-Language", "en"]];
  if (cookie) headers.push(["Cookie", cookie]);
  if (forwardedHost) headers.push(["X-Forwarded-Host", forwardedHost]);
  if (origin) headers.push(["Origin", origin]);
  if (body) headers.push(["Content-Type", "application/x-www-form-urlencoded"]);
  return rawRequest(`http://127.0.0.1:${server.port}`, {
    path,
    host: asked,
    headers,
    ...(body ? { method: "POST", body: body.toString() } : {}),
  });
}

describe("in production", () => {
  it("nothing is seeded, and no demo and no outbox exist", async () => {
    expect(await server.database.sql("select id from users")).toEqual([]);
    expect(await server.database.sql("select id from clients")).toEqual([]);
    expect(server.log()).not.toMatch(/demo|password /);
    for (const path of ["/demo", "/demo/start", "/demo/callback", "/dev/outbox", "/dev"])
      await provoked("api", "resource_not_found", "path_unknown", await ask(path));
  });

  it("pages have HSTS and cookies are Secure with the __Host- prefix", async () => {
    const page = await ask("/login");
    expect(page.headers.get("Strict-Transport-Security")).toMatch(/^max-age=\d{8,}/);
    expect(page.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-device=[^;]+; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax; Secure$/),
    ]);
  });

  it("a page asked for under another host redirects to the issuer, and programs are answered", async () => {
    const page = await ask("/login?interaction=x", { asked: "evil.example" });
    expect([page.status, page.headers.get("Location")]).toEqual([308, `https://${host}/login?interaction=x`]);
    const double = await ask("//evil.example/login", { asked: "evil.example" });
    expect(new URL(double.headers.get("Location") ?? "").host).toBe(host);
    const form = await ask("/login", { asked: "evil.example", body: new URLSearchParams({ a: "b" }) });
    expect([form.status, form.headers.get("Location")]).toEqual([303, `https://${host}/login`]);
    expect((await ask("/api/user", { asked: "evil.example" })).status).toBe(401);
    expect((await ask("/oauth/token", { asked: "evil.example" })).status).toBe(405);
  });

  it("a proxy that hides the host makes a page that says so, and no redirect in a circle", async () => {
    const asked = `127.0.0.1:${server.port}`;
    let [hops, cookie, answer] = [0, "", await ask("/login", { asked })];
    for (; answer.status === 308 && hops < 20; hops++) {
      [cookie = ""] = answer.headers.getSetCookie()[0]?.split(";") ?? [];
      answer = await ask("/login", { asked, cookie });
    }
    expect(hops).toBe(3);
    await provoked("api", "service_unavailable", "proxy_misconfigured", answer);
    const forwarded = await ask("/login", { asked, forwardedHost: host });
    await provoked("api", "service_unavailable", "proxy_misconfigured", forwarded);
    await expect.poll(() => server.log()).toContain("TRUST_PROXY");
    expect((await ask("/login", { asked: host, cookie })).status).toBe(200);
  });
});

describe("the first administrator", () => {
  const link = () => /https:\/\/id\.example\.com(\/setup\?token=\S+)/.exec(server.log())?.[1] ?? "";
  const person = { name: "Siti Aminah", email: "siti@example.com", password: "sebelas bukit hijau" };

  async function form(path: string): Promise<{ cookie: string; csrf: string; page: Response }> {
    const page = await ask(path);
    const cookie = page.headers.getSetCookie()[0]?.split(";", 1)[0] ?? "";
    const csrf = /name="csrf" value="([^"]+)"/.exec(await page.clone().text())?.[1] ?? "";
    return { cookie, csrf, page };
  }

  it("gets no form without the printed link", async () => {
    // It is printed when the server listens already.
    await expect.poll(link, { timeout: 10_000 }).toMatch(/^\/setup\?token=mbid_su_/);
    for (const path of [
      "/setup",
      "/setup?token=x",
      `${link().slice(0, -1)}${link().endsWith("x") ? "y" : "x"}`,
    ])
      await provoked("api", "resource_not_found", "link_unknown", await ask(path));
  });

  it("needs the form's token and our own origin", async () => {
    const { cookie } = await form(link());
    const body = new URLSearchParams(person);
    await provoked("api", "permission_denied", "form_token_invalid", await ask(link(), { body, cookie }));
    const origin = "https://evil.example";
    await provoked("api", "permission_denied", "origin_foreign", await ask(link(), { body, cookie, origin }));
  });

  it("is told what is wrong, and nothing is stored", async () => {
    const { cookie, csrf } = await form(link());
    const body = new URLSearchParams({ csrf, name: "", email: "siti", password: "password" });
    const page = await ask(link(), { body, cookie });
    expect(page.status).toBe(400);
    expect((await page.text()).match(/class="problem"/g)).toHaveLength(3);
    expect(await server.database.sql("select id from users")).toEqual([]);
  });

  it("is made once, verified and signed in, of however many who send the form", async () => {
    const { cookie, csrf } = await form(link());
    const send = (number: number) => {
      const email = `siti.${number}@example.com`;
      return ask(link(), { body: new URLSearchParams({ csrf, ...person, email }), cookie });
    };
    const answers = await Promise.all([1, 2, 3, 4, 5].map(send));
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([303, 410, 410, 410, 410]);
    const made = answers.find(({ status }) => status === 303);
    expect(made?.headers.get("Location")).toBe("/account");
    expect(made?.headers.getSetCookie().join()).toContain("__Host-session=mbid_bs_");
    const [id, ...more] = await server.database.sql("select id from users");
    expect(more).toEqual([]);
    const user = await server.cli("user", "show", String(id?.["id"]));
    expect(user).toMatchObject({
      role: expect.stringMatching(/admin/),
      email: expect.stringMatching(/^siti\.[1-5]@example\.com$/),
      email_verified: true,
    });
  });

  it("is made by no link any more, nor by a later start's", async () => {
    const old = link();
    await provoked("api", "resource_not_found", "link_used", await ask(old));
    await server.kill();
    const before = server.log().length;
    await server.start();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(server.log().slice(before)).not.toContain("/setup");
    expect(JSON.stringify(await server.database.sql("select value from settings"))).not.toContain("hash");
  });
});
