import { afterAll, beforeAll, expect, it } from "vitest";
import type { Client } from "../../src/storage/port/clients.ts";
import { mountedRoutes } from "../support/mounted-routes.ts";
import { Portal, type SignedInPerson } from "../support/portal.ts";
import { provoked } from "../support/provoked.ts";

let portal: Portal;
let owner: SignedInPerson;
let client: Client;
beforeAll(async () => {
  portal = await Portal.open({ RATE_LIMITS: "off" });
  owner = await portal.somebody();
  client = await portal.seed.client({ ownerId: owner.user.id, test: true });
});
afterAll(() => portal.close());

type Fields = Readonly<Record<string, string>>;

function routes(method: string): readonly string[] {
  const own = mountedRoutes().filter((route) => route.method === method);
  return own.map(({ path }) => path).filter((path) => path.startsWith("/developer"));
}

/** The address with one's own application in it, and for every other part of the path what is given. */
function fill(path: string, others: Fields): string {
  return path
    .replace(":id", client.id)
    .replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(others[name] ?? "x"));
}

it("No form of the portal does anything without its token, or for another site", async () => {
  const forms = routes("POST");
  expect(forms.length).toBeGreaterThan(12);
  const { browser, user } = owner;
  const csrf = (await browser.get("/developer/new")).forms[0]?.fields.get("csrf") ?? "";
  const forged = {
    user: String(user.id),
    name: "forged",
    status: "disabled",
    test: "off",
    identifier: "a_b",
  };
  const others = { scope: "detail-user", code: "invalid_grant", reason: "refresh_token_expired" };
  for (const path of forms) {
    const send = (more: Fields, headers: Fields = {}) => {
      const fields = new URLSearchParams({ ...forged, ...more });
      const file = new FormData();
      for (const [name, value] of fields) file.set(name, value);
      const body = path.endsWith("/logo") ? file : fields;
      return browser.request(fill(path, others), { method: "POST", headers, body });
    };
    for (const token of [{}, { csrf: "" }])
      await provoked("api", "permission_denied", "form_token_invalid", (await send(token)).response);
    const foreign = await send({ csrf }, { Origin: "https://evil.example" });
    await provoked("api", "permission_denied", "origin_foreign", foreign.response);
    const { status, headers } = await send({ csrf: "x".repeat(43) });
    expect([path, status, headers.get("location") ?? "the form again"]).toEqual([
      path,
      expect.any(Number),
      expect.stringMatching(/status=stale|form again/),
    ]);
  }
  expect(await portal.find(client.id)).toMatchObject({ ...client });
  expect(await portal.story(client.id)).toEqual([]);
});

const hostile = [
  "a\0b",
  "%_\\'; drop table clients --",
  "\u202eniam\u2066",
  "\u200b\ufeff",
  "9".repeat(400),
  "<script>alert(1)</script>",
  "__proto__",
  "../../admin",
];

it("Hostile texts in an address break no page, and are part of none", async () => {
  const pages = routes("GET");
  expect(pages.length).toBeGreaterThan(14);
  for (const path of pages) {
    for (const text of hostile) {
      const query = new URLSearchParams();
      for (const name of [
        "status",
        "period",
        "reason",
        "request",
        "language",
        "at",
        "error",
        "state",
        "code",
      ])
        query.set(name, text);
      const others = { scope: text, code: text, reason: text, request: text };
      const { status, text: shown } = await owner.browser.request(`${fill(path, others)}?${query}`);
      const found = /<script>alert|\u202e|\u200b|drop table/.test(shown);
      expect([path, text, status < 500, found]).toEqual([path, text, true, false]);
    }
  }
});

it("A place of one list is none of another, nor is an invented one", async () => {
  for (let number = 0; number < 20; number += 1) await portal.seed.client({ ownerId: owner.user.id });
  const list = await owner.browser.get("/developer");
  const after = /[?&]after=([^"&]+)"/.exec(list.text)?.[1] ?? "none";
  expect((await owner.browser.request(`/developer?after=${after}`)).status).toBe(200);
  const stranger = await portal.somebody();
  const own = `/developer/applications/${client.id}`;
  for (const path of ["", "/errors"].map((end) => `${own}${end}?after=${after}`)) {
    const refused = await owner.browser.request(path);
    await provoked("api", "validation_error", "list_place_unknown", refused.response);
  }
  for (const given of [after, `${after}x`, "x", ""]) {
    const refused = await stranger.browser.request(`/developer?after=${given}`);
    await provoked("api", "validation_error", "list_place_unknown", refused.response);
  }
});
