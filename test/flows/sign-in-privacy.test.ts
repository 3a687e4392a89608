import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ApiSeed } from "../support/api-seed.ts";
import { aPerson, type KnownPerson, sessionCookie, signInAs } from "../support/people.ts";
import { provoked } from "../support/provoked.ts";
import { share, timed } from "../support/same-distribution.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { authorizePath } from "../support/signed-in.ts";
import { unchanging } from "../support/unchanging.ts";
import { type Page, Visitor } from "../support/visitor.ts";

let server: TestServer;
let seed: ApiSeed;
let known: KnownPerson;
let disabled: KnownPerson;
let withoutPassword: KnownPerson;
beforeAll(async () => {
  server = await startServer({ env: { RATE_LIMITS: "off" } });
  seed = await ApiSeed.open(server);
  known = await aPerson(seed);
  disabled = await aPerson(seed, { status: "disabled" });
  withoutPassword = await aPerson(seed, { passwordHash: null });
});
afterAll(async () => {
  await seed.storage.close();
  await server.stop();
});

function masked(page: Page, identifier: string): readonly unknown[] {
  const text = unchanging(page.text.replaceAll(identifier, "IDENTIFIER"));
  const headers = [...page.headers].filter(
    ([name]) => !["date", "x-request-id", "content-length"].includes(name),
  );
  return [page.status, text, headers];
}

async function answerTo(identifier: string): Promise<readonly unknown[]> {
  const visitor = new Visitor(server.origin);
  const form = await visitor.get("/login");
  return masked(await visitor.post(form, { identifier, password: "not the password" }), identifier);
}

describe("sign-in does not tell whether an account exists", () => {
  it("in its answer, headers and length included", async () => {
    const unknown = await answerTo("nobody@example.com");
    for (const person of [known, disabled, withoutPassword])
      expect(await answerTo(person.identifier)).toEqual(unknown);
  });

  it("by whatever name: address, username or number, spelled out or suggested by an application", async () => {
    const names = { username: "siti.rahasia", phoneNumber: "+6281234500077" };
    const { identifier } = await aPerson(seed, names);
    for (const [known, unknown] of [
      [identifier, "nobody@example.com"],
      ["siti.rahasia", "budi.rahasia"],
      ["081234500077", "081234500078"],
    ] as const) {
      expect(await answerTo(known)).toEqual(await answerTo(unknown));
      const hinted = async (hint: string) => {
        const client = await seed.client();
        const path = authorizePath(client, { login_hint: hint });
        const page = await new Visitor(server.origin).get(path);
        expect([page.url.pathname, page.forms[0]?.fields.get("identifier")]).toEqual(["/login", hint]);
        // Passkeys are offered by the device alone: nothing stands here of whose they are.
        expect(page.text).toContain("allowCredentials&quot;:[]");
        return unchanging(page.text.replaceAll(hint, "HINT")).replaceAll(/interaction=[0-9a-z]{26}/g, "ID");
      };
      expect(await hinted(known)).toBe(await hinted(unknown));
    }
  });

  it.each([
    ["an account", () => known],
    ["a disabled account", () => disabled],
    ["an account without a password", () => withoutPassword],
  ])("in the time it takes to refuse %s", async (_, person) => {
    const visitor = new Visitor(server.origin);
    const form = await visitor.get("/login");
    const attempt = (identifier: string) => async () => {
      expect((await visitor.post(form, { identifier, password: "not the password" })).status).toBe(400);
    };
    await attempt("warm-up@example.com")();
    const [ones, others] = await timed(24, attempt(person().identifier), attempt("nobody@example.com"));
    const above = share(ones, others);
    expect(above).toBeGreaterThan(0.2);
    expect(above).toBeLessThan(0.8);
  });

  it("but to its own person, who knows the password, that it is disabled", async () => {
    const page = await signInAs(new Visitor(server.origin), disabled);
    const { html } = await provoked("api", "permission_denied", "user_disabled", page.response);
    expect(html).toContain("have disabled this account");
    expect(sessionCookie(page)).toBeUndefined();
    expect(page.forms[0]?.fields.has("password")).toBe(true);
  });

  it("never lets anybody in without a password", async () => {
    for (const password of ["null", "undefined", " ", "\u0000"]) {
      const page = await signInAs(new Visitor(server.origin), {
        identifier: withoutPassword.identifier,
        password,
      });
      expect(page.status).toBe(400);
      expect(sessionCookie(page)).toBeUndefined();
    }
  });

  it("ends what a disabled person had open", async () => {
    const person = await aPerson(seed);
    const visitor = new Visitor(server.origin);
    await signInAs(visitor, person);
    await seed.storage.write(({ users }) => users.setStatus(person.user.id, "disabled"));
    expect((await visitor.get("/account")).url.pathname).toBe("/login");
  });
});
