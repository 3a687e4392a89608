import { randomBytes } from "node:crypto";
import { rowIds } from "../../src/protocol/row-id.ts";
import { mintToken } from "../../src/protocol/tokens/opaque.ts";
import type { Client } from "../../src/storage/port/clients.ts";
import type { Session } from "../../src/storage/port/sessions.ts";
import type { User } from "../../src/storage/port/users.ts";
import type { ApiSeed } from "./api-seed.ts";
import { aSession } from "./records.ts";
import { Visitor } from "./visitor.ts";

const ids = rowIds(Date.now, randomBytes);

/** Parameters of a request; an empty value leaves one out. */
export type Change = Readonly<Record<string, string>>;

/** A well-formed authorization request of a client, with `change` over it. */
export function authorizationParameters(client: Client, change: Change = {}): URLSearchParams {
  const all = {
    response_type: "code",
    client_id: client.id,
    redirect_uri: client.redirectUris[0] ?? "",
    state: "a state",
    ...change,
  };
  return new URLSearchParams(Object.entries(all).filter(([, value]) => value !== ""));
}

export function authorizePath(client: Client, change: Change = {}): string {
  return `/oauth/authorize?${authorizationParameters(client, change)}`;
}

/** A browser in which these people are signed in, the first as the current one; each an hour ago unless said otherwise. */
export async function signedInVisitor(
  seed: Pick<ApiSeed, "server" | "storage">,
  users: readonly User[],
  session: Partial<Session> = {},
): Promise<Visitor> {
  const visitor = new Visitor(seed.server.origin);
  const browser = mintToken("browser", ids, randomBytes);
  const now = Date.now();
  await seed.storage.write(async ({ sessions }) => {
    await sessions.createBrowser({ id: browser.id, hash: browser.hash, expiresAt: now + 3_600_000 });
    for (const [index, user] of users.entries()) {
      const record = aSession({
        id: ids(),
        browserId: browser.id,
        userId: user.id,
        authenticatedAt: now - 3_600_000,
        provenAt: now - 3_600_000,
        lastActiveAt: now - index * 1000,
        ...session,
      });
      await sessions.put(record);
    }
  });
  visitor.cookies.set("mbid_session", browser.token);
  return visitor;
}

/** A browser in which somebody signed in just now. */
export function justSignedIn(seed: Pick<ApiSeed, "server" | "storage">, user: User): Promise<Visitor> {
  const now = Date.now();
  return signedInVisitor(seed, [user], { authenticatedAt: now, provenAt: now });
}

/** What a person allowed an application some time ago. */
export function allowed(
  seed: ApiSeed,
  user: User,
  client: Client,
  scopes: readonly string[] = ["view-user"],
): Promise<void> {
  return seed.storage.write(({ consents }) => consents.grant(user.id, client.id, scopes, Date.now()));
}
