import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ageSessions } from "../support/people.ts";
import { Portal, registerApplication, send } from "../support/portal.ts";
import { provoked } from "../support/provoked.ts";
import type { Visitor } from "../support/visitor.ts";

let portal: Portal;
beforeAll(async () => {
  portal = await Portal.open();
});
afterAll(() => portal.close());

const at = (id: string, end = "") => `/developer/applications/${id}${end}`;
const minutes = 60_000;

function token(id: string, secret: string): Promise<Response> {
  const fields = { grant_type: "client_credentials", client_id: id, client_secret: secret };
  return fetch(`${portal.server.origin}/oauth/token`, { method: "POST", body: new URLSearchParams(fields) });
}

async function works(id: string, ...secrets: (string | undefined)[]): Promise<boolean[]> {
  const answers = await Promise.all(secrets.map((secret) => token(id, secret ?? "")));
  return answers.map(({ status }) => status === 200);
}

async function rotate(browser: Visitor, id: string, overlap: string) {
  const page = await send(browser, await browser.get(at(id, "/secret")), { overlap });
  return { page, secret: /MUBAROKAH_CLIENT_SECRET=(\w{40})/.exec(page.text)?.[1] };
}

describe("a new secret", () => {
  it("works beside the old one for as long as chosen, and there are never three", async () => {
    const { browser, user } = await portal.somebody();
    const { id, secret: first } = await registerApplication(browser, { "grant.client_credentials": "on" });
    const { secret: second, page } = await rotate(browser, id, "hour");
    expect(page.headers.get("cache-control")).toBe("no-store");
    expect(await works(id, first, second)).toEqual([true, true]);
    const overview = await browser.get(at(id));
    expect(overview.text).toContain("The one before it works until");
    expect(overview.text).not.toContain(second);
    const { secret: third } = await rotate(browser, id, "month");
    expect(await works(id, first, second, third)).toEqual([false, true, true]);
    const { secret: fourth } = await rotate(browser, id, "none");
    expect(await works(id, first, second, third, fourth)).toEqual([false, false, false, true]);
    expect((await portal.find(id)).secrets).toHaveLength(1);
    const story = await portal.story(id);
    expect(story.map(({ details }) => details["overlap"])).toEqual([undefined, 3600, 2_592_000, 0]);
    expect(story.every(({ actorId }) => actorId === user.id)).toBe(true);
    for (const secret of [first, second, third, fourth]) expect(JSON.stringify(story)).not.toContain(secret);
  });

  it("is made once when its form is sent twice", async () => {
    const { browser } = await portal.somebody();
    const { id, secret: first } = await registerApplication(browser, { "grant.client_credentials": "on" });
    const form = await browser.get(at(id, "/secret"));
    const made = await send(browser, form, { overlap: "none" });
    const second = /MUBAROKAH_CLIENT_SECRET=(\w{40})/.exec(made.text)?.[1];
    const again = await send(browser, form, { overlap: "none" });
    expect(again.url.search).toBe("?status=not_rotated");
    expect(again.text).not.toContain("MUBAROKAH_CLIENT_SECRET");
    expect(await works(id, first, second)).toEqual([false, true]);
  });

  it("is not for a public application", async () => {
    const { browser } = await portal.somebody();
    const { id } = await registerApplication(browser, { type: "public" });
    expect((await browser.get(at(id, "/secret"))).url.pathname).toBe(at(id));
    const fields = (await browser.get(at(id, "/edit"))).forms[0]?.fields;
    const body = new URLSearchParams({ ...Object.fromEntries(fields ?? []), latest: "0", overlap: "none" });
    const sent = await browser.request(at(id, "/secret"), { method: "POST", body });
    expect(sent.headers.get("location")).toContain("?status=stale");
    expect((await portal.find(id)).secrets).toEqual([]);
  });

  it("asks for a proof that is at most five minutes old, and leads back", async () => {
    const person = await portal.person();
    const browser = await portal.signedIn(person);
    const { id, secret: first } = await registerApplication(browser, { "grant.client_credentials": "on" });
    const form = await browser.get(at(id, "/secret"));
    await ageSessions(portal.seed, person.user, 6 * minutes);
    const asked = await send(browser, form, { overlap: "none" });
    expect(asked.url.pathname).toBe("/account/confirm");
    expect(await works(id, first)).toEqual([true]);
    expect(await portal.story(id)).toHaveLength(1);
    const back = await browser.submit(asked, { password: person.password });
    expect(back.url.pathname).toBe(at(id, "/secret"));
    expect((await send(browser, back, { overlap: "none" })).text).toContain("MUBAROKAH_CLIENT_SECRET");
    expect(await works(id, first)).toEqual([false]);
  });

  it("is not made by sending forms without end", async () => {
    const limited = await Portal.open({ RATE_LIMITS: "application_change_by_user=2" });
    const { browser } = await limited.somebody();
    const { id } = await registerApplication(browser);
    for (let round = 0; round < 2; round++) await rotate(browser, id, "none");
    const { page } = await rotate(browser, id, "none");
    await provoked("api", "rate_limit_exceeded", "rate_limited", page.response);
    await limited.close();
  });
});

describe("deleting an application", () => {
  it("asks for a fresh proof, then takes it away with its tokens; the log keeps its name", async () => {
    const person = await portal.person();
    const browser = await portal.signedIn(person);
    const { id, secret = "" } = await registerApplication(browser, {
      name: "Toko Lama",
      "grant.client_credentials": "on",
    });
    const { access_token } = (await (await token(id, secret)).json()) as { access_token: string };
    const form = await browser.get(at(id, "/delete"));
    expect(form.text).toContain("Delete Toko Lama?");
    await ageSessions(portal.seed, person.user, 6 * minutes);
    expect((await send(browser, form)).url.pathname).toBe("/account/confirm");
    expect((await portal.find(id)).name).toBe("Toko Lama");
    const asked = await browser.get(at(id, "/delete"));
    expect(asked.url.pathname).toBe("/account/confirm");
    const back = await browser.submit(asked, { password: person.password });
    expect(back.url.pathname).toBe(at(id, "/delete"));
    const gone = await send(browser, back);
    expect([gone.url.pathname, gone.url.search]).toEqual(["/developer", "?status=deleted"]);
    expect(await portal.seed.storage.committed.clients.find(id)).toBeUndefined();
    await provoked("oauth", "invalid_client", "client_authentication_failed", await token(id, secret));
    const call = await portal.seed.call("/api/user", access_token);
    await provoked("api", "token_invalid", "token_unknown", call);
    const again = await browser.request(at(id, "/delete"));
    await provoked("api", "resource_not_found", "client_unknown", again.response);
    const last = (await portal.story(id)).at(-1);
    expect(last).toMatchObject({
      action: "client.deleted",
      actorId: person.user.id,
      details: { name: "Toko Lama" },
    });
  });
});
