import { randomBytes, randomUUID } from "node:crypto";
import { sha256 } from "../../src/protocol/hash.ts";
import { challengeOf } from "../../src/protocol/pkce.ts";
import { rowIds } from "../../src/protocol/row-id.ts";
import { mintToken, tokenKind } from "../../src/protocol/tokens/opaque.ts";
import type { AuthorizationCode } from "../../src/storage/port/authorizations.ts";
import type { Client } from "../../src/storage/port/clients.ts";
import type { User } from "../../src/storage/port/users.ts";
import type { OpenStorage } from "../../src/storage/sql/open.ts";
import type { Tokens } from "./application.ts";
import { aClient, aUser } from "./records.ts";
import { type ServerOptions, startServer, type TestServer } from "./server.ts";
import { migrated, unhurried } from "./storage.ts";

export type Fields = Readonly<Record<string, string>>;

/** An application with its secret, as its developer holds them. */
export interface KnownClient extends Client {
  /** Undefined for a public one. */
  readonly secret: string | undefined;
}

export const redirectUri = "https://app.example.com/callback";
export const verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

const ids = rowIds(Date.now, randomBytes);
let people = 0;

/** A listening server and its database: what an authorization would have stored is written into it, and answers are asked for over HTTP. */
export class TokenDesk {
  readonly server: TestServer;
  readonly storage: OpenStorage;

  private constructor(server: TestServer, storage: OpenStorage) {
    this.server = server;
    this.storage = storage;
  }

  static async open(env: Fields = {}, options: Omit<ServerOptions, "env"> = {}): Promise<TokenDesk> {
    const server = await startServer({ env: { RATE_LIMITS: "off", ...env }, ...options });
    return new TokenDesk(server, await migrated(server.database.url, unhurried));
  }

  async close(): Promise<void> {
    await this.storage.close();
    await this.server.stop();
  }

  async client(change: Partial<Client> = {}): Promise<KnownClient> {
    const client = aClient({ id: randomUUID(), redirectUris: [redirectUri], ...change });
    const secret = client.confidential ? randomBytes(20).toString("hex") : undefined;
    await this.storage.write(({ clients }) => clients.create(client, secret ? sha256(secret) : null));
    return { ...client, secret };
  }

  publicClient(change: Partial<Client> = {}): Promise<KnownClient> {
    return this.client({ confidential: false, ...change });
  }

  async user(change: Partial<User> = {}): Promise<number> {
    people += 1;
    const user = { ...aUser({ email: `person${people}@example.com`, ...change }), id: 20_000 + people };
    await this.storage.write(({ users }) => users.create(user));
    return user.id;
  }

  /** A code as the authorization endpoint stores it, with a challenge for `verifier` unless told otherwise. */
  async code(client: Client, change: Partial<AuthorizationCode> = {}): Promise<string> {
    const userId = change.userId ?? (await this.user());
    const { token, id, hash } = mintToken("authorizationCode", ids, randomBytes);
    const now = Date.now();
    const scopes = change.scopes ?? ["view-user", "detail-user"];
    const authorizationId = ids();
    await this.storage.write(async ({ authorizations, consents }) => {
      await consents.grant(userId, client.id, scopes, now);
      await authorizations.create({
        id: authorizationId,
        clientId: client.id,
        userId,
        scopes,
        createdAt: now,
        provenAt: now,
        revokedAt: null,
        revocationReason: null,
      });
      await authorizations.addCode({
        id,
        hash,
        clientId: client.id,
        scopes,
        issuedAt: now,
        expiresAt: now + 600_000,
        authorizationId,
        redirectUri,
        codeChallenge: challengeOf(verifier),
        redeemedAt: null,
        ...change,
        userId,
      });
    });
    return token;
  }

  post(path: string, fields: Fields, headers: Fields = {}): Promise<Response> {
    const body = new URLSearchParams(Object.entries(fields).filter(([, value]) => value !== ""));
    return fetch(this.server.origin + path, { method: "POST", body, headers, redirect: "manual" });
  }

  /** As the client itself, `client_secret_post`. */
  as(client: KnownClient, path: string, fields: Fields): Promise<Response> {
    return this.post(path, { client_id: client.id, client_secret: client.secret ?? "", ...fields });
  }

  redeem(client: KnownClient, code: string, fields: Fields = {}): Promise<Response> {
    const all = {
      grant_type: "authorization_code",
      code,
      redirect_uri: redirectUri,
      code_verifier: verifier,
    };
    return this.as(client, "/oauth/token", { ...all, ...fields });
  }

  refresh(client: KnownClient, refreshToken: string, fields: Fields = {}): Promise<Response> {
    return this.as(client, "/oauth/token", {
      grant_type: "refresh_token",
      refresh_token: refreshToken,
      ...fields,
    });
  }

  /** Tokens of a fresh sign-in of a fresh person. */
  async tokens(client: KnownClient, change: Partial<AuthorizationCode> = {}): Promise<Required<Tokens>> {
    const response = await this.redeem(client, await this.code(client, change));
    if (!response.ok) throw new Error(`No tokens: ${await response.text()}`);
    return (await response.json()) as Required<Tokens>;
  }

  /** What a resource server would learn of a token. */
  async isActive(client: KnownClient, token: string): Promise<boolean> {
    const response = await this.as(client, "/oauth/introspect", { token });
    return ((await response.json()) as { active: boolean }).active;
  }

  /** Runs SQL on the database, for states that only time, a fault or a later version brings about. */
  async sql(text: string, ...values: (string | number)[]): Promise<void> {
    await this.server.database.sql(text, ...values);
  }
}

/** `Authorization: Basic`, both halves form-encoded (RFC 6749 §2.3.1). */
export function basic(clientId: string, secret = ""): { readonly Authorization: string } {
  const encode = (text: string) => new URLSearchParams({ x: text }).toString().slice(2);
  const pair = `${encode(clientId)}:${encode(secret)}`;
  return { Authorization: `Basic ${Buffer.from(pair).toString("base64")}` };
}

/** The row id inside a token. */
export function rowIdOf(token: string): string {
  return token.slice(8, 34);
}

/** A well-formed token around the row id of a real one, with another secret: what an attacker makes who saw ids but no token. */
export function forged(token: string): string {
  const kind = tokenKind(token);
  if (!kind) throw new Error("Not a token of this server");
  return mintToken(kind, () => rowIdOf(token), randomBytes).token;
}
