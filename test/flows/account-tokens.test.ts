import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type Mubarokah,
  memoryStore,
  type PendingSignIn,
  type TokenSet,
} from "../../packages/client/src/index.ts";
import { Application, createPerson, type Person, walkToRedirect } from "../support/application.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { mubarokahOf, signInThrough, Witness } from "../support/through-sdk.ts";
import { Visitor } from "../support/visitor.ts";

let server: TestServer;
let application: Application;
let mubarokah: Mubarokah;
const witness = new Witness();
beforeAll(async () => {
  server = await startServer({ env: { RATE_LIMITS: "off" } });
  application = await Application.register(server);
  mubarokah = mubarokahOf(application, { fetch: witness.fetch });
});
afterAll(async () => {
  await server.stop();
});

/** What an application has of one person: tokens, and a code that it has not redeemed yet. */
interface Connection {
  readonly visitor: Visitor;
  readonly person: Person;
  readonly tokens: TokenSet;
  readonly back: URL;
  readonly pending: PendingSignIn;
}

/** As somebody who stole the access token, or an application without refresh tokens. */
const withAccessToken = ({ refreshToken: _, ...tokens }: TokenSet) => mubarokah.session(memoryStore(tokens));

async function connected(): Promise<Connection> {
  const visitor = new Visitor(server.origin);
  const { identifier, password } = await createPerson(server);
  const person = { identifier, password };
  const { tokens } = await signInThrough(mubarokah, person, {}, visitor);
  await expect(withAccessToken(tokens).user()).resolves.toHaveProperty("email", identifier);
  const { url, pending } = await mubarokah.authorizationUrl();
  return { visitor, person, tokens, pending, back: await walkToRedirect(visitor, person, url) };
}

async function expectDead(
  { tokens, back, pending }: Connection,
  reason: "password_changed" | "consent_revoked",
): Promise<void> {
  await witness.refused("api", "token_invalid", "token_revoked", withAccessToken(tokens).user());
  await witness.refused("oauth", "invalid_grant", reason, mubarokah.session(memoryStore(tokens)).user());
  await witness.refused("oauth", "invalid_grant", reason, mubarokah.handleCallback(back, pending));
}

describe("what an application holds", () => {
  it("dies with the password: access token, refresh token and open code", async () => {
    const connection = await connected();
    const { visitor, person } = connection;
    const page = await visitor.get("/account/password");
    const values = { current_password: person.password, password: "an entirely new password" };
    expect((await visitor.submit(page, values)).url.search).toBe("?status=password_changed");
    await expectDead(connection, "password_changed");
  });

  it("dies when its access is removed, and consent is asked for again", async () => {
    const connection = await connected();
    const { visitor } = connection;
    const page = await visitor.get("/account/applications");
    expect(page.text).toContain("Toko Sejahtera");
    await visitor.submit(page, {}, ["application", application.clientId]);
    await expectDead(connection, "consent_revoked");
    const { url } = await mubarokah.authorizationUrl();
    expect((await visitor.get(url)).url.pathname).toBe("/consent");
  });
});
