import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inviteTester, removeTester } from "../../src/identity/testers.ts";
import type { Client } from "../../src/storage/port/clients.ts";
import type { TesterName } from "../../src/storage/port/testers.ts";
import { CommandLine } from "../support/command-line.ts";
import { Portal } from "../support/portal.ts";
import { provoked } from "../support/provoked.ts";
import { allowed, authorizePath, signedInVisitor } from "../support/signed-in.ts";

let portal: Portal;
beforeAll(async () => {
  portal = await Portal.open({ RATE_LIMITS: "off" });
});
afterAll(() => portal.close());

async function testApplication() {
  const { user: owner, browser } = await portal.somebody();
  return { owner, browser, client: await portal.seed.client({ test: true, ownerId: owner.id }) };
}

function invite(client: Client, name: TesterName) {
  const tester = { clientId: client.id, ...name, invitedAt: Date.now() };
  return portal.seed.storage.write((all) => inviteTester(all, tester));
}

describe("signing in to a test application", () => {
  it("is for its owner, who sees what kind of application it is", async () => {
    const { browser, client } = await testApplication();
    const consent = await browser.get(authorizePath(client));
    expect([consent.url.pathname, consent.text]).toEqual([
      "/consent",
      expect.stringContaining("Test application"),
    ]);
    const indonesian = await browser.get(authorizePath(client, { ui_locales: "id" }));
    expect(indonesian.text).toContain("Aplikasi percobaan");
    const back = await browser.submit(consent, {}, ["decision", "approve"]);
    expect(back.headers.get("location")).toMatch(/^https:\/\/app\.example\.com\/callback\?code=/);
  });

  it("is for nobody else, an admin included, whatever they allowed it before", async () => {
    const { client } = await testApplication();
    for (const role of ["user", "super-admin"] as const) {
      const { user, browser } = await portal.somebody(role);
      await allowed(portal.seed, user, client);
      for (const prompt of ["", "none", "consent"]) {
        const page = await browser.request(authorizePath(client, { prompt }));
        await provoked("oauth", "access_denied", "not_a_tester", page.response);
      }
    }
  });

  it("is for whoever was invited by a name that is proven to be theirs", async () => {
    const { client } = await testApplication();
    const names = {
      email: "Siti.Uji@example.com",
      username: "siti_uji",
      phone: "+6281234567001",
    } as const;
    for (const [kind, value] of Object.entries(names)) {
      await invite(client, { kind: kind as TesterName["kind"], value });
    }
    const invited = [
      { email: names.email.toLowerCase(), emailVerifiedAt: 1 },
      { username: names.username },
      { phoneNumber: names.phone },
    ];
    for (const change of invited) {
      const { browser, user } = await portal.somebody("user", 0, change);
      expect((await browser.get(authorizePath(client))).url.pathname).toBe("/consent");
      await portal.seed.storage.write(({ users }) => users.delete(user.id, Date.now()));
    }
    await invite(client, { kind: "email", value: names.email });
    const claimed = await portal.somebody("user", 0, { email: names.email, emailVerifiedAt: null });
    const page = await claimed.browser.request(authorizePath(client));
    await provoked("oauth", "access_denied", "not_a_tester", page.response);
  });

  it("lets one choose the invited account among one's own", async () => {
    const { client, owner } = await testApplication();
    const other = await portal.seed.user();
    const browser = await signedInVisitor(portal.seed, [other, owner]);
    const chooser = await browser.get(authorizePath(client, { prompt: "select_account" }));
    const consent = await browser.submit(chooser, {}, ["account", String(owner.id)]);
    expect(consent.url.pathname).toBe("/consent");
  });
});

it("An invitation that is taken back takes along what came of it, and only that", async () => {
  const { client } = await testApplication();
  const { browser, user } = await portal.somebody("user", 0, { username: "budi_uji" });
  const name = { kind: "username", value: "budi_uji" } as const;
  await invite(client, name);
  const issued = await portal.seed.token({ client, user });
  const elsewhere = await portal.seed.token({ user });
  const status = async (token: string) => (await portal.seed.call("/api/user", token)).status;
  expect(await status(issued.token)).toBe(200);
  await portal.seed.storage.write((all) => removeTester(all, client, name, Date.now()));
  expect([await status(issued.token), await status(elsewhere.token)]).toEqual([401, 200]);
  const page = await browser.request(authorizePath(client));
  await provoked("oauth", "access_denied", "not_a_tester", page.response);
});

it("A new owner takes the old one's place, whose tokens end", async () => {
  const { client, owner } = await testApplication();
  const issued = await portal.seed.token({ client, user: owner });
  const heir = await portal.seed.user();
  const status = async () => (await portal.seed.call("/api/user", issued.token)).status;
  await portal.server.cli("client", "update", client.id, "--name", "Uji");
  expect(await status()).toBe(200);
  await portal.server.cli("client", "update", client.id, "--owner", String(heir.id));
  expect(await status()).toBe(401);
});

it("Invites fifty people at most", async () => {
  const { client } = await testApplication();
  const invited = await portal.seed.storage.write(async (all) => {
    const done: boolean[] = [];
    for (let number = 0; number < 51; number += 1) {
      const tester = { clientId: client.id, kind: "username", value: `tester_${number}` } as const;
      done.push(await inviteTester(all, { ...tester, invitedAt: number }));
    }
    return done;
  });
  expect(invited.filter((done) => !done)).toHaveLength(1);
});

it("The command line marks, invites, lists and takes back", async () => {
  const cli = await CommandLine.open();
  const made = await cli.json(["client", "create", "--name", "Uji", "--grant", "client_credentials"]);
  const id = String(made["client_id"]);
  await cli.json(["client", "update", id, "--test", "on"]);
  expect(await cli.json(["client", "show", id])).toMatchObject({ test: true });
  await cli.json(["client", "invite", id, "Siti@example.com"]);
  await cli.json(["client", "invite", id, "0812-3456-7001"]);
  expect(await cli.json(["client", "testers", id])).toMatchObject({
    testers: ["siti@example.com", "+6281234567001"],
  });
  await cli.json(["client", "uninvite", id, "SITI@example.com"]);
  expect(await cli.refused(["client", "uninvite", id, "siti@example.com"])).toContain("Nobody of this name");
  expect(await cli.refused(["client", "invite", id, "?"])).toContain("WHO");
  await cli.close();
});
