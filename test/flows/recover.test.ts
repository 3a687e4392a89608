import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { User } from "../../src/storage/port/users.ts";
import { ApiSeed } from "../support/api-seed.ts";
import { ageChallenges, aNewcomer, mailsTo, mailTo, outbox, registerByCode } from "../support/outbox.ts";
import { provoked } from "../support/provoked.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { type Page, Visitor } from "../support/visitor.ts";

let server: TestServer;
let seed: ApiSeed;
beforeAll(async () => {
  server = await startServer({ env: { RATE_LIMITS: "off" } });
  seed = await ApiSeed.open(server);
});
afterAll(async () => {
  await seed.storage.close();
  await server.stop();
});

const hour = 3_600_000;
const fresh = "mangga manis sekali";
const visit = () => new Visitor(server.origin);

async function ask(identifier: string, visitor = visit(), path = "/forgot"): Promise<Page> {
  return visitor.submit(await visitor.get(path), { identifier });
}

async function linkFor(user: User): Promise<string> {
  await ask(user.email ?? "");
  return (await mailTo(server, user.email ?? "")).link ?? "";
}

async function choose(link: string, password: string, visitor = visit()): Promise<Page> {
  return visitor.post(await visitor.get(link), { password });
}

function find(user: User): Promise<User | undefined> {
  return seed.storage.committed.users.find(user.id);
}

describe("a forgotten password", () => {
  it("is replaced by the mailed link, and the address counts as verified", async () => {
    const user = await seed.user({ emailVerifiedAt: null, passwordHash: "old" });
    const page = await ask(user.email ?? "");
    expect([page.url.pathname, page.status]).toEqual(["/forgot/sent", 200]);
    const mail = await mailTo(server, user.email ?? "");
    expect(mail.link).toMatch(new RegExp(`^${server.origin}/reset\\?token=mbid_ch_[A-Za-z0-9_-]{76}$`));
    expect(mail.text).toContain("Hello Siti Aminah,");
    expect(mail.text).toContain(mail.link);
    const visitor = visit();
    const done = await choose(mail.link ?? "", fresh, visitor);
    expect([done.status, done.headers.get("location")]).toEqual([303, "/login"]);
    expect(visitor.cookies.has("mbid_session")).toBe(false);
    const changed = await find(user);
    expect(changed?.passwordHash).toMatch(/^\$argon2id\$/);
    expect(changed?.emailVerifiedAt).toBeGreaterThan(0);
    expect((await mailTo(server, user.email ?? "")).subject).toBe("Your password was changed");
  });

  it("is found by username and by phone number too, and told in the account's language", async () => {
    const user = await seed.user({ username: "siti.lupa", phoneNumber: "+6281234500001", locale: "id" });
    for (const identifier of [
      "Siti.Lupa",
      "0812 3450 0001",
      ` ${user.email?.toUpperCase().replace("EXAMPLE.COM", "example.com")} `,
    ]) {
      const before = await mailsTo(server, user.email ?? "");
      await ask(identifier);
      const after = await mailsTo(server, user.email ?? "");
      expect(after).toHaveLength(before.length + 1);
      expect(after[0]?.text).toContain("Halo Siti Aminah,");
    }
  });

  it("ends every session, kills every token, and every other link", async () => {
    const visitor = visit();
    const person = aNewcomer();
    await registerByCode(server, visitor, person);
    const { users, sessions } = seed.storage.committed;
    const user = await users.findByEmail(person.email);
    if (!user) throw new Error("Nobody registered");
    const { token } = await seed.token({ user });
    expect((await seed.call("/api/user", token)).status).toBe(200);
    expect(await sessions.listByUser(user.id)).toHaveLength(1);
    const other = await linkFor(user);
    await choose(await linkFor(user), fresh);
    expect(await sessions.listByUser(user.id)).toEqual([]);
    await provoked("api", "token_invalid", "token_revoked", await seed.call("/api/user", token));
    await provoked("api", "resource_not_found", "link_used", (await visit().get(other)).response);
  });
});

describe("the link", () => {
  it("works once, also for many at the same time", async () => {
    const link = await linkFor(await seed.user());
    const visitors = await Promise.all(
      Array.from({ length: 4 }, async () => {
        const visitor = visit();
        return { visitor, page: await visitor.get(link) };
      }),
    );
    const answers = await Promise.all(
      visitors.map(({ visitor, page }) => visitor.post(page, { password: fresh })),
    );
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    for (const { status, response } of answers) {
      if (status !== 303) await provoked("api", "resource_not_found", "link_used", response);
    }
    await provoked("api", "resource_not_found", "link_used", (await visit().get(link)).response);
  });

  it("changes nothing by being opened", async () => {
    const user = await seed.user({ passwordHash: "old" });
    const link = await linkFor(user);
    for (const method of ["GET", "HEAD", "GET"]) expect((await fetch(link, { method })).status).toBe(200);
    expect(await find(user)).toEqual(user);
    expect((await choose(link, fresh)).status).toBe(303);
  });

  it("is worth nothing after an hour", async () => {
    const link = await linkFor(await seed.user());
    const visitor = visit();
    const page = await visitor.get(link);
    await ageChallenges(server, hour);
    const late = await visitor.post(page, { password: fresh });
    const { html } = await provoked("api", "resource_not_found", "link_expired", late.response);
    expect(html).toContain('href="/forgot"');
  });

  it("is worth nothing when cut off, made up, or of a registration", async () => {
    const token = new URL(await linkFor(await seed.user())).searchParams.get("token") ?? "";
    const person = aNewcomer();
    const visitor = visit();
    await visitor.submit(await visitor.get("/register"), { ...person });
    const registration =
      new URL((await mailTo(server, person.email)).link ?? "").searchParams.get("token") ?? "";
    for (const text of ["", token.slice(1), `${token}0`, registration, "../../etc/passwd"]) {
      const answer = await visit().get(`/reset?token=${encodeURIComponent(text)}`);
      await provoked("api", "resource_not_found", "link_unknown", answer.response);
    }
  });

  it("is worth nothing once the account has another address, or is disabled", async () => {
    const user = await seed.user();
    const link = await linkFor(user);
    await seed.storage.write(({ users }) => users.setStatus(user.id, "disabled"));
    await provoked("api", "resource_not_found", "link_used", (await choose2(link)).response);
    expect((await find(user))?.passwordHash).toBeNull();
  });

  /** The page cannot be had any more: posts with a form's token of another page. */
  async function choose2(link: string): Promise<Page> {
    const visitor = visit();
    const form = (await visitor.get("/forgot")).forms[0]?.fields ?? new Map<string, string>();
    const body = new URLSearchParams({ csrf: form.get("csrf") ?? "", password: fresh });
    return visitor.request(link, { method: "POST", body });
  }

  it.each([
    ["", "Please choose a password."],
    ["short", "at least 8 characters"],
    ["password123", "most common"],
  ])("bears a password that cannot be used (%j), and says why", async (password, sentence) => {
    const user = await seed.user({ passwordHash: "old" });
    const link = await linkFor(user);
    const answer = await choose(link, password);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(sentence);
    expect(await find(user)).toEqual(user);
    expect((await choose(link, fresh)).status).toBe(303);
  });

  it("keeps its token out of the database and the log", async () => {
    const link = await linkFor(await seed.user());
    const token = new URL(link).searchParams.get("token") ?? "";
    await choose(link, fresh);
    const { challenges } = seed.storage.committed;
    const kept = JSON.stringify(await challenges.find(token.slice(8, 34)));
    expect(kept).toContain("reset_password");
    expect(kept + server.log()).not.toContain(token.slice(34, 77));
    expect(server.log()).not.toContain(fresh);
  });
});

it("asks again for what can be no identifier, and shows it escaped", async () => {
  for (const identifier of [
    "",
    "a@b",
    "<script>alert(1)</script>",
    "siti@example.com\r\nBcc: all@example.com",
  ]) {
    const answer = await ask(identifier);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('id="identifier-problem"');
    expect(answer.text).not.toContain("<script>alert(1)");
  }
  const visitor = visit();
  const page = await visitor.get("/forgot");
  visitor.cookies.clear();
  const stale = await visitor.post(page, { identifier: "siti@example.com" });
  expect(stale.status).toBe(400);
  expect(stale.text).toContain("siti@example.com");
});

it("takes nothing for the mail from the Host header", async () => {
  const user = await seed.user();
  const visitor = visit();
  const form = (await visitor.get("/forgot")).forms[0]?.fields ?? new Map<string, string>();
  const body = new URLSearchParams({ csrf: form.get("csrf") ?? "", identifier: user.email ?? "" }).toString();
  const headers = {
    Host: "evil.example",
    "X-Forwarded-Host": "evil.example",
    "Content-Type": "application/x-www-form-urlencoded",
    Cookie: `mbid_device=${visitor.cookies.get("mbid_device")}`,
  };
  const location = await new Promise<string>((resolve, reject) => {
    const sent = request(`${server.origin}/forgot`, { method: "POST", headers }, (answer) => {
      answer.resume();
      resolve(answer.headers.location ?? "");
    });
    sent.on("error", reject).end(body);
  });
  expect(location).not.toContain("evil.example");
  await ask(user.email ?? "");
  for (const mail of await mailsTo(server, user.email ?? "")) {
    expect(mail.link).toMatch(new RegExp(`^${server.origin}/reset\\?`));
    expect(mail.text).not.toContain("evil.example");
  }
  expect(await outbox(server)).not.toEqual([]);
});
