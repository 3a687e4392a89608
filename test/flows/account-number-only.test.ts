import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { ApiSeed } from "../support/api-seed.ts";
import { ageSessions, signInAs } from "../support/people.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { Visitor } from "../support/visitor.ts";
import { codeTo, messagesTo, signedInByNumber, waitForCode } from "../support/whatsapp.ts";

let server: TestServer;
let seed: ApiSeed;
beforeAll(async () => {
  server = await startServer({ env: { RATE_LIMITS: "off,whatsapp_notices_by_number=2" } });
  seed = await ApiSeed.open(server);
});
afterAll(async () => {
  await seed.storage.close();
  await server.stop();
});

describe("who has only a number", () => {
  it("chooses a password, with a fresh proof, and is told", async () => {
    const { visitor, user, number } = await signedInByNumber(seed);
    const page = await visitor.get("/account/password");
    expect(page.text).not.toContain('name="current_password"');
    await ageSessions(seed, user, 6 * 60_000);
    const password = "tujuh kuda baterai biru";
    expect((await visitor.post(page, { password })).headers.get("location")).toContain("/account/confirm");
    expect((await seed.storage.committed.users.find(user.id))?.passwordHash).toBeNull();
    const asked = await visitor.get("/account/password");
    expect(asked.url.pathname).toBe("/account/confirm");
    const waiting = await visitor.submit(asked, {}, ["send", "phone"]);
    const again = await visitor.submit(waiting, { code: await codeTo(server, number) });
    expect(again.url.pathname).toBe("/account/password");
    expect((await visitor.post(again, { password: "short" })).status).toBe(400);
    const done = await visitor.submit(again, { password });
    expect(done.text).toContain("Your password is changed.");
    expect((await signInAs(new Visitor(server.origin), { identifier: number, password })).status).toBe(303);
    const told = (await messagesTo(server, number)).map(({ subject }) => subject);
    expect(told).toEqual(
      expect.arrayContaining(["Your password was changed", "New sign-in to your account"]),
    );
  });

  it("is told by WhatsApp what happens to the account, but not without end", async () => {
    const { number } = await signedInByNumber(seed);
    for (let i = 0; i < 4; i++) {
      const elsewhere = new Visitor(server.origin);
      const page = await waitForCode(elsewhere, number);
      await elsewhere.post(page, { code: await codeTo(server, number) });
    }
    await vi.waitFor(
      async () => {
        const rows = await server.database.sql(
          "select count(*) as n from messages where recipient = ? and failure = 'late'",
          number,
        );
        expect(Number(rows[0]?.["n"])).toBe(2);
      },
      { timeout: 8000, interval: 50 },
    );
    const told = (await messagesTo(server, number)).filter(({ code }) => code === undefined);
    expect(told).toHaveLength(2);
    expect(told[0]?.text).toMatch(/^Mubarokah ID: somebody has signed in .+ UTC\) If this was not you/);
    expect(told[0]?.text).not.toContain("\n");
  });
});
