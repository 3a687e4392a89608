import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ApiSeed } from "../support/api-seed.ts";
import { share, timed } from "../support/same-distribution.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { type Page, Visitor } from "../support/visitor.ts";
import {
  aNumber,
  askForCode,
  beginByNumber,
  callWebhook,
  messagesTo,
  report,
  webhookEnv,
} from "../support/whatsapp.ts";

let server: TestServer;
let seed: ApiSeed;
const known = aNumber();
const disabled = aNumber();
beforeAll(async () => {
  server = await startServer({ env: { RATE_LIMITS: "off", ...webhookEnv } });
  seed = await ApiSeed.open(server);
  await seed.user({ email: null, phoneNumber: known });
  await seed.user({ email: null, phoneNumber: disabled, status: "disabled" });
});
afterAll(async () => {
  await seed.storage.close();
  await server.stop();
});

const visit = () => new Visitor(server.origin);

/** A page without what differs between any two requests. */
function masked(page: Page, number: string): readonly unknown[] {
  const digits = [...number.slice(6)].join("[\\s-]?");
  const text = page.text
    .replaceAll(new RegExp(`\\+?62[\\s-]?812[\\s-]?${digits}`, "g"), "NUMBER")
    .replaceAll(/(request|registration)=[0-9a-z]{26}/g, "$1=ID")
    .replaceAll(/name="csrf" value="[^"]+"/g, "CSRF");
  const varying = ["date", "x-request-id", "set-cookie", "content-length"];
  const headers = [...page.headers].filter(([name]) => !varying.includes(name));
  const masked = headers.map(([name, value]) => [name, value.replace(/=[0-9a-z]{26}$/, "=ID")]);
  const cookies = page.headers.getSetCookie().map((cookie) => cookie.split("=", 1)[0]);
  return [page.status, text, masked, cookies];
}

/** Everything that a stranger sees who asks for a code and guesses. */
async function seen(visitor: Visitor, number: string, begun: Page): Promise<readonly unknown[]> {
  const page = await visitor.follow(begun);
  const steps: unknown[] = [...masked(begun, number), ...masked(page, number)];
  for (const code of ["12 34 5x", "000000", "000001", "000002", "000003", "000004", "000005"])
    steps.push(...masked(await visitor.post(page, { code }), number));
  return [...steps, ...masked(await visitor.get(page.url), number)];
}

describe("nothing tells whether a number has an account", () => {
  it("on the way through sign-in", async () => {
    const [unknown, ...others] = await Promise.all(
      [aNumber(), known, disabled].map(async (number) => {
        const visitor = visit();
        return seen(visitor, number, await askForCode(visitor, number));
      }),
    );
    for (const other of others) expect(other).toEqual(unknown);
  });

  it("on the way through registration", async () => {
    const [unknown, ...others] = await Promise.all(
      [aNumber(), known, disabled].map(async (number) => {
        const visitor = visit();
        const begun = await visitor.post(await visitor.get("/register"), {
          name: "Siti",
          phone_number: number,
        });
        return seen(visitor, number, begun);
      }),
    );
    for (const other of others) expect(other).toEqual(unknown);
  });

  it("nor does what becomes of the message at sign-in, which only a known number gets", async () => {
    const number = aNumber();
    await seed.user({ email: null, phoneNumber: number });
    const [asked, unknown] = [visit(), visit()];
    const page = await asked.follow(await askForCode(asked, number));
    const [message] = await messagesTo(server, number);
    await callWebhook(server, report(message?.id ?? "", "failed", 131_026));
    const stranger = aNumber();
    const other = await unknown.follow(await askForCode(unknown, stranger));
    expect(masked(await asked.get(page.url), number)).toEqual(masked(await unknown.get(other.url), stranger));
  });

  it.each([
    ["sign-in", (visitor: Visitor, number: string) => askForCode(visitor, number)],
    [
      "registration",
      async (visitor: Visitor, number: string) =>
        visitor.post(await visitor.get("/register"), { name: "Siti", phone_number: number }),
    ],
  ])("nor does the time at %s", async (_, ask) => {
    const visitor = visit();
    const attempt = (number: string) => async () => {
      expect((await ask(visitor, number)).status).toBe(303);
    };
    await attempt(aNumber())();
    const [ones, others] = await timed(24, attempt(known), attempt(aNumber()));
    const above = share(ones, others);
    expect(above).toBeGreaterThan(0.2);
    expect(above).toBeLessThan(0.8);
  });
});

it("a number without an account costs no message at sign-in, and no code is right", async () => {
  const number = aNumber();
  const visitor = visit();
  const page = await visitor.follow(await askForCode(visitor, number));
  expect(await messagesTo(server, number)).toEqual([]);
  const rows = await server.database.sql("select code_hash from challenges where address = ?", number);
  expect(rows).toHaveLength(1);
  expect(page.text).toContain("Perhaps there is no account with this number yet.");
  expect(page.text).toContain('href="/register"');
});

it("a known number gets the same message at registration as an unknown one", async () => {
  const stranger = aNumber();
  await beginByNumber(visit(), { phone_number: stranger });
  await beginByNumber(visit(), { phone_number: known, name: "You won! https://evil.example" });
  const [one, other] = [await messagesTo(server, stranger), await messagesTo(server, known)];
  const text = (entry: (typeof one)[number] | undefined) => entry?.text.replace(/\d{6}/, "CODE");
  expect(text(one[0])).toBe(text(other[0]));
  expect(other[0]?.text).not.toContain("evil.example");
});
