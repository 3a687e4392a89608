import { challengeOf } from "../../../protocol/pkce.ts";
import { tryCallback } from "./callback-uri.ts";
import type { Flow, Step } from "./flow.ts";

/** The authorization request (RFC 6749 §4.1.1) with PKCE. */
export function authorizationUrl(issuer: string, flow: Flow, state: string): URL {
  const { clientId, scope, prompt, codeVerifier } = flow;
  const url = new URL("/oauth/authorize", issuer);
  url.search = new URLSearchParams({
    response_type: "code",
    client_id: clientId,
    redirect_uri: tryCallback(issuer),
    ...(scope === "" ? {} : { scope }),
    ...(prompt === "usual" ? {} : { prompt }),
    state,
    code_challenge: challengeOf(codeVerifier),
    code_challenge_method: "S256",
  }).toString();
  return url;
}

/** What was sent, a parameter in each line. */
export function authorizeStep(issuer: string, flow: Flow, state: string): Step {
  const url = authorizationUrl(issuer, flow, state);
  const lines = [...url.searchParams].map(([name, value]) => `  ${name}=${value}`);
  return {
    name: "authorize",
    request: [`GET ${url.origin}${url.pathname}?`, ...lines].join("\n"),
    response: `302\nLocation: ${tryCallback(issuer)}?…`,
  };
}
