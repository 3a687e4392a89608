import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { approve, deny } from "../support/consent.ts";
import { signInAs } from "../support/people.ts";
import { type Change, Portal, registerApplication, send } from "../support/portal.ts";
import type { Page, Visitor } from "../support/visitor.ts";

let portal: Portal;
beforeAll(async () => {
  portal = await Portal.open();
});
afterAll(() => portal.close());

const at = (id: string, end = "") => `/developer/applications/${id}${end}`;

/** A developer with an application that takes our address. */
async function ready(change: Change = {}) {
  const { browser, user } = await portal.somebody();
  const { id, secret = "" } = await registerApplication(browser, { "scope.detail-user": "on", ...change });
  const enabled = await send(browser, await browser.get(at(id, "/try")), {}, at(id, "/try/enable"));
  expect(enabled.url.search).toBe("?status=try_enabled");
  return { browser, user, id, secret };
}

/** Starts and signs in; resolves to the page on which the browser comes back. */
async function comeBack(browser: Visitor, id: string, change: Change = {}): Promise<Page> {
  const consent = await send(browser, await browser.get(at(id, "/try")), change, at(id, "/try/start"));
  expect(consent.url.pathname).toBe("/consent");
  return browser.submit(consent, {}, approve);
}

function press(browser: Visitor, page: Page, call: string): Promise<Page> {
  return browser.submit(page, {}, ["call", call]);
}

describe("trying an application out", () => {
  it("goes through the real flow step by step: sign-in, tokens, person, details, refresh, introspection, end", async () => {
    const { browser, user, id, secret } = await ready();
    const back = await comeBack(browser, id, { "scope.detail-user": "on" });
    expect([back.url.pathname, back.status]).toEqual(["/developer/try/callback", 200]);
    expect(back.text).toContain("state and iss are right");
    const exchanged = await browser.submit(back, { client_secret: secret }, ["call", "token"]);
    expect(exchanged.text).toContain("&quot;token_type&quot;: &quot;Bearer&quot;");
    const read = await press(browser, exchanged, "user");
    expect(read.text).toContain(`&quot;id&quot;: ${user.id}`);
    const details = await press(browser, read, "details");
    expect(details.text).toContain("approval_not_requested");
    const renewed = await press(browser, details, "refresh");
    const asked = await press(browser, renewed, "introspect");
    expect(asked.text).toContain("&quot;active&quot;: true");
    const ended = await press(browser, asked, "revoke");
    const over = await press(browser, ended, "user");
    expect(over.text).toContain("token_revoked");
    expect(over.text).toContain("6. Read the person");
    for (const page of [back, exchanged, read, details, renewed, asked, ended, over]) {
      expect(page.headers.get("cache-control")).toBe("no-store");
      expect(page.text).not.toContain(secret);
      expect(page.text).not.toMatch(/mbid_\w\w_[0-9a-z]{10}/);
    }
  });

  it("has an error instead of the next answer, if it is a test application, and goes on after that", async () => {
    const { browser, id } = await ready({ type: "public" });
    const live = await press(browser, await comeBack(browser, id), "token");
    expect(live.forms[0]?.fields.has("rehearse")).toBe(false);
    await portal.seed.storage.write(({ clients }) => clients.update(id, { test: true }));
    const exchanged = await press(browser, await comeBack(browser, id), "token");
    const expired = await browser.submit(exchanged, { rehearse: "token_expired/token_expired" }, [
      "call",
      "user",
    ]);
    expect(expired.text).toContain("Mubarokah-Rehearse: token_expired/token_expired");
    expect(expired.text).toContain("&quot;reason&quot;: &quot;token_expired&quot;");
    expect((await press(browser, expired, "user")).text).toContain("&quot;id&quot;:");
    const injected = await browser.submit(exchanged, { rehearse: "a\r\nX: y" }, ["call", "user"]);
    expect(injected.text).toContain("&quot;id&quot;:");
  });

  it("works for a public application, which has no secret", async () => {
    const { browser, id, user } = await ready({ type: "public" });
    const exchanged = await press(browser, await comeBack(browser, id), "token");
    expect((await press(browser, exchanged, "user")).text).toContain(`&quot;id&quot;: ${user.id}`);
    expect(exchanged.forms[0]?.buttons.map(([, value]) => value)).not.toContain("introspect");
  });

  it("shows a wrong secret as the token endpoint answers it", async () => {
    const { browser, id } = await ready();
    const back = await comeBack(browser, id);
    const missing = await browser.submit(back, {}, ["call", "token"]);
    expect([missing.status, missing.text.includes("Please give the client secret.")]).toEqual([400, true]);
    const wrong = await browser.submit(missing, { client_secret: "w".repeat(40) }, ["call", "token"]);
    expect(wrong.text).toContain("client_authentication_failed");
    expect(wrong.forms[0]?.buttons).toEqual([]);
  });

  it("shows an error that comes back, with the way to the page about it", async () => {
    const { browser, id } = await ready();
    const consent = await send(browser, await browser.get(at(id, "/try")), {}, at(id, "/try/start"));
    const refused = await browser.submit(consent, {}, deny);
    // An application that nobody verified gets its errors after sign-in; here the person is signed in.
    expect(refused.url.pathname).toBe("/developer/try/callback");
    expect(refused.text).toContain("error=access_denied");
    expect(refused.text).toContain(`href="${portal.server.origin}/docs/errors/access_denied?request=`);
  });

  it("comes back to the developer when somebody else signed in on the way", async () => {
    const { browser, id, secret } = await ready();
    const other = await portal.person();
    await signInAs(browser, other, "/login?account=new");
    const list = await browser.get("/account");
    const mine = list.forms.flatMap(({ buttons }) => buttons).find(([name]) => name === "account");
    await browser.submit(list, {}, mine);
    const chooser = await send(
      browser,
      await browser.get(at(id, "/try")),
      { prompt: "select_account" },
      at(id, "/try/start"),
    );
    const consent = await browser.submit(chooser, {}, ["account", String(other.user.id)]);
    const back = await browser.submit(consent, {}, approve);
    const exchanged = await browser.submit(back, { client_secret: secret }, ["call", "token"]);
    expect((await press(browser, exchanged, "user")).text).toContain(`&quot;id&quot;: ${other.user.id}`);
  });
});

describe("an answer that is not of this sign-in", () => {
  it("is refused: no state, another one, another person's, another issuer", async () => {
    const { browser, id } = await ready();
    const begun = await browser.request(at(id, "/try"));
    const fields = Object.fromEntries(begun.forms[0]?.fields ?? []);
    const sent = await browser.request(at(id, "/try/start"), {
      method: "POST",
      body: new URLSearchParams(fields),
    });
    const state = new URL(sent.headers.get("location") ?? "").searchParams.get("state") ?? "";
    const iss = portal.server.origin;
    const { browser: stranger } = await portal.somebody();
    const attempts = [
      [browser, { code: "x", iss }],
      [browser, { code: "x", iss, state: `${state}x` }],
      [browser, { code: "x", iss, state: "<script>alert(1)</script>" }],
      [browser, { code: "x", state }],
      [browser, { code: "x", iss: "https://evil.example", state }],
      [stranger, { code: "x", iss, state }],
    ] as const;
    for (const [visitor, query] of attempts) {
      const page = await visitor.get(`/developer/try/callback?${new URLSearchParams(query)}`);
      expect([page.status, page.text.includes("This belongs to no sign-in of yours")]).toEqual([400, true]);
      expect(page.text).not.toContain("<script>");
    }
    const evil = new URLSearchParams({ error: "<b>", error_uri: "javascript:alert(1)", iss, state });
    const page = await browser.get(`/developer/try/callback?${evil}`);
    expect(page.text).not.toContain('href="javascript');
    expect(page.text).toContain("error=&lt;b&gt;");
  });

  it("cannot be continued with what was sealed for another application or person", async () => {
    const one = await ready();
    const other = await ready();
    const back = await comeBack(one.browser, one.id);
    const flow = back.forms[0]?.fields.get("flow") ?? "";
    const form =
      (await other.browser.get(at(other.id, "/try"))).forms[0]?.fields ?? new Map<string, string>();
    const call = async (id: string, visitor: Visitor, given: string) => {
      const body = new URLSearchParams({ ...Object.fromEntries(form), flow: given, call: "token" });
      return visitor.request(at(id, "/try/call"), { method: "POST", body });
    };
    const answers = [
      await call(other.id, other.browser, flow),
      await call(other.id, other.browser, "nonsense"),
    ];
    for (const { headers } of answers) expect(headers.get("location")).toContain("/try?status=stale");
  });
});

it("The address is the developer's to add, and takes no verification away", async () => {
  const { browser } = await portal.somebody();
  const { id } = await registerApplication(browser);
  await portal.seed.storage.write(({ clients }) => clients.update(id, { verified: true }));
  const page = await browser.get(at(id, "/try"));
  expect(page.text).toContain(`${portal.server.origin}/developer/try/callback`);
  await send(browser, page, {}, at(id, "/try/enable"));
  expect(await portal.find(id)).toMatchObject({
    verified: true,
    redirectUris: ["https://app.example.com/callback", `${portal.server.origin}/developer/try/callback`],
  });
  const machine = await registerApplication(browser, {
    "grant.authorization_code": null,
    "grant.refresh_token": null,
    "grant.client_credentials": "on",
    redirect_uris: "",
  });
  expect((await browser.get(at(machine.id, "/try"))).text).toContain("lets nobody sign in");
});
