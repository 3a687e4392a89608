import type { RehearsalEndpoint } from "../../src/protocol/rehearsal/rehearsed-error.ts";
import type { Client } from "../../src/storage/port/clients.ts";
import { authorizePath, signedInVisitor } from "./signed-in.ts";
import type { Fields, KnownClient, TokenDesk } from "./token-desk.ts";

/** What an application brings that is in order, so that only the rehearsal stands between it and success. */
export interface Goods {
  /** Of a browser in which the application's owner is signed in. */
  readonly cookie: string;
  readonly code: string;
  readonly accessToken: string;
  readonly refreshToken: string;
}

export async function goodsFor(desk: TokenDesk, client: KnownClient): Promise<Goods> {
  const { access_token: accessToken, refresh_token: refreshToken } = await desk.tokens(client);
  return { code: await desk.code(client), accessToken, refreshToken, cookie: await cookieOf(desk, client) };
}

async function cookieOf(desk: TokenDesk, { ownerId }: KnownClient): Promise<string> {
  if (ownerId === null) return "";
  const owner = await desk.storage.committed.users.find(ownerId);
  if (!owner) throw new Error("The owner is gone");
  const { cookies } = await signedInVisitor(desk, [owner]);
  return [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
}

/** A test application with an owner. */
export async function testApplication(desk: TokenDesk, change: Partial<Client> = {}): Promise<KnownClient> {
  return desk.client({ test: true, ownerId: await desk.user(), ...change });
}

/** Makes a request that would succeed, with a wish for an error. */
export function ask(
  desk: TokenDesk,
  endpoint: RehearsalEndpoint,
  client: KnownClient,
  goods: Goods,
  wish: string,
  init: RequestInit = {},
): Promise<Response> {
  const { origin } = desk.server;
  const header = { "Mubarokah-Rehearse": wish };
  if (endpoint === "authorize")
    return fetch(origin + authorizePath(client, { rehearse: wish }), {
      redirect: "manual",
      headers: { Cookie: goods.cookie },
      ...init,
    });
  if (endpoint === "api") {
    const headers = { Authorization: `Bearer ${goods.accessToken}`, ...header };
    return fetch(`${origin}/api/user`, { headers, ...init });
  }
  const fields: Fields =
    endpoint === "token"
      ? { grant_type: "refresh_token", refresh_token: goods.refreshToken }
      : { token: goods.refreshToken };
  const body = new URLSearchParams({ client_id: client.id, client_secret: client.secret ?? "", ...fields });
  if (client.secret === undefined) body.delete("client_secret");
  return fetch(`${origin}/oauth/${endpoint}`, { method: "POST", body, headers: header, ...init });
}
