import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ApiSeed } from "../support/api-seed.ts";
import { mailsTo } from "../support/outbox.ts";
import { signInAs } from "../support/people.ts";
import { provoked } from "../support/provoked.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { firstStep, isSignedIn, type TwoStepPerson, withApp } from "../support/two-steps.ts";
import { type Page, Visitor } from "../support/visitor.ts";

let server: TestServer;
let seed: ApiSeed;
beforeAll(async () => {
  server = await startServer({ alone: true, env: { TRUST_PROXY: "127.0.0.0/8,::1/128" } });
  seed = await ApiSeed.open(server);
});
afterAll(async () => {
  await seed.storage.close();
  await server.stop();
});

let addresses = 0;
/** Each from an address of its own, as somebody with a botnet would come. */
function visit(): Visitor {
  addresses += 1;
  return new Visitor(server.origin, { headers: { "X-Forwarded-For": `198.51.100.${addresses}` } });
}

/** One wrong code, in a browser and from an address that nobody saw before. */
async function guess({ person }: TwoStepPerson, code: string, way = "app"): Promise<Page> {
  const visitor = visit();
  const page = await firstStep(visitor, person);
  const url = new URL(page.url);
  url.searchParams.set("way", way);
  return visitor.post(await visitor.get(url), { code });
}

const exhausted = async ({ person }: TwoStepPerson) =>
  (await mailsTo(server, person.identifier)).filter(({ subject }) => subject === "Too many wrong codes");

describe("guessing the second step", () => {
  it("ends after ten wrong codes a day, over every path, browser and address together", async () => {
    const siti = await withApp(seed);
    for (const [n, way] of ["app", "recovery", "email", "app", "recovery"].entries()) {
      expect((await guess(siti, siti.app.wrong(), way)).status).toBe(400);
      expect((await guess(siti, `zzzz${n}-zzzzz`, way)).status).toBe(400);
    }
    const [mail, ...more] = await exhausted(siti);
    expect(more).toEqual([]);
    expect(mail?.text).toContain("the right password of your account and then many wrong codes");
    for (const code of [await siti.app.next(), siti.recoveryCodes[0] ?? "", siti.app.wrong()]) {
      const refused = await guess(siti, code);
      await provoked("api", "rate_limit_exceeded", "too_many_codes", refused.response);
      expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(80_000);
    }
    expect(await exhausted(siti)).toHaveLength(1);
    expect(await isSignedIn(siti.home)).toBe(true);
  });

  it("gains nothing from many guesses at once, in one sign-in or in many", async () => {
    const siti = await withApp(seed);
    const visitor = visit();
    const page = await firstStep(visitor, siti.person);
    const wrong = siti.app.wrong();
    const answers = await Promise.all(Array.from({ length: 30 }, () => visitor.post(page, { code: wrong })));
    expect(answers.filter(({ status }) => status === 400)).toHaveLength(10);
    expect(answers.filter(({ status }) => status === 410)).toHaveLength(20);
    const other = await guess(siti, wrong);
    expect(other.status).toBe(429);
  });

  it("ends one sign-in after ten codes, whatever the account's limit", async () => {
    const generous = await startServer({ env: { RATE_LIMITS: "off" } });
    const own = await ApiSeed.open(generous);
    const siti = await withApp(own);
    const visitor = new Visitor(generous.origin);
    const page = await firstStep(visitor, siti.person);
    for (let n = 0; n < 10; n++)
      expect((await visitor.post(page, { code: siti.app.wrong() })).status).toBe(400);
    const over = await visitor.post(page, { code: await siti.app.next() });
    await provoked("api", "resource_not_found", "sign_in_over", over.response);
    await own.storage.close();
    await generous.stop();
  });

  it("is not undone by right codes in between: they give nothing back", async () => {
    const siti = await withApp(seed);
    for (let n = 0; n < 9; n++) await guess(siti, siti.app.wrong());
    expect((await guess(siti, await siti.app.next())).status).toBe(303);
    expect((await guess(siti, siti.app.wrong())).status).toBe(400);
    expect((await guess(siti, siti.recoveryCodes[0] ?? "")).status).toBe(429);
  });

  it("locks nobody out who is somebody else: without the right password nothing is counted", async () => {
    const siti = await withApp(seed);
    const stranger = visit();
    const login = await stranger.get("/login");
    const csrf = login.forms[0]?.fields.get("csrf") ?? "";
    const page = await firstStep(visit(), siti.person);
    for (const attempt of [page.url.searchParams.get("attempt") ?? "", "0".repeat(26), "", "../x"]) {
      for (let n = 0; n < 12; n++) {
        const body = new URLSearchParams({ csrf, code: "000000" });
        const path = `/login/verify?${new URLSearchParams({ attempt })}`;
        const answer = await stranger.request(path, { method: "POST", body });
        expect(answer.status).toBe(410);
      }
    }
    for (let n = 0; n < 12; n++) await signInAs(visit(), { ...siti.person, password: "wrong" });
    const own = await firstStep(siti.home, siti.person, "/login?account=new");
    expect((await siti.home.post(own, { code: await siti.app.next() })).status).toBe(303);
  });

  it("leaves a trusted browser and the accounts of others alone", async () => {
    const [siti, budi] = [await withApp(seed), await withApp(seed)];
    const trusted = visit();
    await trusted.post(await firstStep(trusted, siti.person), {
      code: await siti.app.next(),
      remember: "yes",
    });
    for (let n = 0; n < 11; n++) await guess(siti, siti.app.wrong());
    expect((await guess(siti, await siti.app.next())).status).toBe(429);
    const again = await signInAs(trusted, siti.person, "/login?account=new");
    expect(again.headers.get("location")).toBe("/account");
    expect((await guess(budi, await budi.app.next())).status).toBe(303);
  });

  it("is not forgotten by a server that dies and starts again", async () => {
    const siti = await withApp(seed);
    for (let n = 0; n < 10; n++) await guess(siti, siti.app.wrong());
    await server.kill();
    await server.start();
    expect((await guess(siti, await siti.app.next())).status).toBe(429);
  });
});
