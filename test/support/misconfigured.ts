import type { ApiSeed } from "./api-seed.ts";
import { authorizePath, type Change } from "./signed-in.ts";
import { basic, type Fields, type KnownClient, redirectUri, type TokenDesk } from "./token-desk.ts";

/** In every value that must never be kept, shown or logged. */
export const canary = "K4nari7Rahas1a";
const secret = `${canary}${"x".repeat(26)}`;
const verifier = canary.repeat(4);

/** One mistake of an application's developer, and what the explorer has to say of it. */
export interface Mistake {
  readonly reason: string;
  /** The refused request; resolves to its answer. */
  readonly make: () => Promise<Response>;
  readonly shows: readonly string[];
  /** The application proves itself before it fails. */
  readonly proven?: true;
}

export interface Surroundings {
  readonly desk: TokenDesk;
  readonly seed: ApiSeed;
  /** The application that makes mistakes, a public one and another one: all of one owner. */
  readonly client: KnownClient;
  readonly publicClient: KnownClient;
  readonly other: KnownClient;
}

const marks = { state: `${canary}-state`, login_hint: `${canary}@example.com` };

function authorizing({ desk, client }: Surroundings) {
  const ask = (change: Change, more = "") =>
    fetch(desk.server.origin + authorizePath(client, { ...marks, ...change }) + more, { redirect: "manual" });
  const mistake = (reason: string, change: Change, shows: readonly string[], more = ""): Mistake => ({
    reason,
    make: () => ask(change, more),
    shows: ["/oauth/authorize", ...shows],
  });
  return [
    mistake("redirect_uri_not_registered", { redirect_uri: `${redirectUri}/` }, [
      `${redirectUri}/<`,
      `${redirectUri}<`,
      "trailing slash",
    ]),
    mistake("redirect_uri_not_registered", { redirect_uri: `${redirectUri}?session=${canary}#${canary}` }, [
      `${redirectUri}?session=…#…`,
      "It differs in: query, fragment",
    ]),
    mistake("redirect_uri_not_registered", { redirect_uri: `http://me:${canary}@www.example.com/callback` }, [
      "http://…@www.example.com/callback",
      "host",
    ]),
    mistake("redirect_uri_not_registered", { redirect_uri: `${redirectUri}/${canary}?${canary}=` }, [
      `${redirectUri}/…?…<`,
      "It differs in: path, query",
    ]),
    mistake("redirect_uri_not_registered", { redirect_uri: `https://me:${canary}/x@www.example.com` }, [
      "https://…<",
    ]),
    mistake("redirect_uri_not_registered", { redirect_uri: secret }, ["…<"]),
    mistake("redirect_uri_missing", { redirect_uri: "" }, [`${redirectUri}<`, "nothing"]),
    mistake("scope_unknown", { scope: "view_user" }, ["view_user<", "view-user<"]),
    mistake("scope_unknown", { scope: `view-user ${canary}` }, ["view-user<", "…<"]),
    mistake("scope_not_permitted", { scope: "edit-user" }, ["edit-user<", "detail-user<"]),
    mistake("response_type_unsupported", { response_type: "token" }, ["code", "something else"]),
    mistake(
      "code_challenge_method_unsupported",
      { code_challenge: verifier, code_challenge_method: "plain" },
      ["S256"],
    ),
    mistake("parameter_malformed", { code_challenge: `${canary}!`, code_challenge_method: "S256" }, [
      "Parameter code_challenge",
    ]),
    mistake("parameter_repeated", {}, ["Parameter state", "more than once"], `&state=${canary}`),
    mistake("parameter_too_long", { state: canary.repeat(700) }, ["Parameter state", "8192"]),
    mistake("parameter_value_unsupported", { prompt: canary }, ["Parameter prompt"]),
    mistake("not_signed_in", { prompt: "none" }, []),
  ];
}

function authenticating({ desk, client, publicClient }: Surroundings): readonly Mistake[] {
  const { id } = client;
  const grant = { grant_type: "client_credentials" };
  const post = (fields: Fields, headers: Fields = {}, query = "") =>
    desk.post(`/oauth/token${query}`, { ...grant, ...fields }, headers);
  const raw = (type: string, body: string) =>
    fetch(`${desk.server.origin}/oauth/token`, {
      method: "POST",
      body,
      headers: { "Content-Type": type, ...basic(id, client.secret) },
    });
  return [
    {
      reason: "client_authentication_failed",
      make: () => post({ client_id: id, client_secret: secret }),
      shows: ["the secret made on", "another text, which is not kept", "by client_secret in the body"],
    },
    {
      reason: "client_authentication_failed",
      make: () => post({}, basic(id, secret)),
      shows: ["by the Authorization header (Basic)"],
    },
    {
      reason: "client_authentication_missing",
      make: () => post({ client_id: id }),
      shows: ["no secret", "by client_id alone"],
    },
    {
      reason: "client_authentication_repeated",
      make: () => post({ client_id: id, client_secret: secret }, basic(id, client.secret)),
      shows: ["both ways", "header and by client_secret"],
    },
    {
      reason: "client_authentication_unsupported",
      make: () => post({ client_id: id, client_assertion: secret, client_assertion_type: canary }),
      shows: ["by client_assertion"],
    },
    {
      reason: "authorization_header_malformed",
      make: () => post({ client_id: id }, { Authorization: `Basic ${secret}` }),
      shows: ["base64"],
    },
    {
      reason: "credentials_in_query",
      make: () => post({ client_id: id }, {}, `?client_id=${id}&client_secret=${secret}&${canary}=1`),
      shows: ["Parameter client_secret", "others, whose names"],
    },
    {
      reason: "content_type_unsupported",
      make: () => raw("text/plain", `client_secret=${secret}`),
      shows: ["application/x-www-form-urlencoded"],
    },
    {
      reason: "parameter_repeated",
      make: () => raw("application/x-www-form-urlencoded", `client_id=${id}&${canary}=1&${canary}=1`),
      shows: ["A parameter whose name", "more than once"],
    },
    { reason: "body_malformed", make: () => raw("application/json", `{"${canary}`), shows: ["JSON object"] },
    {
      reason: "client_secret_unexpected",
      make: () => post({ client_id: publicClient.id, client_secret: secret }),
      shows: ["this application is public"],
    },
  ];
}

function redeeming({ desk, client, publicClient, other }: Surroundings): readonly Mistake[] {
  const proven = (reason: string, make: Mistake["make"], ...shows: string[]): Mistake => ({
    reason,
    make,
    shows: ["/oauth/token", ...shows],
    proven: true,
  });
  const past = { expiresAt: Date.now() - 1 };
  const redeem = async (change = {}, fields: Fields = {}) =>
    desk.redeem(client, await desk.code(client, change), fields);
  const twice = async () => {
    const code = await desk.code(client);
    await desk.redeem(client, code);
    return desk.redeem(client, code);
  };
  const wider = async () => {
    const { refresh_token } = await desk.tokens(client, { scopes: ["view-user"] });
    return desk.refresh(client, refresh_token, { scope: "view-user detail-user" });
  };
  return [
    proven("authorization_code_unknown", () => desk.redeem(client, canary), "never gave out"),
    proven("authorization_code_expired", () => redeem(past), "at most 10 minutes old"),
    proven("authorization_code_used", twice, "used before"),
    proven(
      "authorization_code_client_mismatch",
      async () => desk.redeem(client, await desk.code(other)),
      "another application was given",
    ),
    proven(
      "redirect_uri_mismatch",
      () => redeem({}, { redirect_uri: `${redirectUri}/?a=${canary}` }),
      `${redirectUri}<`,
      `${redirectUri}/?a=…`,
      "trailing slash",
    ),
    proven("code_verifier_mismatch", () => redeem({}, { code_verifier: verifier }), "SHA-256"),
    proven("code_verifier_required", () => redeem({}, { code_verifier: "" }), "no code_verifier"),
    proven("code_verifier_unexpected", () => redeem({ codeChallenge: null }), "a code_verifier"),
    proven("parameter_malformed", () => redeem({}, { code_verifier: canary }), "43 to 128 characters"),
    proven("parameter_missing", () => redeem({}, { redirect_uri: "" }), "Parameter redirect_uri", "nothing"),
    proven(
      "parameter_missing",
      () => desk.as(client, "/oauth/token", { [secret]: "x" }),
      "others, whose names",
    ),
    proven("refresh_token_unknown", () => desk.refresh(client, canary), "never gave out"),
    proven("scope_exceeds_grant", wider, "detail-user<", "view-user<"),
    proven(
      "grant_type_unsupported",
      () => desk.as(client, "/oauth/token", { grant_type: canary, username: canary, password: canary }),
      "authorization_code, refresh_token",
      "username, password",
    ),
    {
      reason: "grant_not_permitted",
      make: () => desk.as(publicClient, "/oauth/token", { grant_type: "client_credentials" }),
      shows: ["client_credentials"],
    },
  ];
}

function calling({ seed, client }: Surroundings): readonly Mistake[] {
  const proven = (reason: string, make: Mistake["make"], ...shows: string[]): Mistake => ({
    reason,
    make,
    shows: ["/api/*", ...shows],
    proven: true,
  });
  const call = async (path: string, options: Parameters<ApiSeed["token"]>[0], init: RequestInit = {}) =>
    seed.call(path, (await seed.token({ client, ...options })).token, init);
  const revoked = async () => {
    const { id, token } = await seed.token({ client });
    await seed.storage.write(({ authorizations }) => authorizations.revokeAccessToken(id, Date.now()));
    return seed.call("/api/user", token);
  };
  const change = async (body: string) => {
    const { token } = await seed.token({ client, scopes: ["edit-user"] });
    return seed.patch(token, body);
  };
  return [
    proven("token_expired", () => call("/api/user", { expiresIn: -1 }), "within its lifetime"),
    proven("token_revoked", revoked, "one that was revoked"),
    proven("scope_missing", () => call("/api/user/details", {}), "detail-user<", "view-user<"),
    proven(
      "approval_not_requested",
      () => call("/api/user/details", { scopes: ["detail-user"] }),
      "Not asked for",
    ),
    proven("not_a_user", () => call("/api/user", { user: null }), "client_credentials"),
    proven("other_user", () => call("/api/users/1", {}), "another id"),
    proven("json_malformed", () => change(`{"name": "${canary}`), "one JSON object"),
    proven(
      "field_unknown",
      () => change(`{"${canary}": "${canary}", "email": "${canary}"}`),
      "another name",
      "whose names",
    ),
  ];
}

/** Every mistake that a client can be configured into, with the right answer of the explorer. */
export function mistakesOf(all: Surroundings): readonly Mistake[] {
  return [...authorizing(all), ...authenticating(all), ...redeeming(all), ...calling(all)];
}
