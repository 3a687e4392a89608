import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { defaultLimits } from "../../src/identity/rate-limit.ts";
import { Application, createPerson, signInFields } from "../support/application.ts";
import { type Cluster, startCluster } from "../support/balancer.ts";
import { aNewcomer, beginRegistration, mailTo } from "../support/outbox.ts";
import { signInAs } from "../support/people.ts";
import { Visitor } from "../support/visitor.ts";

let cluster: Cluster;

beforeAll(async () => {
  cluster = await startCluster(2, { env: { TRUST_PROXY: "127.0.0.0/8,::1/128" } });
});
afterAll(() => cluster.stop());

/** Where a node listens itself. */
const direct = (index: number) => `http://127.0.0.1:${cluster.nodes[index]?.port}`;
const api = (index: number, token: string, path = "/api/user") =>
  fetch(direct(index) + path, { headers: { Authorization: `Bearer ${token}` }, redirect: "manual" });
const within1s = { timeout: 1_000, interval: 20 };

async function signedIn() {
  const application = await Application.register(cluster.server);
  const person = await createPerson(cluster.server);
  const visitor = new Visitor(cluster.server.origin);
  const tokens = await application.signIn(visitor, person, { scope: "view-user detail-user" });
  return { application, person, visitor, tokens };
}

describe("Requests that go to another node each time", () => {
  it("sign a person in, give tokens, and renew them", async () => {
    const { application, tokens, visitor } = await signedIn();
    for (const index of [0, 1]) expect((await api(index, tokens.access_token)).status).toBe(200);
    const renewed = await application.refresh(tokens.refresh_token ?? "");
    const again = await application.refresh(tokens.refresh_token ?? "");
    expect([renewed.status, again.status]).toEqual([200, 200]);
    expect(await again.text()).toBe(await renewed.text());
    for (const _ of [0, 1]) expect((await visitor.get("/account")).status).toBe(200);
  });

  it("count wrong passwords together, exactly", async () => {
    const person = await createPerson(cluster.server);
    const statuses: number[] = [];
    for (let n = 0; n < 8; n++) {
      const visitor = new Visitor(cluster.server.origin);
      const page = await visitor.get("/login");
      const wrong = { identifier: person.identifier, password: `wrong password ${n}` };
      statuses.push((await visitor.submit(page, wrong)).status);
    }
    expect(statuses.filter((status) => status === 429)).toHaveLength(3);
    expect(statuses.slice(0, 5)).not.toContain(429);
  });

  it("count a day's wrong passwords together, exactly, from any number of addresses at once", async () => {
    const person = await createPerson(cluster.server);
    const { count } = defaultLimits.password_by_name_and_day;
    const guesses = Array.from({ length: 2 * count }, async (_, n) => {
      const headers = { "X-Forwarded-For": `198.51.100.${n + 1}` };
      return signInAs(new Visitor(cluster.server.origin, { headers }), { ...person, password: `wrong ${n}` });
    });
    const answers = await Promise.all(guesses);
    expect(answers.filter(({ status }) => status === 400)).toHaveLength(count);
    const doubted = answers.filter((page) => page.headers.get("location")?.startsWith("/login/confirm?"));
    expect(doubted).toHaveLength(count);
  });

  it("count the guesses of one code together, and the codes sent to one address", async () => {
    const visitor = new Visitor(cluster.server.origin);
    const newcomer = aNewcomer();
    const begun = await beginRegistration(visitor, newcomer);
    let page = begun;
    for (let n = 0; n < 5; n++) page = await visitor.submit(page, { code: `00000${n}` });
    // Whatever node is asked, the right one comes too late.
    const { code = "" } = await mailTo(cluster.server, newcomer.email);
    const late = await visitor.post(begun, { code });
    expect([late.status, late.headers.get("location")]).toEqual([page.status, null]);
    const statuses: number[] = [];
    for (let n = 0; n < 4; n++)
      statuses.push((await visitor.post(await visitor.get("/register"), { ...newcomer })).status);
    expect(statuses).toEqual([303, 303, 429, 429]);
  });

  it("end every other sign-in and all tokens with the password that is changed on one of them", async () => {
    const { person, visitor, tokens } = await signedIn();
    const elsewhere = new Visitor(cluster.server.origin);
    await elsewhere.submit(await elsewhere.get("/login"), signInFields(person));
    const form = await visitor.get("/account/password");
    const changed = { current_password: person.password, password: "enam belas bukit" };
    expect((await visitor.post(form, changed)).status).toBe(303);
    for (const _ of [0, 1]) {
      expect((await elsewhere.get("/account")).url.pathname).toBe("/login");
      expect((await visitor.get("/account")).url.pathname).toBe("/account");
    }
    for (const index of [0, 1]) expect((await api(index, tokens.access_token)).status).toBe(401);
  });

  it("end a session everywhere", async () => {
    const { tokens, visitor } = await signedIn();
    const out = await api(0, tokens.access_token, "/api/logout-sso");
    expect(out.status).toBe(200);
    for (const _ of [0, 1]) expect((await visitor.get("/account")).url.pathname).toBe("/login");
    for (const index of [0, 1]) expect((await api(index, tokens.access_token)).status).toBe(401);
  });
});

describe("What is decided on one node", () => {
  it("a revoked token is refused on the other within a second", async () => {
    const { application, tokens } = await signedIn();
    expect((await api(1, tokens.access_token)).status).toBe(200);
    const body = new URLSearchParams({ token: tokens.refresh_token ?? "", client_id: application.clientId });
    body.set("client_secret", application.clientSecret ?? "");
    expect((await fetch(`${direct(0)}/oauth/revoke`, { method: "POST", body })).status).toBe(200);
    await expect.poll(async () => (await api(1, tokens.access_token)).status, within1s).toBe(401);
  });

  it("a disabled client, a withdrawn approval and a disabled user are refused on both within a second", async () => {
    const { application, person, tokens } = await signedIn();
    const { cli } = cluster.server;
    const details = (index: number) => api(index, tokens.access_token, "/api/user/details");
    await cli("client", "approve", application.clientId, "detail-user");
    for (const index of [0, 1])
      await expect.poll(async () => (await details(index)).status, within1s).toBe(200);
    await cli("client", "withdraw", application.clientId, "detail-user");
    for (const index of [0, 1])
      await expect.poll(async () => (await details(index)).status, within1s).toBe(403);
    await cli("user", "disable", `${person.id}`);
    for (const index of [0, 1])
      await expect.poll(async () => (await api(index, tokens.access_token)).status, within1s).toBe(403);
    await cli("user", "enable", `${person.id}`);
    await cli("client", "disable", application.clientId);
    for (const index of [0, 1])
      await expect.poll(async () => (await api(index, tokens.access_token)).status, within1s).toBe(401);
  });

  it("maintenance begins and ends on both within a second", async () => {
    const { tokens } = await signedIn();
    const both = () =>
      Promise.all([0, 1].map(async (index) => (await api(index, tokens.access_token)).status));
    expect(await both()).toEqual([200, 200]);
    await cluster.server.cli("maintenance", "on");
    await expect.poll(both, within1s).toEqual([503, 503]);
    await cluster.server.cli("maintenance", "off");
    await expect.poll(both, within1s).toEqual([200, 200]);
  });
});
