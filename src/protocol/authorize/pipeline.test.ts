import { describe, expect, it } from "vitest";
import { aClient } from "../../../test/support/records.ts";
import type { Client } from "../../storage/port/clients.ts";
import { type RawParameters, readParameters } from "./parameters.ts";
import { judge, type Verdict } from "./pipeline.ts";
import { parametersOf } from "./request.ts";

const challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
const knownScopes = ["view-user", "detail-user", "edit-user", "admin"];
const good = {
  response_type: "code",
  client_id: aClient().id,
  redirect_uri: "https://app.example.com/callback",
  state: "s",
};
const aPublicClient = aClient({ confidential: false });

function verdict(raw: RawParameters, client: Client | undefined = aClient()): Verdict {
  return judge({ parameters: readParameters(raw), client, knownScopes });
}

function said(result: Verdict): string {
  if (result.kind === "accepted") return "accepted";
  return `${result.kind} ${result.error.code} ${result.error.reason}`;
}

/** The good request with `change` over it; `undefined` leaves one out. */
function changed(change: Readonly<Record<string, string | undefined>>): RawParameters {
  const all: [string, string | undefined][] = Object.entries({ ...good, ...change });
  return all.filter((entry): entry is [string, string] => entry[1] !== undefined);
}

type Row = [expected: string, change: Parameters<typeof changed>[0], client?: Client];

describe("shown to the person", () => {
  it.each<Row>([
    ["invalid_request parameter_missing", { client_id: undefined }],
    ["invalid_request parameter_missing", { client_id: "" }],
    ["invalid_request redirect_uri_missing", { redirect_uri: undefined }],
    ["invalid_request redirect_uri_missing", { redirect_uri: "" }],
    ["invalid_request redirect_uri_not_registered", { redirect_uri: "https://app.example.com/callback/" }],
    ["invalid_request redirect_uri_not_registered", {}, aClient({ redirectUris: [] })],
    [
      "invalid_request redirect_uri_not_registered",
      { redirect_uri: "https://x/" },
      aClient({ status: "disabled" }),
    ],
  ])("%s", (expected, change, client) =>
    expect(said(verdict(changed(change), client))).toBe(`shown ${expected}`),
  );

  it("client_unknown", () => {
    const result = judge({ parameters: readParameters(changed({})), client: undefined, knownScopes });
    expect(said(result)).toBe("shown invalid_request client_unknown");
  });

  it.each(["client_id", "redirect_uri"] as const)("%s repeated, even alike", (name) => {
    const result = verdict([...changed({}), [name, good[name]]]);
    expect(said(result)).toBe("shown invalid_request parameter_repeated");
  });
});

describe("returned to the application", () => {
  it.each<Row>([
    ["access_denied client_disabled", { response_type: "token" }, aClient({ status: "disabled" })],
    ["invalid_request parameter_missing", { response_type: undefined }],
    ["unsupported_response_type response_type_unsupported", { response_type: "token" }],
    ["unsupported_response_type response_type_unsupported", { response_type: "code id_token" }],
    ["unsupported_response_type response_type_unsupported", { response_type: "CODE" }],
    ["unauthorized_client grant_not_permitted", {}, aClient({ grantTypes: ["client_credentials"] })],
    ["invalid_request parameter_value_unsupported", { response_mode: "fragment" }],
    ["invalid_request parameter_value_unsupported", { response_mode: "form_post" }],
    ["invalid_request code_challenge_required", {}, aPublicClient],
    ["invalid_request code_challenge_required", { code_challenge_method: "S256" }, aPublicClient],
    ["invalid_request parameter_missing", { code_challenge_method: "S256" }],
    ["invalid_request code_challenge_method_unsupported", { code_challenge: challenge }],
    [
      "invalid_request code_challenge_method_unsupported",
      { code_challenge: challenge, code_challenge_method: "plain" },
      aPublicClient,
    ],
    [
      "invalid_request code_challenge_method_unsupported",
      { code_challenge: challenge, code_challenge_method: "s256" },
    ],
    [
      "invalid_request parameter_malformed",
      { code_challenge: `${challenge}=`, code_challenge_method: "S256" },
    ],
    ["invalid_request parameter_malformed", { code_challenge: "short", code_challenge_method: "S256" }],
    ["invalid_scope scope_malformed", { scope: "view-user  detail-user" }],
    ["invalid_scope scope_malformed", { scope: " view-user" }],
    ["invalid_scope scope_malformed", { scope: 'view-user "' }],
    ["invalid_scope scope_malformed", { scope: "view-user\tdetail-user" }],
    ["invalid_scope scope_unknown", { scope: "openid view-user" }],
    ["invalid_scope scope_unknown", { scope: "View-User" }],
    ["invalid_scope scope_not_permitted", { scope: "view-user edit-user" }],
    ["invalid_scope scope_not_permitted", {}, aClient({ scopes: ["detail-user"] })],
    ["invalid_request parameter_value_unsupported", { prompt: "create" }],
    ["invalid_request parameter_value_unsupported", { prompt: "none create" }],
    ["invalid_request prompt_none_combined", { prompt: "none login" }],
    ["invalid_request prompt_none_combined", { prompt: "consent none" }],
    ["invalid_request parameter_malformed", { max_age: "-1" }],
    ["invalid_request parameter_malformed", { max_age: "1.5" }],
    ["invalid_request parameter_malformed", { max_age: "1e3" }],
    ["invalid_request parameter_malformed", { max_age: "١" }],
    ["invalid_request parameter_too_long", { login_hint: "x".repeat(8193) }],
    ["invalid_request parameter_too_long", { login_hint: "é".repeat(4097) }],
    ["invalid_request parameter_malformed", { login_hint: "\ufffd" }],
  ])("%s %j", (expected, change, client) => {
    const result = verdict(changed(change), client);
    expect(said(result)).toBe(`returned ${expected}`);
    expect(result.kind === "returned" && result.to.state).toBe("s");
  });

  it.each(["state", "scope", "response_type", "prompt", "code_challenge", "max_age", "response_mode"])(
    "%s repeated",
    (name) => {
      const raw = [...changed({ [name]: "a" }), [name, "a"] as const];
      expect(said(verdict(raw))).toBe("returned invalid_request parameter_repeated");
    },
  );

  it("65 parameters", () => {
    const filler = Array.from({ length: 61 }, (_, i) => [`x${i}`, ""] as const);
    expect(said(verdict([...changed({}), ...filler]))).toBe("returned invalid_request parameters_too_many");
    expect(said(verdict([...changed({}), ...filler.slice(1)]))).toBe("accepted");
  });

  it.each([["x".repeat(8193)], ["a\ufffdb"]])(
    "a state that cannot go back verbatim does not go back",
    (state) => {
      const result = verdict(changed({ state, response_type: "token" }));
      expect(result.kind === "returned" && result.to.state).toBeUndefined();
    },
  );
});

describe("accepted", () => {
  it("with the defaults", () => {
    const result = verdict(changed({ state: undefined }));
    expect(result.kind === "accepted" && result.request).toEqual({
      clientId: aClient().id,
      redirectUri: good.redirect_uri,
      scopes: ["view-user"],
      state: null,
      prompt: [],
      skipAccountChooser: false,
      codeChallenge: null,
      maxAge: null,
      loginHint: null,
      uiLocales: null,
    });
  });

  const full = {
    ...good,
    scope: "detail-user view-user",
    state: ' {"a": "ü+%&="}\r\n',
    prompt: "login consent",
    skip_account_chooser: "true",
    code_challenge: challenge,
    code_challenge_method: "S256",
    max_age: "0",
    login_hint: "siti@example.com",
    ui_locales: "id en",
  };

  it("with everything, and again from what was kept", () => {
    const first = verdict([
      ...Object.entries(full),
      ["nonce", "n"],
      ["nonce", "m"],
      ["client_secret", "x"],
      ["scope", ""],
      ["response_mode", "query"],
    ]);
    if (first.kind !== "accepted") throw new Error(said(first));
    expect(first.request).toMatchObject({
      scopes: ["detail-user", "view-user"],
      state: full.state,
      maxAge: 0,
    });
    expect(first.request.prompt).toEqual(["login", "consent"]);
    expect(Object.fromEntries(parametersOf(first.request))).toEqual(full);
    expect(verdict(parametersOf(first.request))).toEqual(first);
  });

  it.each(["false", "1", "TRUE"])("skip_account_chooser=%s skips nothing", (value) => {
    const result = verdict(changed({ skip_account_chooser: value }));
    expect(result.kind === "accepted" && result.request.skipAccountChooser).toBe(false);
  });

  it("scopes asked twice count once", () => {
    const result = verdict(changed({ scope: "view-user view-user" }));
    expect(result.kind === "accepted" && result.request.scopes).toEqual(["view-user"]);
  });
});
