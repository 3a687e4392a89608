import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ApiSeed } from "../support/api-seed.ts";
import { aPerson } from "../support/people.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { isSignedIn, withApp } from "../support/two-steps.ts";
import { Visitor } from "../support/visitor.ts";
import { aNumber, codeTo, messagesTo, waitForCode } from "../support/whatsapp.ts";

let server: TestServer;
let seed: ApiSeed;
beforeAll(async () => {
  server = await startServer();
  seed = await ApiSeed.open(server);
});
afterAll(async () => {
  await seed.storage.close();
  await server.stop();
});

/** Somebody with a number, an app and no address. */
async function siti() {
  const number = aNumber();
  const contact = { email: null, emailVerifiedAt: null, phoneNumber: number };
  return { number, ...(await withApp(seed, await aPerson(seed, contact))) };
}

describe("somebody with a number and an app", () => {
  it("needs the app after the code by WhatsApp too", async () => {
    const { number, app } = await siti();
    const visitor = new Visitor(server.origin);
    const page = await waitForCode(visitor, number);
    const second = await visitor.submit(page, { code: await codeTo(server, number) });
    expect([second.url.pathname, await isSignedIn(visitor)]).toEqual(["/login/verify", false]);
    expect((await visitor.post(second, { code: await app.next() })).headers.get("location")).toBe("/account");
  });

  it("is told by WhatsApp what happens to the account, in one paragraph", async () => {
    const { number } = await siti();
    const told = (await messagesTo(server, number)).find(
      ({ subject }) => subject === "An authenticator app was added",
    );
    expect(told?.channel).toBe("whatsapp");
    expect(told?.text).toContain(`${server.origin}/account/security`);
    expect(told?.text).not.toContain("\n");
  });
});
