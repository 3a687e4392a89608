import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ApiSeed } from "../support/api-seed.ts";
import { aNewcomer, mailsTo, outbox } from "../support/outbox.ts";
import { provoked } from "../support/provoked.ts";
import { share, timed } from "../support/same-distribution.ts";
import { startServer } from "../support/server.ts";
import { type Page, Visitor } from "../support/visitor.ts";

async function opened(env: Record<string, string>): Promise<ApiSeed> {
  return ApiSeed.open(await startServer({ env }));
}

async function closed(seed: ApiSeed): Promise<void> {
  await seed.storage.close();
  await seed.server.stop();
}

describe("nothing tells whether there is an account", () => {
  let seed: ApiSeed;
  beforeAll(async () => {
    seed = await opened({ RATE_LIMITS: "off" });
  });
  afterAll(() => closed(seed));

  it("in any answer: known, unknown, disabled, without an address", async () => {
    const known = await seed.user({ username: "known.one" });
    const disabled = await seed.user({ status: "disabled" });
    await seed.user({ email: null, phoneNumber: "+6281234500002" });
    const masked = (page: Page) => [
      page.status,
      page.text,
      [...page.headers].filter(([name]) => !["date", "x-request-id"].includes(name)),
    ];
    const identifiers = [
      known.email ?? "",
      "known.one",
      "nobody@example.com",
      "no.body",
      disabled.email ?? "",
      "081234500002",
    ];
    const seen = [];
    for (const identifier of identifiers) {
      const visitor = new Visitor(seed.server.origin);
      const answer = await visitor.post(await visitor.get("/forgot"), { identifier });
      expect(answer.headers.get("location")).toBe("/forgot/sent");
      seen.push([...masked(answer), ...masked(await visitor.follow(answer))]);
    }
    for (const other of seen) expect(other).toEqual(seen[0]);
    expect((await outbox(seed.server)).map(({ to }) => to)).toEqual([known.email, known.email]);
  });

  it("nor does the time", async () => {
    const known = await seed.user();
    const visitor = new Visitor(seed.server.origin);
    const page = await visitor.get("/forgot");
    const ask = (identifier: string) => async () => {
      expect((await visitor.post(page, { identifier })).status).toBe(303);
    };
    for (let i = 0; i < 10; i++) await ask("warm-up@example.com")();
    const [ones, others] = await timed(60, ask(known.email ?? ""), ask("nobody@example.com"));
    const above = share(ones, others);
    expect(above).toBeGreaterThan(0.2);
    expect(above).toBeLessThan(0.8);
  });
});

describe("limits", () => {
  let seed: ApiSeed;
  beforeAll(async () => {
    seed = await opened({ TRUST_PROXY: "127.0.0.1" });
  });
  afterAll(() => closed(seed));

  it("allow three mails an hour to one mailbox, by whatever name it is asked for, and the same answers to nobody's", async () => {
    const user = await seed.user({ username: "tiga.surat" });
    const visitor = new Visitor(seed.server.origin);
    const page = await visitor.get("/forgot");
    for (const identifier of [user.email ?? "", "nobody@example.com"]) {
      for (let i = 0; i < 3; i++) expect((await visitor.post(page, { identifier })).status).toBe(303);
      const refused = await visitor.post(page, { identifier });
      await provoked("api", "rate_limit_exceeded", "rate_limited", refused.response);
    }
    for (const identifier of ["tiga.surat", "TIGA.surat", "no.body"]) {
      expect((await visitor.post(page, { identifier })).status).toBe(303);
    }
    expect(await mailsTo(seed.server, user.email ?? "")).toHaveLength(3);
  });

  it("tell of no name which address it belongs to, by what is left for that address", async () => {
    const owner = await seed.user({ username: "punya.siapa" });
    const visitor = new Visitor(seed.server.origin);
    const page = await visitor.get("/forgot");
    for (let i = 0; i < 3; i++) await visitor.post(page, { identifier: "punya.siapa" });
    const asked = await visitor.post(page, { identifier: owner.email ?? "" });
    expect(asked.headers.get("location")).toBe("/forgot/sent");
    const begun = await visitor.post(await visitor.get("/register"), {
      ...aNewcomer({ email: owner.email ?? "" }),
    });
    expect(begun.status).toBe(303);
    expect(await mailsTo(seed.server, owner.email ?? "")).toHaveLength(3);
  });

  it("allow twenty an hour from one address of the network", async () => {
    const visitor = new Visitor(seed.server.origin, { headers: { "X-Forwarded-For": "198.51.100.7" } });
    const page = await visitor.get("/forgot");
    const statuses: number[] = [];
    for (let i = 0; i < 23; i++) {
      statuses.push((await visitor.post(page, { identifier: `person${i}@example.com` })).status);
    }
    expect(statuses).toEqual([...Array(20).fill(303), 429, 429, 429]);
  });
});
