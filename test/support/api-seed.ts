import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll } from "vitest";
import { rowIds } from "../../src/protocol/row-id.ts";
import { mintToken } from "../../src/protocol/tokens/opaque.ts";
import type { ApprovalStatus, Client } from "../../src/storage/port/clients.ts";
import type { User } from "../../src/storage/port/users.ts";
import { type OpenStorage, openStorage } from "../../src/storage/sql/open.ts";
import { aClient, aUser } from "./records.ts";
import { type ServerOptions, startServer, type TestServer } from "./server.ts";
import { unhurried } from "./storage.ts";

const ids = rowIds(Date.now, randomBytes);

/** An access token in the server's database. */
export interface Issued {
  readonly token: string;
  readonly id: string;
  readonly user: User | null;
  readonly client: Client;
}

export interface IssueOptions {
  readonly user?: User | null;
  readonly client?: Client;
  readonly scopes?: readonly string[];
  /** Seconds; negative for a token that is over. */
  readonly expiresIn?: number;
  /** Milliseconds since the person proved who they are; null where nobody knows. */
  readonly provenAgo?: number | null;
}

/** Writes what a test needs into the database of a running server, and calls its API with it. */
export class ApiSeed {
  readonly server: TestServer;
  readonly storage: OpenStorage;

  private constructor(server: TestServer, storage: OpenStorage) {
    this.server = server;
    this.storage = storage;
  }

  static async open(server: TestServer): Promise<ApiSeed> {
    return new ApiSeed(server, await openStorage(server.database.url, unhurried));
  }

  async user(change: Partial<User> = {}): Promise<User> {
    const { id: _, ...user } = aUser({ email: `${randomUUID()}@example.com`, ...change });
    const made = await this.storage.write(({ users }) => users.create(user));
    if ("taken" in made) throw new Error(`taken: ${made.taken}`);
    return { ...user, id: made.id };
  }

  async client(change: Partial<Client> = {}): Promise<Client> {
    const client = aClient({ id: randomUUID(), ...change });
    await this.storage.write(({ clients }) => clients.create(client, null));
    return client;
  }

  async token(options: IssueOptions = {}): Promise<Issued> {
    const user = options.user === undefined ? await this.user() : options.user;
    const client = options.client ?? (await this.client());
    const scopes = options.scopes ?? ["view-user"];
    const { id, token, hash } = mintToken("accessToken", ids, randomBytes);
    const now = Date.now();
    const expiresAt = now + (options.expiresIn ?? 3600) * 1000;
    const issued = { id, hash, clientId: client.id, scopes, issuedAt: now, expiresAt, revokedAt: null };
    const authorizationId = user && ids();
    await this.storage.write(async ({ authorizations, consents }) => {
      if (user && authorizationId) {
        const family = { id: authorizationId, clientId: client.id, userId: user.id, scopes, createdAt: now };
        const provenAt = options.provenAgo === null ? null : now - (options.provenAgo ?? 0);
        await authorizations.create({ ...family, provenAt, revokedAt: null, revocationReason: null });
        await consents.grant(user.id, client.id, scopes, now - 3_600_000);
      }
      await authorizations.addAccessToken({ ...issued, authorizationId, userId: user?.id ?? null });
    });
    return { token, id, user, client };
  }

  async decide(client: Client, scope: string, status: ApprovalStatus): Promise<void> {
    const now = Date.now();
    const approval = { clientId: client.id, scope, status, request: null, note: null };
    await this.storage.write(({ clients }) =>
      clients.putApproval({ ...approval, decidedAt: now, updatedAt: now }),
    );
  }

  /** A token whose client is approved for all of its scopes. */
  async approvedToken(options: IssueOptions = {}): Promise<Issued> {
    const issued = await this.token(options);
    for (const scope of options.scopes ?? []) await this.decide(issued.client, scope, "approved");
    return issued;
  }

  call(path: string, token: string | undefined, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (token !== undefined) headers.set("Authorization", `Bearer ${token}`);
    return fetch(this.server.origin + path, { redirect: "manual", ...init, headers });
  }

  patch(token: string, body: unknown): Promise<Response> {
    const headers = { "Content-Type": "application/json" };
    const text = typeof body === "string" ? body : JSON.stringify(body);
    return this.call("/api/user", token, { method: "PATCH", headers, body: text });
  }
}

/** A server with a seed for all tests of a file: started before the first, `take` gets it, stopped after the last. */
export function startSeeded(options: ServerOptions, take: (seed: ApiSeed) => void): void {
  let seed: ApiSeed;
  beforeAll(async () => {
    seed = await ApiSeed.open(await startServer(options));
    take(seed);
  });
  afterAll(async () => {
    await seed.storage.close();
    await seed.server.stop();
  });
}
