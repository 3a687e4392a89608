import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aNewcomer, beginRegistration, mailTo, type NewPerson, registerByCode } from "../support/outbox.ts";
import { provoked } from "../support/provoked.ts";
import { share, timed } from "../support/same-distribution.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { type Page, Visitor } from "../support/visitor.ts";

const known = aNewcomer({ name: "Budi Santoso" });

/** A page without what differs between any two requests. */
function masked(page: Page, { email }: NewPerson): readonly unknown[] {
  const text = page.text
    .replaceAll(email, "ADDRESS")
    .replaceAll(/registration=[0-9a-z]{26}/g, "registration=ID")
    .replaceAll(/name="csrf" value="[^"]+"/g, "CSRF");
  const headers = [...page.headers].filter(
    ([name]) => !["date", "x-request-id", "set-cookie"].includes(name),
  );
  const cookies = page.headers.getSetCookie().map((cookie) => cookie.split("=", 1)[0]);
  return [page.status, text, headers.filter(([name]) => name !== "content-length"), cookies];
}

describe("nothing tells whether an address has an account", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ env: { RATE_LIMITS: "off" } });
    await registerByCode(server, new Visitor(server.origin), known);
  });
  afterAll(async () => {
    await server.stop();
  });

  it("in any answer on the way", async () => {
    const stranger = aNewcomer();
    const seen = await Promise.all(
      [known, stranger].map(async ({ email }) => {
        const visitor = new Visitor(server.origin);
        const person = aNewcomer({ email });
        const begun = await visitor.post(await visitor.get("/register"), { ...person });
        const page = await visitor.follow(begun);
        const location = begun.headers.get("location")?.replace(/[0-9a-z]{26}$/, "ID");
        const steps: unknown[] = [begun.status, location, ...masked(page, person)];
        for (let i = 0; i < 6; i++)
          steps.push(...masked(await visitor.post(page, { code: "12 34 5x" }), person));
        for (let i = 0; i < 6; i++)
          steps.push(...masked(await visitor.post(page, { code: `00000${i}` }), person));
        steps.push(...masked(await visitor.get(page.url), person));
        return steps;
      }),
    );
    expect(seen[0]).toEqual(seen[1]);
  });

  it("but the mail, which says it in the account's own name, without a code", async () => {
    const visitor = new Visitor(server.origin);
    await beginRegistration(
      visitor,
      aNewcomer({ name: "Mallory", email: known.email.toUpperCase().replace("EXAMPLE.COM", "example.com") }),
    );
    const mail = await mailTo(server, known.email.toUpperCase().replace("EXAMPLE.COM", "example.com"));
    expect(mail.subject).toBe("You have an account already");
    expect(mail.text).toContain("Hello Budi Santoso,");
    expect(mail.text).toContain(`${server.origin}/login`);
    expect(mail.text).toContain(`${server.origin}/forgot`);
    expect(mail).not.toHaveProperty("code");
    expect(mail).not.toHaveProperty("link");
  });

  it("and even the right code opens nothing for an address that has an account", async () => {
    const visitor = new Visitor(server.origin);
    const person = aNewcomer();
    const page = await beginRegistration(visitor, person);
    const { code = "" } = await mailTo(server, person.email);
    const taken = "update challenges set user_id = (select min(id) from users) where id = ?";
    await server.database.sql(taken, page.url.searchParams.get("registration") ?? "");
    const answer = await visitor.post(page, { code });
    expect([answer.status, visitor.cookies.has("mbid_session")]).toEqual([400, false]);
    expect(answer.text).toContain("This is not the code.");
  });

  it("nor does the time", async () => {
    const visitor = new Visitor(server.origin);
    const page = await visitor.get("/register");
    const begin = (email: string) => async () => {
      expect((await visitor.post(page, { ...aNewcomer(), email })).status).toBe(303);
    };
    await begin("warm-up@example.com")();
    const [ones, others] = await timed(24, begin(known.email), begin("nobody@example.com"));
    const above = share(ones, others);
    expect(above).toBeGreaterThan(0.2);
    expect(above).toBeLessThan(0.8);
  });
});

describe("limits", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
    await registerByCode(server, new Visitor(server.origin), known);
  });
  afterAll(async () => {
    await server.stop();
  });

  it("allow three mails an hour to an address, with an account or without", async () => {
    const stranger = aNewcomer();
    const visitor = new Visitor(server.origin);
    const page = await visitor.get("/register");
    // One mail went to the known address when it registered.
    for (const [email, left] of [
      [known.email, 2],
      [stranger.email, 3],
    ] as const) {
      for (let i = 0; i < left; i++)
        expect((await visitor.post(page, { ...stranger, email })).status).toBe(303);
      const refused = await visitor.post(page, {
        ...stranger,
        email: email.replace(/^./, (letter) => letter.toUpperCase()),
      });
      await provoked("api", "rate_limit_exceeded", "rate_limited", refused.response);
      expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(3000);
    }
  });

  it("allow ten registrations an hour from one address of the network", async () => {
    const visitor = new Visitor(server.origin);
    const page = await visitor.get("/register");
    const statuses: number[] = [];
    for (let i = 0; i < 6; i++) statuses.push((await visitor.post(page, { ...aNewcomer() })).status);
    expect(statuses).toEqual([429, 429, 429, 429, 429, 429].map((status, i) => (i < 2 ? 303 : status)));
  });
});

it("with registration switched off no page of it is reachable", async () => {
  const server = await startServer({ env: { REGISTRATION: "off" } });
  try {
    const visitor = new Visitor(server.origin);
    for (const path of ["/", "/login"]) expect((await visitor.get(path)).text).not.toContain("/register");
    for (const path of ["/register", "/register/verify?registration=x", "/register/confirm?token=x"]) {
      await provoked("api", "permission_denied", "registration_closed", (await visitor.get(path)).response);
      const posted = await visitor.request(path, {
        method: "POST",
        body: new URLSearchParams({ ...aNewcomer() }),
      });
      await provoked("api", "permission_denied", "registration_closed", posted.response);
    }
  } finally {
    await server.stop();
  }
});
