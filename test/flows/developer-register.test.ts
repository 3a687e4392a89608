import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  Portal,
  registerApplication,
  type SignedInPerson,
  send,
  sendRegistration,
} from "../support/portal.ts";
import { provoked } from "../support/provoked.ts";
import { Visitor } from "../support/visitor.ts";

let portal: Portal;
beforeAll(async () => {
  portal = await Portal.open();
});
afterAll(() => portal.close());

async function ownedBy({ user }: SignedInPerson) {
  return portal.seed.storage.committed.clients.page({ ownerId: user.id }, 100);
}

describe("registering an application", () => {
  it("makes one that is the developer's own, not verified, with a secret that is shown once", async () => {
    const developer = await portal.somebody();
    const {
      page,
      id,
      secret = "",
    } = await registerApplication(developer.browser, {
      name: "  Toko Buku Sejahtera ",
      redirect_uris:
        " https://app.example.com/callback \r\n\r\nhttp://localhost:8080/cb\nhttps://app.example.com/callback",
      "scope.detail-user": "on",
      "grant.client_credentials": "on",
      homepage_url: "https://app.example.com",
      privacy_policy_url: "https://app.example.com/privacy",
    });
    expect(page.headers.get("cache-control")).toBe("no-store");
    expect(page.url.pathname).toBe("/developer/new");
    expect(await portal.find(id)).toMatchObject({
      name: "Toko Buku Sejahtera",
      confidential: true,
      status: "active",
      disabledByAdmin: false,
      verified: false,
      resourceServer: false,
      redirectUris: ["https://app.example.com/callback", "http://localhost:8080/cb"],
      grantTypes: ["authorization_code", "refresh_token", "client_credentials"],
      scopes: expect.arrayContaining(["view-user", "detail-user"]),
      homepageUrl: "https://app.example.com/",
      privacyPolicyUrl: "https://app.example.com/privacy",
      ownerId: developer.user.id,
      secrets: [{ expiresAt: null }],
    });
    const basic = Buffer.from(`${id}:${secret}`).toString("base64");
    const token = await fetch(`${portal.server.origin}/oauth/token`, {
      method: "POST",
      headers: { Authorization: `Basic ${basic}` },
      body: new URLSearchParams({ grant_type: "client_credentials" }),
    });
    expect(token.status).toBe(200);
    for (const path of ["", "/edit"]) {
      const later = await developer.browser.get(`/developer/applications/${id}${path}`);
      expect(later.status).toBe(200);
      expect(later.text).not.toContain(secret);
    }
    const [entry, ...more] = await portal.story(id);
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      actorId: developer.user.id,
      via: "page",
      action: "client.created",
      ip: "127.0.0.1",
      requestId: page.headers.get("x-request-id"),
      details: { name: "Toko Buku Sejahtera", confidential: true },
    });
  });

  it("gives a public application no secret", async () => {
    const developer = await portal.somebody();
    const { page, id, secret } = await registerApplication(developer.browser, {
      type: "public",
      redirect_uris: "com.example.app:/callback",
    });
    expect(secret).toBeUndefined();
    expect(page.url.href).toContain(`/developer/applications/${id}?status=registered`);
    expect(await portal.find(id)).toMatchObject({ confidential: false, secrets: [] });
  });

  it("registers once what is sent twice", async () => {
    const developer = await portal.somebody();
    const form = await developer.browser.get("/developer/new");
    const change = { name: "Twice", redirect_uris: "https://app.example.com/callback" };
    const [first, second] = await Promise.all([
      send(developer.browser, form, change),
      send(developer.browser, form, change),
    ]);
    const both = [first.text, second.text].sort((a, b) => a.length - b.length);
    expect(both.filter((text) => text.includes("MUBAROKAH_CLIENT_SECRET="))).toHaveLength(1);
    expect(both.filter((text) => text.includes("was registered already"))).toHaveLength(1);
    const own = await ownedBy(developer);
    expect(own.map(({ name }) => name)).toEqual(["Twice"]);
    expect((await portal.find(own[0]?.id ?? "")).secrets).toHaveLength(1);
  });

  it("tells everything that is wrong at once, keeps what was typed, and stores nothing", async () => {
    const developer = await portal.somebody();
    const page = await sendRegistration(developer.browser, {
      name: "",
      type: null,
      redirect_uris: "https://ok.example/cb\nhttp://evil.example/cb\nhttps://ok.example/#x",
      "grant.authorization_code": null,
      "scope.view-user": null,
      homepage_url: "javascript:alert(1)",
      privacy_policy_url: "http://app.example.com/privacy",
    });
    expect(page.status).toBe(400);
    for (const sentence of [
      "Please give a name.",
      "Please choose one of the two.",
      "http://evil.example/cb must begin with https://",
      "https://ok.example/#x may not have a part after #.",
      "Staying signed in needs people to sign in first",
      "Please give an https address, or leave it empty.",
    ])
      expect(page.text).toContain(sentence);
    expect(page.text).not.toContain("https://ok.example/cb must");
    const fields = page.forms[0]?.fields;
    expect(fields?.get("redirect_uris")).toBe(
      "https://ok.example/cb\nhttp://evil.example/cb\nhttps://ok.example/#x",
    );
    expect(fields?.get("homepage_url")).toBe("javascript:alert(1)");
    expect(fields?.has("grant.authorization_code")).toBe(false);
    expect(await ownedBy(developer)).toEqual([]);
  });

  it("demands what people who sign in need", async () => {
    const developer = await portal.somebody();
    const page = await sendRegistration(developer.browser, { redirect_uris: " \n", "scope.view-user": null });
    expect(page.text).toContain("please give at least one");
    expect(page.text).toContain("Please choose at least one.");
    expect(await ownedBy(developer)).toEqual([]);
  });

  it.each(["Mubarokah ID", "Mubаrоkаh ID", "Mubarokah Official Support", "MUBAROKAH-ID Login"])(
    "refuses a name that passes for the service: %s",
    async (name) => {
      const developer = await portal.somebody();
      const page = await sendRegistration(developer.browser, { name });
      expect([page.status, page.text.includes("could be taken for that of the service")]).toEqual([
        400,
        true,
      ]);
      expect(await ownedBy(developer)).toEqual([]);
    },
  );

  it("gives nobody what only an admin gives, whatever the form holds", async () => {
    await portal.seed.storage.write(({ scopes }) =>
      scopes.create({ name: "server-operations", requiresApproval: false, builtIn: false }),
    );
    const developer = await portal.somebody();
    const other = await portal.somebody();
    const id = "0b5f0c9e-6a3e-4c56-9d1f-000000000001";
    const { id: made } = await registerApplication(developer.browser, {
      verified: "on",
      owner_id: String(other.user.id),
      ownerId: String(other.user.id),
      resource_server: "1",
      resourceServer: "on",
      status: "active",
      access_token_ttl: "999999999",
      "scope.server-operations": "on",
      "scope.__proto__": "on",
      "grant.password": "on",
    });
    expect(await portal.find(made)).toMatchObject({
      verified: false,
      ownerId: developer.user.id,
      resourceServer: false,
      accessTokenTtl: null,
      scopes: ["view-user"],
      grantTypes: ["authorization_code", "refresh_token"],
    });
    const form = await sendRegistration(developer.browser, { client_id: id });
    expect([form.status, form.text.includes("Please send the form once more")]).toEqual([400, true]);
    expect(await portal.seed.storage.committed.clients.find(id)).toBeUndefined();
    expect(await ownedBy(other)).toEqual([]);
  });

  it("does not let one person use the form that was given to another", async () => {
    const [one, other] = [await portal.somebody(), await portal.somebody()];
    const form = await one.browser.get("/developer/new");
    const stolen = form.forms[0]?.fields;
    const page = await sendRegistration(other.browser, {
      client_id: stolen?.get("client_id") ?? "",
      given: stolen?.get("given") ?? "",
    });
    expect(page.status).toBe(400);
    expect(await ownedBy(other)).toEqual([]);
  });

  it("shows names and addresses as text, wherever they stand", async () => {
    const developer = await portal.somebody();
    const name = `<script>alert(1)</script>"'><img src=x onerror=alert(2)>`;
    const { id } = await registerApplication(developer.browser, {
      name,
      redirect_uris: `https://app.example.com/'(alert(1))`,
    });
    const pages = ["/developer", `/developer/applications/${id}`, `/developer/applications/${id}/edit`];
    for (const path of [...pages, `/developer/applications/${id}/delete`]) {
      const { text, status } = await developer.browser.get(path);
      expect(status).toBe(200);
      expect(text).not.toMatch(/<script>|<img/);
      expect(text).toContain("&lt;script&gt;alert(1)");
    }
  });

  it("is refused without the token of the form, from another origin, and when the form is stale", async () => {
    const developer = await portal.somebody();
    const form = await developer.browser.get("/developer/new");
    const fields = Object.fromEntries(form.forms[0]?.fields ?? []);
    const post = (body: Record<string, string>, headers: Record<string, string> = {}) =>
      developer.browser.request("/developer/new", {
        method: "POST",
        body: new URLSearchParams(body),
        headers,
      });
    const { csrf: _, ...without } = fields;
    await provoked("api", "permission_denied", "form_token_invalid", (await post(without)).response);
    const foreign = await post(fields, { Origin: "https://evil.example" });
    await provoked("api", "permission_denied", "origin_foreign", foreign.response);
    const csrf = (await new Visitor(portal.server.origin).get("/login")).forms[0]?.fields.get("csrf") ?? "";
    const stale = await send(developer.browser, form, { csrf, name: "Almost lost" });
    expect([stale.status, stale.forms[0]?.fields.get("name")]).toEqual([400, "Almost lost"]);
    expect(await ownedBy(developer)).toEqual([]);
    const sent = await send(developer.browser, stale, { redirect_uris: "https://app.example.com/cb" });
    expect(sent.text).toContain("MUBAROKAH_CLIENT_SECRET=");
  });
});
