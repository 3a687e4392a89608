import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { sha256 } from "../../src/protocol/hash.ts";
import { newTrace } from "../../src/protocol/request-trace.ts";
import { rowIds } from "../../src/protocol/row-id.ts";
import { answerTokenRequest } from "../../src/protocol/token/endpoint.ts";
import { authorizationCodeGrant } from "../../src/protocol/token/grants/authorization-code.ts";
import { clientCredentialsGrant } from "../../src/protocol/token/grants/client-credentials.ts";
import { refreshTokenGrant } from "../../src/protocol/token/grants/refresh-token.ts";
import { mintToken } from "../../src/protocol/tokens/opaque.ts";
import type { Repositories, Storage } from "../../src/storage/port/storage.ts";
import { aClient, aUser } from "../support/records.ts";
import { onEveryEngine } from "./engines.ts";
import * as fixture from "./fixtures.ts";

const now = fixture.now;
const clock = () => now;
const ids = rowIds(clock, randomBytes);
const client = aClient();
const user = aUser();
const redirectUri = "https://app.example.com/callback";
const grants = [
  authorizationCodeGrant({ replayLeeway: 0 }),
  refreshTokenGrant({ replayWindow: 60, entropy: randomBytes }),
  clientCredentialsGrant(),
];

type Fields = Readonly<Record<string, string>>;
type Change = (all: Repositories) => Promise<unknown>;

/** What each grant presents, stored before. */
const presents: Readonly<Record<string, (all: Repositories) => Promise<Fields>>> = {
  client_credentials: async () => ({}),
  authorization_code: async ({ authorizations }) => {
    const { token, ...minted } = mintToken("authorizationCode", ids, randomBytes);
    const family = await authorize(authorizations);
    await authorizations.addCode(fixture.aCode({ ...minted, ...family, redirectUri, codeChallenge: null }));
    return { code: token, redirect_uri: redirectUri };
  },
  refresh_token: async ({ authorizations }) => {
    const { token, ...minted } = mintToken("refreshToken", ids, randomBytes);
    await authorizations.addRefreshToken(
      fixture.aRefreshToken({ ...minted, ...(await authorize(authorizations)) }),
    );
    return { refresh_token: token };
  },
};

async function authorize(authorizations: Repositories["authorizations"]) {
  const owner = { clientId: client.id, userId: user.id };
  const id = ids();
  await authorizations.create(fixture.anAuthorization({ id, ...owner }));
  const rest = { scopes: ["view-user"], issuedAt: now, expiresAt: now + 60_000 };
  return { authorizationId: id, ...owner, ...rest };
}

/** `meanwhile` happens after the checks of the request and before its unit. */
async function ask(storage: Storage, fields: Fields, meanwhile: Change): Promise<string> {
  const write: Storage["write"] = async (unit) => {
    await storage.write(meanwhile);
    return storage.write(unit);
  };
  const credentials = Buffer.from(`${client.id}:secret`).toString("base64");
  return answerTokenRequest(
    { grants, lifetimes: { accessToken: 60, refreshToken: 600 } },
    {
      mediaType: "application/x-www-form-urlencoded",
      queryNames: [],
      authorization: `Basic ${credentials}`,
      trace: newTrace("token"),
      body: async () => Buffer.from(new URLSearchParams(fields).toString()),
    },
    {
      storage: { ...storage, write },
      clock,
      entropy: randomBytes,
      ids,
      admit: async () => undefined,
      rehearse: async () => undefined,
      bcrypt: { matches: async () => false },
    },
  );
}

async function presented(storage: Storage, grantType: string): Promise<Fields> {
  const fields = await storage.write(async (all) => {
    await all.users.create(user);
    await all.clients.create(client, sha256("secret"));
    return presents[grantType]?.(all);
  });
  return { grant_type: grantType, ...fields };
}

onEveryEngine("A token request", (storage) => {
  it.each(Object.keys(presents))(
    "whose client was just deleted is answered as without one: %s",
    async (name) => {
      const fields = await presented(storage(), name);
      const answer = ask(storage(), fields, ({ clients }) => clients.delete(client.id));
      const reason = "client_authentication_failed";
      await expect(answer).rejects.toMatchObject({ status: 401, reason, extras: { basicChallenge: true } });
    },
  );

  it.each(["authorization_code", "refresh_token"])(
    "whose person was just deleted is refused: %s",
    async (name) => {
      const fields = await presented(storage(), name);
      const answer = ask(storage(), fields, ({ users }) => users.delete(user.id, now));
      await expect(answer).rejects.toMatchObject({ code: "invalid_grant", status: 400 });
    },
  );

  it.each(Object.keys(presents))("with whom nothing happens is answered: %s", async (name) => {
    const fields = await presented(storage(), name);
    expect(await ask(storage(), fields, async () => {})).toContain("mbid_at_");
  });
});
