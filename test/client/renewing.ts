import type { MubarokahOptions, TokenSet, TokenStore } from "../../packages/client/src/index.ts";
import { type Answerer, client, json, person, type Sent, scriptedFetch, tokenBody } from "./scripted.ts";

export const now = 1_800_000_000_000;
export const clock = { now: () => now, sleep: () => new Promise<void>(() => undefined) };

export function tokens(leftMs: number, change: Partial<TokenSet> = {}): TokenSet {
  const scope = ["view-user"];
  return { accessToken: "access-0", refreshToken: "refresh-0", expiresAt: now + leftMs, scope, ...change };
}

/** Answers as the server does: refreshes number 1, 2, …, and the user for the access tokens it knows. */
export function serverLike(known: (accessToken: string) => boolean = () => true) {
  let refreshes = 0;
  const expired = { error: "token_expired", reason: "token_expired", hint: "Refresh." };
  const answer: Answerer = (sent: Sent, signal) => {
    if (sent.url.pathname === "/oauth/token") {
      refreshes += 1;
      return json(tokenBody(refreshes))(sent, signal);
    }
    const accessToken = sent.headers.get("Authorization")?.replace("Bearer ", "") ?? "";
    return known(accessToken) ? json(person)(sent, signal) : json(expired, 401)(sent, signal);
  };
  return { ...scriptedFetch(answer), refreshes: () => refreshes };
}

export function setUp(
  store: TokenStore,
  known?: (accessToken: string) => boolean,
  options: Partial<MubarokahOptions> = {},
) {
  const server = serverLike(known);
  const mubarokah = client({ fetch: server.fetch, clock, ...options });
  return { ...server, mubarokah, session: mubarokah.session(store), store };
}

export const paths = (sent: readonly Sent[]) => sent.map(({ url }) => url.pathname);
