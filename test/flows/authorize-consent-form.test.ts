import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Client } from "../../src/storage/port/clients.ts";
import { ApiSeed } from "../support/api-seed.ts";
import { approve, atConsent, codeOf, freshPerson } from "../support/consent.ts";
import { provoked } from "../support/provoked.ts";
import { startServer } from "../support/server.ts";
import { authorizePath, type Change } from "../support/signed-in.ts";

let seed: ApiSeed;
let client: Client;
beforeAll(async () => {
  seed = await ApiSeed.open(await startServer({ env: { RATE_LIMITS: "off" } }));
  client = await seed.client({ scopes: ["view-user", "detail-user", "edit-user"] });
});
afterAll(async () => {
  await seed.storage.close();
  await seed.server.stop();
});

describe("what the form must prove", () => {
  const tampered: readonly [string, Change][] = [
    ["another account", { account: "1" }],
    ["more scopes", { scope: "view-user edit-user" }],
    ["no account", { account: "" }],
    ["a made up signature", { shown: "x" }],
  ];
  it.each(tampered)("%s: the page is shown again, nothing is stored", async (_name, change) => {
    const { person, browser } = await freshPerson(seed);
    const page = atConsent(await browser.get(authorizePath(client)));
    const again = await browser.submit(page, change, approve);
    expect([again.status, again.headers.get("location")]).toEqual([200, null]);
    expect(await seed.storage.committed.consents.find(person.id, client.id)).toBeUndefined();
    codeOf(await browser.submit(again, {}, approve));
  });

  it("what was shown for one request is nothing for another", async () => {
    const { browser } = await freshPerson(seed);
    const small = atConsent(await browser.get(authorizePath(client)));
    const big = atConsent(await browser.get(authorizePath(client, { scope: "view-user edit-user" })));
    const shown = Object.fromEntries(small.forms.at(-1)?.fields ?? []);
    const again = await browser.submit(big, shown, approve);
    expect([again.status, again.headers.get("location")]).toEqual([200, null]);
  });

  it("no decision is none", async () => {
    const { browser } = await freshPerson(seed);
    const page = atConsent(await browser.get(authorizePath(client)));
    expect((await browser.submit(page)).status).toBe(200);
    expect((await browser.submit(page, { account: "me" })).status).toBe(200);
  });

  it("a page of a foreign origin, or one without our token, is refused", async () => {
    const { person, browser } = await freshPerson(seed);
    const page = atConsent(await browser.get(authorizePath(client)));
    const fields = new URLSearchParams({
      ...Object.fromEntries(page.forms.at(-1)?.fields ?? []),
      decision: "approve",
    });
    const foreign = await browser.request(page.url, {
      method: "POST",
      body: fields,
      headers: { Origin: "https://evil.example" },
    });
    await provoked("api", "permission_denied", "origin_foreign", foreign.response);
    fields.delete("csrf");
    const bare = await browser.request(page.url, { method: "POST", body: fields });
    await provoked("api", "permission_denied", "form_token_invalid", bare.response);
    expect(await seed.storage.committed.consents.find(person.id, client.id)).toBeUndefined();
  });

  it("a stale token shows the page again", async () => {
    const { browser } = await freshPerson(seed);
    const page = atConsent(await browser.get(authorizePath(client)));
    const again = await browser.submit(page, { csrf: "x" }, approve);
    expect(again.status).toBe(200);
    codeOf(await browser.submit(again, {}, approve));
  });
});
