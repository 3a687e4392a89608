import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Portal, registerApplication, type SignedInPerson, send } from "../support/portal.ts";
import { provoked } from "../support/provoked.ts";
import { Visitor } from "../support/visitor.ts";

let portal: Portal;
let developer: SignedInPerson;
beforeAll(async () => {
  portal = await Portal.open();
  developer = await portal.somebody();
});
afterAll(() => portal.close());

const at = (id: string, end = "") => `/developer/applications/${id}${end}`;

describe("an application of somebody else", () => {
  it("is not there: pages and forms answer as for one that does not exist", async () => {
    const { id } = await registerApplication(developer.browser);
    const before = await portal.find(id);
    const { browser } = await portal.somebody("super-admin");
    const own = await registerApplication(browser);
    const unknown = randomUUID();
    for (const end of ["", "/edit", "/secret", "/delete"]) {
      const texts = [];
      for (const which of [id, unknown, id.toUpperCase(), "x", `${id}%00`]) {
        const page = await browser.request(at(which, end));
        texts.push((await provoked("api", "resource_not_found", "client_unknown", page.response)).html);
      }
      const [foreign, missing] = texts.map((text) =>
        text?.replaceAll(/[0-9a-f]{32}|[0-9a-f]{8}-[0-9a-f-]{27}/gi, "ID"),
      );
      expect(foreign).toBe(missing);
    }
    const fields = Object.fromEntries((await browser.get(at(own.id, "/edit"))).forms[0]?.fields ?? []);
    for (const end of ["/edit", "/status", "/secret", "/delete"]) {
      const body = new URLSearchParams({ ...fields, status: "disabled", latest: String(before.createdAt) });
      for (const which of [id, unknown]) {
        const page = await browser.request(at(which, end), { method: "POST", body });
        await provoked("api", "resource_not_found", "client_unknown", page.response);
      }
    }
    expect(await portal.find(id)).toEqual(before);
    expect(await portal.story(id)).toHaveLength(1);
  });

  it("does not become visible by an id in a form", async () => {
    const { id } = await registerApplication(developer.browser, { name: "Victim" });
    const { browser } = await portal.somebody();
    const own = await registerApplication(browser);
    const page = await browser.get(at(own.id, "/edit"));
    await send(browser, page, { id, client_id: id, name: "Changed" });
    expect((await portal.find(id)).name).toBe("Victim");
    expect((await portal.find(own.id)).name).toBe("Changed");
  });
});

describe("the list", () => {
  it("is paged by signed places, which are nobody else's", async () => {
    const { user, browser } = await portal.somebody();
    for (let index = 0; index < 45; index++)
      await portal.seed.client({ ownerId: user.id, name: `Number ${index}`, createdAt: index });
    const names = (text: string) => [...text.matchAll(/>(Number \d+)</g)].map(([, name]) => name);
    const seen: (string | undefined)[] = [];
    let page = await browser.get("/developer");
    const hrefs: string[] = [];
    for (;;) {
      seen.push(...names(page.text));
      const href = /href="([^"]+)" rel="next"/.exec(page.text)?.[1]?.replaceAll("&amp;", "&");
      if (!href) break;
      hrefs.push(href);
      page = await browser.get(href);
    }
    expect(seen).toEqual(Array.from({ length: 45 }, (_, index) => `Number ${44 - index}`));
    expect(hrefs).toHaveLength(2);
    const [cursor = ""] = hrefs.map((href) => new URLSearchParams(href.split("?")[1]).get("after") ?? "");
    const [text = "", signature = ""] = cursor.split(".");
    const forged = Buffer.from(JSON.stringify([0, "' or 1=1 --"])).toString("base64url");
    const stranger = await portal.somebody();
    const attempts = [
      [browser, `${forged}.${signature}`],
      [browser, `${text}.`],
      [browser, text],
      [browser, ""],
      [browser, "' or 1=1 --"],
      [browser, "a".repeat(5000)],
      [stranger.browser, cursor],
    ] as const;
    for (const [visitor, after] of attempts) {
      const answer = await visitor.request(`/developer?${new URLSearchParams({ after })}`);
      await provoked("api", "validation_error", "list_place_unknown", answer.response);
    }
  });
});

describe("settings", () => {
  it("are saved, and what changed is written down by name", async () => {
    const { id } = await registerApplication(developer.browser);
    const page = await developer.browser.get(at(id, "/edit"));
    const answer = await send(developer.browser, page, { name: "Toko Baru", "scope.edit-user": "on" });
    expect(answer.url.search).toBe("?status=saved");
    expect(await portal.find(id)).toMatchObject({ name: "Toko Baru", scopes: ["edit-user", "view-user"] });
    const story = await portal.story(id);
    expect(story.map(({ action, details }) => [action, details["fields"]])).toEqual([
      ["client.created", undefined],
      ["client.changed", ["name", "scopes"]],
    ]);
    expect(answer.text).toContain("Application changed");
    await send(developer.browser, await developer.browser.get(at(id, "/edit")));
    expect(await portal.story(id)).toHaveLength(2);
  });

  it("are shown again with what is wrong, and nothing is stored", async () => {
    const { id } = await registerApplication(developer.browser);
    const before = await portal.find(id);
    const page = await developer.browser.get(at(id, "/edit"));
    const answer = await send(developer.browser, page, {
      name: "Mubarokah ID",
      redirect_uris: "com.example:/x",
    });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(
      "com.example:/x has a private scheme, which only a public application may use.",
    );
    expect(answer.text).toContain("could be taken for that of the service");
    expect(await portal.find(id)).toEqual(before);
  });

  it("take the verification away when people would no longer recognise the application", async () => {
    const { id } = await registerApplication(developer.browser);
    const verify = () => portal.seed.storage.write(({ clients }) => clients.update(id, { verified: true }));
    await verify();
    const page = await developer.browser.get(at(id, "/edit"));
    expect(page.text).toContain("This application is verified.");
    const harmless = await send(developer.browser, page, {
      redirect_uris: "https://app.example.com/other",
      "scope.edit-user": "on",
    });
    expect(harmless.url.search).toBe("?status=saved");
    expect((await portal.find(id)).verified).toBe(true);
    for (const change of [
      { name: "Bank Sentral" },
      { redirect_uris: "https://evil.example/callback" },
      { privacy_policy_url: "https://evil.example/" },
    ]) {
      await verify();
      const answer = await send(developer.browser, await developer.browser.get(at(id, "/edit")), change);
      expect(answer.url.search).toBe("?status=saved_unverified");
      expect((await portal.find(id)).verified).toBe(false);
    }
    const { details } = (await portal.story(id)).at(-1) ?? {};
    expect(details?.["fields"]).toEqual(["privacy_policy_url", "verified"]);
  });

  it("keep a scope that the operator gave, and lose it for good when it is unticked", async () => {
    await portal.seed.storage.write(({ scopes }) =>
      scopes.create({ name: "room.book", requiresApproval: false, builtIn: false }),
    );
    const { id } = await registerApplication(developer.browser);
    await portal.seed.storage.write(({ clients }) =>
      clients.update(id, { scopes: ["view-user", "room.book"] }),
    );
    const edit = async (change: Parameters<typeof send>[2]) =>
      send(developer.browser, await developer.browser.get(at(id, "/edit")), change);
    await edit({ name: "Still there" });
    expect((await portal.find(id)).scopes).toContain("room.book");
    await edit({ "scope.room.book": null });
    await edit({ "scope.room.book": "on" });
    expect((await portal.find(id)).scopes).toEqual(["view-user"]);
  });

  it("are nobody's but the current account's, and a stale form changes nothing", async () => {
    const { id } = await registerApplication(developer.browser);
    const page = await developer.browser.get(at(id, "/edit"));
    const other = await portal.somebody();
    const answer = await send(developer.browser, page, { name: "No", user: String(other.user.id) });
    expect(answer.url.search).toBe("?status=other_account");
    const csrf = (await new Visitor(portal.server.origin).get("/login")).forms[0]?.fields.get("csrf") ?? "";
    const stale = await send(developer.browser, page, { name: "Almost lost", csrf });
    expect([stale.status, stale.forms[0]?.fields.get("name")]).toEqual([400, "Almost lost"]);
    expect((await portal.find(id)).name).toBe("Toko Buku Sejahtera");
  });
});

describe("an application's state", () => {
  const setStatus = async (id: string, status: string) =>
    send(developer.browser, await developer.browser.get(at(id)), { status }, at(id, "/status"));

  it("is its owner's to change, and a disabled one is of no use", async () => {
    const { id, secret = "" } = await registerApplication(developer.browser, {
      "grant.client_credentials": "on",
    });
    const token = () =>
      fetch(`${portal.server.origin}/oauth/token`, {
        method: "POST",
        body: new URLSearchParams({ grant_type: "client_credentials", client_id: id, client_secret: secret }),
      });
    expect((await token()).status).toBe(200);
    expect((await setStatus(id, "disabled")).url.search).toBe("?status=disabled");
    await provoked("oauth", "invalid_client", "client_disabled", await token());
    await setStatus(id, "disabled");
    expect((await setStatus(id, "active")).url.search).toBe("?status=enabled");
    expect((await token()).status).toBe(200);
    const actions = (await portal.story(id)).map(({ action }) => action);
    expect(actions).toEqual(["client.created", "client.disabled", "client.enabled"]);
    expect((await setStatus(id, "verified")).url.search).toBe("?status=stale");
  });

  it("is the admin's once an admin disabled it", async () => {
    const { id } = await registerApplication(developer.browser);
    await portal.server.cli("client", "disable", id);
    const page = await developer.browser.get(at(id));
    expect(page.text).toContain("only an administrator can enable it again");
    expect((await setStatus(id, "active")).url.search).toBe("?status=not_enabled");
    expect((await portal.find(id)).status).toBe("disabled");
    await portal.server.cli("client", "enable", id);
    expect((await setStatus(id, "disabled")).url.search).toBe("?status=disabled");
  });
});

it("Whoever is not signed in comes back to the application's page by its name", async () => {
  const person = await portal.person();
  const mine = await portal.seed.client({ ownerId: person.user.id, name: "Waiting for its owner" });
  const visitor = new Visitor(portal.server.origin);
  const login = await visitor.get(at(mine.id, "/secret"));
  expect([login.url.pathname, login.url.search]).toEqual(["/login", `?next=secret.${mine.id}`]);
  const { identifier, password } = person;
  const page = await visitor.submit(login, { identifier, password });
  expect(page.url.pathname).toBe(at(mine.id, "/secret"));
  const list = await new Visitor(portal.server.origin).get("/developer");
  expect([list.url.pathname, list.url.search]).toEqual(["/login", "?next=developer"]);
});
