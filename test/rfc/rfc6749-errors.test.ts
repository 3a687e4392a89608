import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { challengeOf } from "../../src/protocol/pkce.ts";
import type { ErrorBody } from "../support/provoked.ts";
import {
  basic,
  type Fields,
  type KnownClient,
  redirectUri,
  TokenDesk,
  verifier,
} from "../support/token-desk.ts";

/** Characters of `error` and `error_description` (appendices A.7, A.8). */
const textCharacters = /^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/;
/** Characters of `error_uri` (appendix A.9). */
const uriCharacters = /^[\x21\x23-\x5b\x5d-\x7e]+$/;

let desk: TokenDesk;
let client: KnownClient;

beforeAll(async () => {
  desk = await TokenDesk.open();
  client = await desk.client();
});
afterAll(() => desk.close());

function authorize(parameters: Fields, visitor: Fields = {}): Promise<Response> {
  const usual = {
    response_type: "code",
    client_id: client.id,
    redirect_uri: redirectUri,
    scope: "view-user",
    state: "xyz",
    code_challenge: challengeOf(verifier),
    code_challenge_method: "S256",
    ...parameters,
  };
  const query = new URLSearchParams(Object.entries(usual).filter(([, value]) => value !== ""));
  return fetch(`${desk.server.origin}/oauth/authorize?${query}`, { redirect: "manual", headers: visitor });
}

/** One refused token request for every code that the endpoint knows a way to. */
function refusals(): Promise<Response[]> {
  const grant = { grant_type: "authorization_code", redirect_uri: redirectUri, code_verifier: verifier };
  return Promise.all([
    desk.as(client, "/oauth/token", {}),
    desk.as(client, "/oauth/token", { grant_type: "password" }),
    desk.as(client, "/oauth/token", { ...grant, code: "nothing" }),
    desk.as(client, "/oauth/token", { grant_type: "refresh_token", refresh_token: "nothing" }),
    desk.as(client, "/oauth/token", { grant_type: "client_credentials", scope: "nothing" }),
    desk.post("/oauth/token", grant),
    desk.post("/oauth/token", grant, basic(client.id, "wrong")),
  ]);
}

describe("RFC 6749 §5.2: error response of the token endpoint", () => {
  it("is a JSON object with error, description and uri in their characters", async () => {
    for (const response of await refusals()) {
      expect(response.headers.get("Content-Type")).toMatch(/^application\/json(;|$)/);
      const body = (await response.json()) as ErrorBody;
      expect(body.error).toMatch(textCharacters);
      expect(body.error_description).toMatch(textCharacters);
      expect(body.error_uri).toMatch(uriCharacters);
      expect(URL.canParse(body.error_uri)).toBe(true);
    }
  });

  it("has one of the registered codes, and 400 unless authentication failed", async () => {
    const expected = [
      "400 invalid_request",
      "400 unsupported_grant_type",
      "400 invalid_grant",
      "400 invalid_grant",
      "400 invalid_scope",
      "401 invalid_client",
      "401 invalid_client",
    ];
    const seen = (await refusals()).map(
      async (response) => `${response.status} ${((await response.json()) as ErrorBody).error}`,
    );
    expect(await Promise.all(seen)).toEqual(expected);
  });

  it("MUST answer 401 with a challenge of the scheme the client used, when it used the Authorization header", async () => {
    const response = await desk.post("/oauth/token", { grant_type: "x" }, basic(client.id, "wrong"));
    expect(response.status).toBe(401);
    expect(response.headers.get("WWW-Authenticate")).toMatch(/^Basic realm="/);
    const body = await desk.post("/oauth/token", { client_id: client.id, client_secret: "wrong" });
    expect([body.status, body.headers.get("WWW-Authenticate")]).toEqual([401, null]);
  });

  it("§5.1: is not to be cached", async () => {
    for (const { headers } of await refusals())
      expect([headers.get("Cache-Control"), headers.get("Pragma")]).toEqual(["no-store", "no-cache"]);
  });

  it("§2.3.1, §5.2: says the same of an unknown client and of a wrong secret", async () => {
    const ask = async (id: string) => {
      const response = await desk.post("/oauth/token", { grant_type: "x" }, basic(id, "wrong"));
      const { request_id: _differs, ...body } = (await response.json()) as ErrorBody;
      return { status: response.status, challenge: response.headers.get("WWW-Authenticate"), body };
    };
    expect(await ask(client.id)).toEqual(await ask("9b2d4a70-0000-4000-8000-000000000000"));
  });
});

describe("RFC 6749 §4.1.2.1: error response of the authorization endpoint", () => {
  it.each<[string, Fields]>([
    ["an unknown client", { client_id: "nobody" }],
    ["no client", { client_id: "" }],
    ["an unregistered redirect URI", { redirect_uri: "https://evil.example/" }],
    ["no redirect URI", { redirect_uri: "" }],
  ])("MUST NOT redirect for %s, and informs the person", async (_, parameters) => {
    const response = await authorize({ ...parameters, response_type: "nothing" });
    expect([response.status, response.headers.get("Location")]).toEqual([400, null]);
    expect(response.headers.get("Content-Type")).toMatch(/^text\/html/);
  });

  it.each<[string, Fields]>([
    ["unsupported_response_type", { response_type: "token" }],
    ["invalid_request", { code_challenge_method: "plain" }],
    ["invalid_scope", { scope: "nothing" }],
    ["login_required", { prompt: "none" }],
  ])("redirects with %s, and the state it got", async (code, parameters) => {
    const state = `"quotes" & spaces + plus \u{1F54C}`;
    const response = await authorize({ ...parameters, state });
    expect(response.status).toBe(302);
    const location = new URL(response.headers.get("Location") ?? "");
    expect(location.origin + location.pathname).toBe(redirectUri);
    expect(location.hash).toBe("");
    const { searchParams } = location;
    expect([searchParams.get("error"), searchParams.get("state")]).toEqual([code, state]);
    expect(searchParams.get("error_description")).toMatch(textCharacters);
    expect(searchParams.get("error_uri")).toMatch(uriCharacters);
    expect(searchParams.has("code")).toBe(false);
  });

  it("RFC 9207 §2: MUST name the issuer in error responses too", async () => {
    const response = await authorize({ prompt: "none" });
    const { searchParams } = new URL(response.headers.get("Location") ?? "");
    expect(searchParams.getAll("iss")).toEqual([desk.server.origin]);
  });

  it("sends no state when none came", async () => {
    const response = await authorize({ prompt: "none", state: "" });
    expect(new URL(response.headers.get("Location") ?? "").searchParams.has("state")).toBe(false);
  });

  it("§3.1.2: MUST retain the query of a registered redirect URI", async () => {
    const withQuery = "https://app.example.com/callback?tenant=a%20b&x";
    const own = await desk.client({ redirectUris: [withQuery] });
    const response = await authorize({ prompt: "none", client_id: own.id, redirect_uri: withQuery });
    expect(response.headers.get("Location")).toMatch(
      /^https:\/\/app\.example\.com\/callback\?tenant=a%20b&x&error=login_required&/,
    );
  });
});
