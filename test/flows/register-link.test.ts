import { afterAll, beforeAll, expect, it } from "vitest";
import { ageChallenges, aNewcomer, beginRegistration, mailTo, type NewPerson } from "../support/outbox.ts";
import { provoked } from "../support/provoked.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { Visitor } from "../support/visitor.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ env: { RATE_LIMITS: "off" } });
});
afterAll(async () => {
  await server.stop();
});

const hour = 3_600_000;

async function linkFor(person: NewPerson): Promise<string> {
  await beginRegistration(new Visitor(server.origin), person);
  return (await mailTo(server, person.email)).link ?? "";
}

/** Everything the server keeps about people and what was mailed to them. */
function stored(): Promise<unknown> {
  const tables = ["challenges", "users", "sessions", "messages"];
  return Promise.all(tables.map((table) => server.database.sql(`select * from ${table} order by 1`)));
}

it("opens the account in any browser, for whoever knows the password given there", async () => {
  const person = aNewcomer();
  const link = await linkFor(person);
  const elsewhere = new Visitor(server.origin);
  const page = await elsewhere.get(link);
  expect(page.text).toContain(person.email);
  const answer = await elsewhere.post(page, { password: person.password });
  expect([answer.status, answer.headers.get("location")]).toEqual([303, "/account"]);
  expect(elsewhere.cookies.get("mbid_session")).toMatch(/^mbid_bs_/);
  await provoked("api", "resource_not_found", "link_used", (await elsewhere.get(link)).response);
});

it("changes nothing by being opened, by people or by the programs that look into their mail", async () => {
  const link = await linkFor(aNewcomer());
  const unsent = () => server.database.sql("select id from messages where sent_at is null");
  await expect.poll(unsent, { timeout: 10_000 }).toEqual([]);
  const before = await stored();
  for (const method of ["GET", "HEAD", "GET"]) {
    const answer = await fetch(link, { method, redirect: "manual" });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("referrer-policy")).toBe("same-origin");
  }
  expect(await stored()).toEqual(before);
});

it("opens nothing for whoever has the mailbox and not the password: the registration may be a stranger's", async () => {
  const person = aNewcomer();
  const victim = new Visitor(server.origin);
  const page = await victim.get(await linkFor(person));
  const answer = await victim.post(page, { password: "the victim's own words" });
  expect([answer.status, victim.cookies.has("mbid_session")]).toEqual([400, false]);
  expect(answer.text).toContain("This is not the password");
});

it("bears ten passwords", async () => {
  const person = aNewcomer();
  const visitor = new Visitor(server.origin);
  const page = await visitor.get(await linkFor(person));
  for (let i = 0; i < 10; i++)
    expect((await visitor.post(page, { password: `guess number ${i}` })).status).toBe(400);
  const right = await visitor.post(page, { password: person.password });
  await provoked("api", "resource_not_found", "link_used", right.response);
});

it("is worth nothing after an hour, cut off, altered, or with the token of something else", async () => {
  const link = await linkFor(aNewcomer());
  const token = new URL(link).searchParams.get("token") ?? "";
  const open = async (text: string) =>
    (await new Visitor(server.origin).get(`/register/confirm?token=${encodeURIComponent(text)}`)).response;
  const other = token.startsWith("a", 40) ? "b" : "a";
  const altered = token.slice(0, 40) + other + token.slice(41);
  for (const text of [
    "",
    token.slice(0, -1),
    `${token}x`,
    altered,
    "'; drop table challenges; --",
    "x".repeat(5000),
  ]) {
    const { html } = await provoked("api", "resource_not_found", "link_unknown", await open(text));
    expect(html).toContain('href="/register"');
    expect(html).not.toContain("drop table");
  }
  const reset = await new Visitor(server.origin).get(`/reset?token=${token}`);
  await provoked("api", "resource_not_found", "link_unknown", reset.response);
  await ageChallenges(server, hour);
  await provoked("api", "resource_not_found", "link_expired", await open(token));
});

it("keeps link and code out of the database and the log", async () => {
  const person = aNewcomer();
  const link = await linkFor(person);
  const token = new URL(link).searchParams.get("token") ?? "";
  const { code = "" } = await mailTo(server, person.email);
  const kept = JSON.stringify(await stored()) + server.log();
  expect(kept).toContain(person.email);
  expect(kept).not.toContain(token);
  expect(kept).not.toContain(token.slice(34, 77));
  expect(kept).not.toMatch(new RegExp(`"${code}"`));
  expect(kept).not.toContain(person.password);
  expect(server.log()).not.toContain(person.email);
});
