import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { everyReason } from "../../src/errors/walk.ts";
import {
  Portal,
  type Registered,
  registerApplication,
  type SignedInPerson,
  send,
} from "../support/portal.ts";
import { provoked } from "../support/provoked.ts";
import { unchanging } from "../support/unchanging.ts";
import type { Page, Visitor } from "../support/visitor.ts";

let portal: Portal;
beforeAll(async () => {
  portal = await Portal.open({ RATE_LIMITS: "off" });
});
afterAll(() => portal.close());

const at = (id: string, end = "") => `/developer/applications/${id}/lab${end}`;

/** Somebody with an application of their own, marked as a test application by its form. */
async function ready(): Promise<SignedInPerson & Registered> {
  const { browser, user } = await portal.somebody();
  const registered = await registerApplication(browser);
  const marked = await browser.submit(await browser.get(at(registered.id)), {}, ["test", "on"]);
  expect([marked.url.search, (await portal.find(registered.id)).test]).toEqual(["?status=test_on", true]);
  return { browser, user, ...registered };
}

async function lab(browser: Visitor, id: string, end = ""): Promise<Page> {
  const page = await browser.get(at(id, end));
  expect(page.status).toBe(200);
  return page;
}

describe("a test application", () => {
  it("is marked by its owner, and unmarked; both are written down", async () => {
    const { browser, id } = await ready();
    const page = await lab(browser, id);
    const unmarked = await browser.submit(page, {}, ["test", "off"]);
    expect([unmarked.url.search, (await portal.find(id)).test]).toEqual(["?status=test_off", false]);
    expect(unmarked.text).not.toContain("invalid_grant");
    const acts = (await portal.story(id)).map(({ action }) => action);
    expect(acts).toEqual(["client.created", "client.test_on", "client.test_off"]);
  });

  it("lists every error of the catalogue, each with its button", async () => {
    const { browser, id } = await ready();
    const { text } = await lab(browser, id);
    for (const { code, reason } of everyReason())
      expect(text).toContain(`href="${at(id)}/${code}/${reason}"`);
  });

  it("invites by what somebody signs in with, and tells nobody whether they exist", async () => {
    const { browser, id } = await ready();
    const known = await portal.seed.user({ email: "known.tester@example.com", emailVerifiedAt: 1 });
    const invite = async (identifier: string) =>
      send(browser, await lab(browser, id), { identifier }, at(id, "/testers"));
    const uninvite = async (name: string) => browser.submit(await lab(browser, id), {}, ["identifier", name]);
    const steps: Page[][] = [];
    for (const name of ["known.tester@example.com", "other.tester@example.com"]) {
      steps.push([await invite(name), await uninvite(name)]);
    }
    const [there = [], notThere = []] = steps.map((pages) =>
      pages.map(({ status, url, text }) => [
        status,
        url.search,
        unchanging(text)
          .replaceAll(/<time [^>]*>[^<]*/g, "TIME")
          .replaceAll(/(known|other)\.tester/g, "a.tester"),
      ]),
    );
    expect(there).toEqual(notThere);
    expect((await portal.seed.storage.committed.users.find(known.id))?.status).toBe("active");
    for (const wrong of ["", "not a name", "<b>"]) {
      const { url, text } = await invite(wrong);
      expect(url.search).toBe("?status=tester_malformed");
      expect(text).toMatch(/role="alert">Please give an e-mail address/);
    }
    const details = (await portal.story(id)).map((entry) => JSON.stringify(entry.details)).join();
    expect(details).not.toContain("tester@");
  });
});

describe("making an error happen", () => {
  it("shows the request to copy, and the answer of the real endpoint to the application's own secret", async () => {
    const { browser, id, secret = "" } = await ready();
    const page = await lab(browser, id, "/invalid_grant/refresh_token_expired");
    expect(page.text).toContain("Mubarokah-Rehearse: invalid_grant/refresh_token_expired");
    expect(page.text).toContain("new Mubarokah({");
    const answered = await browser.submit(page, { client_secret: secret });
    expect(answered.text).toContain("mubarokah-rehearsed: invalid_grant/refresh_token_expired");
    expect(answered.text).toContain("400 Bad Request");
    expect(answered.text).not.toContain(secret);
    const missing = await browser.submit(page);
    expect([missing.status, missing.text.includes("Please give the client secret.")]).toEqual([400, true]);
    const wrong = await browser.submit(page, { client_secret: "w".repeat(40) });
    expect(wrong.text).toContain("client_authentication_failed");
    expect(wrong.text).toContain("This is not the error you wished for");
  });

  it("works at the API with a token of this application, and with no other", async () => {
    const { browser, id, user } = await ready();
    const page = await lab(browser, id, "/token_expired/token_expired");
    const own = await portal.seed.token({ client: await portal.find(id), user });
    const foreign = await portal.seed.token({ user });
    const answered = await browser.submit(page, { access_token: own.token });
    expect(answered.text).toContain("mubarokah-rehearsed: token_expired/token_expired");
    expect(answered.text).not.toContain(own.token);
    const other = await browser.submit(page, { access_token: foreign.token });
    expect(other.text).not.toContain("mubarokah-rehearsed");
    expect(other.text).toContain("200 OK");
    // It is an answer to a token that was pasted by hand, shown to who pasted it.
    expect((await browser.submit(page, { access_token: "a b" })).status).toBe(400);
  });

  it("sends the browser to the authorization endpoint, and shows what comes back", async () => {
    const { browser, id } = await ready();
    const path = "/access_denied/user_denied";
    const away = await lab(browser, id, path);
    expect(away.text).toContain(`rehearse=${encodeURIComponent("access_denied/user_denied")}`);
    expect(away.text).toContain(`${encodeURIComponent("https://app.example.com/callback")}`);
    const tryPage = `/developer/applications/${id}/try`;
    await send(browser, await browser.get(tryPage), {}, `${tryPage}/enable`);
    const back = await send(browser, await lab(browser, id, path), {}, at(id, path));
    expect(back.url.pathname).toBe("/developer/try/callback");
    expect(back.text).toContain("error=access_denied");
    const page = await send(
      browser,
      await lab(browser, id, "/access_denied/interaction_foreign"),
      {},
      at(id, "/access_denied/interaction_foreign"),
    );
    expect(page.headers.get("mubarokah-rehearsed")).toBe("access_denied/interaction_foreign");
  });

  it("needs a test application, an error that there is, and a fresh form", async () => {
    const { browser, id } = await ready();
    await provoked(
      "api",
      "resource_not_found",
      "path_unknown",
      (await browser.request(at(id, "/a/b"))).response,
    );
    const page = await lab(browser, id, "/invalid_scope/scope_unknown?at=token");
    const stale = await browser.submit(page, { csrf: "stale" });
    expect(stale.url.search).toBe("?status=stale");
    await portal.seed.storage.write(({ clients }) => clients.update(id, { test: false }));
    expect((await browser.get(at(id, "/invalid_scope/scope_unknown"))).url.search).toBe("?status=not_test");
    expect((await browser.submit(page, { client_secret: "x" })).url.search).toBe("?status=not_test");
  });

  it("has a page for every error at every endpoint", async () => {
    const { browser, id } = await ready();
    for (const { code, reason } of everyReason()) {
      const { text } = await lab(browser, id, `/${code}/${reason}`);
      expect(text).toContain(`/docs/errors/${code}#${reason}`);
      expect(text).toMatch(/Mubarokah-Rehearse|rehearse=/);
    }
  });
});

describe("from the error reference", () => {
  const link = "/developer/lab?error=invalid_grant/refresh_token_expired";

  it("a link leads to the error in one's only test application", async () => {
    const { browser, id } = await ready();
    expect((await browser.get("/docs/errors/invalid_grant")).text).toContain(`href="${link}"`);
    expect((await browser.get(link)).url.pathname).toBe(at(id, "/invalid_grant/refresh_token_expired"));
    expect((await browser.get("/developer/lab?error=%3Cscript%3E/../x")).url.pathname).toBe(at(id));
  });

  it("else to a choice among one's own, and no one else's", async () => {
    const { browser, user } = await ready();
    await portal.seed.client({ name: "Toko Kedua", test: true, ownerId: user.id });
    await portal.seed.client({ name: "Toko Orang Lain", test: true });
    const several = await browser.get(link);
    expect(several.text).toContain("Toko Kedua");
    expect(several.text).not.toContain("Toko Orang Lain");
    const { browser: newcomer } = await portal.somebody();
    expect((await newcomer.get(link)).text).toContain('href="/developer/new"');
  });
});
