import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Client } from "../../src/storage/port/clients.ts";
import type { User } from "../../src/storage/port/users.ts";
import { ApiSeed } from "../support/api-seed.ts";
import { rawRequest } from "../support/raw-request.ts";
import { startServer } from "../support/server.ts";
import { allowed, authorizationParameters, authorizePath, signedInVisitor } from "../support/signed-in.ts";
import { type Page, Visitor } from "../support/visitor.ts";

let seed: ApiSeed;
let client: Client;
let user: User;
let visitor: Visitor;
beforeAll(async () => {
  seed = await ApiSeed.open(await startServer({ env: { RATE_LIMITS: "off" } }));
  client = await seed.client();
  user = await seed.user();
  await allowed(seed, user, client);
  visitor = await signedInVisitor(seed, [user]);
});
afterAll(async () => {
  await seed.storage.close();
  await seed.server.stop();
});

const names = [
  "response_type",
  "client_id",
  "redirect_uri",
  "scope",
  "state",
  "prompt",
  "skip_account_chooser",
  "code_challenge",
  "code_challenge_method",
  "nonce",
  "max_age",
  "login_hint",
  "ui_locales",
  "response_mode",
  "interaction",
  "client_secret",
  "anything",
];
const payloads = [
  '"><script>alert(1)</script>',
  "'-alert(1)-'",
  "javascript:alert(1)//",
  "</title><img src=x onerror=alert(1)>",
  "{{constructor.constructor('alert(1)')()}}",
  "\r\nSet-Cookie: planted=1\r\n\r\n<script>",
  "\0",
  "%0d%0aLocation: https://evil.example",
];

function expectHarmless(page: Page): void {
  expect(page.status).toBeLessThan(500);
  expect(page.headers.get("set-cookie") ?? "").not.toContain("planted");
  for (const raw of ["<script>", "<img", "onerror=alert(1)>", 'href="javascript'])
    expect(page.text).not.toContain(raw);
  const location = page.headers.get("location");
  if (location === null) return;
  expect(location).toMatch(
    /^(https:\/\/app\.example\.com\/callback\?|\/(login|accounts|consent|oauth\/authorize)\?interaction=[0-9a-z]{26}$)/,
  );
  expect(location).not.toMatch(/[\r\n<>"\\]/);
}

describe("a payload in any parameter", () => {
  it.each(names)("%s is never reflected raw, planted in a header, or a reason to fall over", async (name) => {
    for (const payload of payloads) {
      const query = authorizationParameters(client, { [name]: payload });
      expectHarmless(await visitor.request(`/oauth/authorize?${query}`));
      expectHarmless(await new Visitor(seed.server.origin).get(`/oauth/authorize?${query}`));
      expectHarmless(await visitor.request("/oauth/authorize", { method: "POST", body: query }));
    }
  });

  it.each(["/consent", "/accounts", "/login"])("the interaction of %s", async (path) => {
    for (const payload of payloads) {
      const page = await visitor.request(`${path}?interaction=${encodeURIComponent(payload)}`);
      expect(page.headers.get("location")).toBeNull();
      expectHarmless(page);
    }
  });
});

describe("state", () => {
  it.each([
    'plain "quotes" & <angles>',
    "a\r\nSet-Cookie: planted=1",
    "#fragment?query=1&code=forged",
    "ünïcödé 🌙 \u202e",
    "=&=&;,%41%",
    "  spaces at both ends  ",
    "x".repeat(8192),
  ])("goes back verbatim: %.30j", async (state) => {
    const body = authorizationParameters(client, { state });
    const posted = await visitor.request("/oauth/authorize", { method: "POST", body });
    const answer = await visitor.request(posted.headers.get("location") ?? "");
    const location = new URL(answer.headers.get("location") ?? "");
    expect(location.searchParams.getAll("state")).toEqual([state]);
    expect(location.searchParams.getAll("code")).toHaveLength(1);
    expect(location.hash).toBe("");
  });

  it("that is no UTF-8 is refused rather than changed", async () => {
    const query = authorizationParameters(client, { state: "" });
    const { origin } = seed.server;
    const answer = await rawRequest(origin, { path: `/oauth/authorize?${query}&state=%ff%fe` });
    const location = new URL(answer.headers.get("location") ?? "");
    expect(location.searchParams.get("error")).toBe("invalid_request");
    expect(location.searchParams.has("state")).toBe(false);
  });
});

describe("credentials in the query", () => {
  it("are ignored, and appear in no answer and no log line", async () => {
    const page = await visitor.request(
      authorizePath(client, { client_secret: "hush-hush-1", password: "hush-hush-2" }),
    );
    expect(page.headers.get("location")).toContain("?code=");
    expect(page.headers.get("location")).not.toContain("hush");
    const mistake = await visitor.request(
      authorizePath(client, { client_secret: "hush-hush-3", redirect_uri: "x:" }),
    );
    expect(mistake.text).not.toContain("hush");
    expect(seed.server.log()).not.toContain("hush");
  });
});

describe("the answer", () => {
  it("goes only where the request proved, whatever headers say", async () => {
    const headers = {
      Host: "evil.example",
      "X-Forwarded-Host": "evil.example",
      Forwarded: "host=evil.example",
      Referer: "https://evil.example/",
      Origin: "https://evil.example",
    };
    const { Host: _, ...sent } = headers;
    const page = await visitor.request(authorizePath(client), { headers: sent });
    const location = page.headers.get("location") ?? "";
    expect(location).toMatch(/^https:\/\/app\.example\.com\/callback\?code=/);
    expect(location).not.toContain("evil");
    const raw = await rawRequest(seed.server.origin, {
      path: authorizePath(client),
      headers: Object.entries(sent),
    });
    expect(raw.headers.get("location")).toMatch(/^\/login\?interaction=/);
  });

  it("never carries a code in a page, a fragment or a referrer", async () => {
    const page = await visitor.request(authorizePath(client));
    expect(page.text).toBe("");
    expect(page.headers.get("referrer-policy")).toBe("same-origin");
    expect(page.headers.get("cache-control")).toBe("no-store");
    expect(new URL(page.headers.get("location") ?? "").hash).toBe("");
  });

  it("survives headers and cookies that are rubbish", async () => {
    const cookies = [
      "mbid_session=; mbid_device=",
      `mbid_session=${"x".repeat(3000)}`,
      "mbid_device=../../etc",
      "mbid_session=mbid_bs_",
      "=;=;",
    ];
    for (const cookie of cookies) {
      const headers = [["Cookie", cookie] as const, ["Accept-Language", "\u00ff;q=x,,;;"] as const];
      const answer = await rawRequest(seed.server.origin, { path: authorizePath(client), headers });
      expect(answer.headers.get("location")).toMatch(/^\/login\?interaction=[0-9a-z]{26}$/);
    }
  });

  it("a session cookie alone is no proof when its secret is changed", async () => {
    const forged = new Visitor(seed.server.origin);
    const real = visitor.cookies.get("mbid_session") ?? "";
    forged.cookies.set(
      "mbid_session",
      `${real.slice(0, 40)}${real[40] === "A" ? "B" : "A"}${real.slice(41)}`,
    );
    expect((await forged.request(authorizePath(client))).headers.get("location")).toMatch(/^\/login\?/);
  });
});
