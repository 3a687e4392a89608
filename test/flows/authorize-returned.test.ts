import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Codes, ReasonOf } from "../../src/errors/catalogue-error.ts";
import type { Client } from "../../src/storage/port/clients.ts";
import { ApiSeed } from "../support/api-seed.ts";
import { provoked } from "../support/provoked.ts";
import { startServer } from "../support/server.ts";
import {
  allowed,
  authorizationParameters,
  authorizePath,
  type Change,
  signedInVisitor,
} from "../support/signed-in.ts";

const challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
const s256 = { code_challenge: challenge, code_challenge_method: "S256" };
let seed: ApiSeed;
let client: Client;
beforeAll(async () => {
  seed = await ApiSeed.open(await startServer({ env: { RATE_LIMITS: "off" } }));
  client = await seed.client();
});
afterAll(async () => {
  await seed.storage.close();
  await seed.server.stop();
});

function ask(path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(seed.server.origin + path, { redirect: "manual", ...init });
}

/** The error that came back to exactly the registered redirect URI, and nothing beside it. */
async function returned<C extends Codes<"oauth">>(
  code: C,
  reason: ReasonOf<"oauth", C>,
  response: Response,
  state: string | null = "a state",
): Promise<URL> {
  expect(response.headers.get("Cache-Control")).toBe("no-store");
  expect(response.headers.get("Referrer-Policy")).toBe("same-origin");
  expect(await response.clone().text()).toBe("");
  const { location } = await provoked("oauth", code, reason, response);
  if (!location) throw new Error("A page instead of a redirect");
  const { searchParams } = location;
  const wanted = ["error", "error_description", "error_uri", ...(state === null ? [] : ["state"]), "iss"];
  expect([...searchParams.keys()]).toEqual(wanted);
  expect(searchParams.get("state")).toBe(state);
  expect(searchParams.get("iss")).toBe(seed.server.origin);
  expect(location.hash).toBe("");
  return location;
}

describe("an error of the application goes back to it", () => {
  it.each<[Codes<"oauth">, string, Change]>([
    ["invalid_request", "parameter_missing", { response_type: "" }],
    ["unsupported_response_type", "response_type_unsupported", { response_type: "token" }],
    ["unsupported_response_type", "response_type_unsupported", { response_type: "code token" }],
    ["invalid_request", "parameter_value_unsupported", { response_mode: "fragment" }],
    ["invalid_request", "parameter_value_unsupported", { response_mode: "form_post" }],
    ["invalid_request", "parameter_missing", { code_challenge_method: "S256" }],
    ["invalid_request", "code_challenge_method_unsupported", { code_challenge: challenge }],
    ["invalid_request", "code_challenge_method_unsupported", { ...s256, code_challenge_method: "plain" }],
    ["invalid_request", "parameter_malformed", { ...s256, code_challenge: `${challenge}=` }],
    ["invalid_request", "parameter_value_unsupported", { prompt: "create" }],
    ["invalid_request", "prompt_none_combined", { prompt: "none login" }],
    ["invalid_request", "parameter_malformed", { max_age: "soon" }],
    ["invalid_request", "parameter_too_long", { login_hint: "x".repeat(8193) }],
    ["invalid_scope", "scope_malformed", { scope: "view-user  detail-user" }],
    ["invalid_scope", "scope_unknown", { scope: "openid" }],
    ["invalid_scope", "scope_not_permitted", { scope: "edit-user" }],
    ["login_required", "not_signed_in", { prompt: "none" }],
  ])("%s %s %j", async (code, reason, change) => {
    const response = await ask(authorizePath(client, change));
    expect(response.status).toBe(302);
    const location = await returned(code, reason as ReasonOf<"oauth", typeof code>, response);
    expect(location.origin + location.pathname).toBe("https://app.example.com/callback");
  });

  it.each(["response_type", "scope", "state", "prompt", "code_challenge", "ui_locales"])(
    "%s repeated",
    async (name) => {
      const response = await ask(`${authorizePath(client, { [name]: "a" })}&${name}=b`);
      await returned("invalid_request", "parameter_repeated", response, name === "state" ? null : "a state");
    },
  );

  it("more than 64 parameters", async () => {
    const more = Array.from({ length: 64 }, (_, index) => `&x${index}=`).join("");
    await returned("invalid_request", "parameters_too_many", await ask(authorizePath(client) + more));
  });

  it("a public client without a challenge", async () => {
    const native = await seed.client({ confidential: false });
    await returned("invalid_request", "code_challenge_required", await ask(authorizePath(native)));
  });

  it("a client without the grant", async () => {
    const machine = await seed.client({ grantTypes: ["client_credentials"] });
    await returned("unauthorized_client", "grant_not_permitted", await ask(authorizePath(machine)));
  });

  it("a disabled client, before anything else is said about its request", async () => {
    const disabled = await seed.client({ status: "disabled" });
    const response = await ask(authorizePath(disabled, { scope: "nonsense" }));
    await returned("access_denied", "client_disabled", response);
  });

  it("hints nothing of what was received", async () => {
    const location = await returned(
      "invalid_scope",
      "scope_unknown",
      await ask(authorizePath(client, { scope: "my-secret-scope" })),
    );
    expect(location.href).not.toContain("my-secret-scope");
  });

  it("has no state when none came", async () => {
    const response = await ask(authorizePath(client, { state: "", response_type: "token" }));
    await returned("unsupported_response_type", "response_type_unsupported", response, null);
  });

  it("joins a query that the redirect URI already has", async () => {
    const redirectUri = "https://app.example.com/callback?tenant=7&x=a%20b";
    const withQuery = await seed.client({ redirectUris: [redirectUri] });
    const response = await ask(authorizePath(withQuery, { response_type: "token" }));
    expect(response.headers.get("Location")).toMatch(
      /^https:\/\/app\.example\.com\/callback\?tenant=7&x=a%20b&error=unsupported_response_type&/,
    );
  });

  it("answers a POST with 303 and leaves the browser's cookies alone", async () => {
    const body = authorizationParameters(client, { response_type: "token" });
    const response = await ask("/oauth/authorize", { method: "POST", body });
    expect(response.status).toBe(303);
    expect(response.headers.get("Set-Cookie")).toBeNull();
    await returned("unsupported_response_type", "response_type_unsupported", response);
  });
});

describe("prompt=none of a person who is signed in", () => {
  it.each<[Codes<"oauth">, string, Change, number]>([
    ["consent_required", "consent_missing", {}, 1],
    ["login_required", "sign_in_too_old", { max_age: "60" }, 1],
    ["account_selection_required", "several_accounts", {}, 2],
  ])("%s %s", async (code, reason, change, accounts) => {
    const users = await Promise.all(Array.from({ length: accounts }, () => seed.user()));
    const visitor = await signedInVisitor(seed, users);
    const page = await visitor.request(authorizePath(client, { prompt: "none", ...change }));
    await returned(code, reason as ReasonOf<"oauth", typeof code>, page.response);
  });

  it("a native application is never answered silently, whatever was allowed before", async () => {
    const user = await seed.user();
    const redirectUris = ["com.example.app:/callback"];
    const native = await seed.client({ confidential: false, redirectUris });
    await allowed(seed, user, native);
    const visitor = await signedInVisitor(seed, [user]);
    const page = await visitor.request(authorizePath(native, { prompt: "none", ...s256 }));
    const location = await returned("consent_required", "public_client_unproven", page.response);
    expect(location.href).toMatch(/^com\.example\.app:\/callback\?error=consent_required&/);
  });

  it("the scope admin alone, for somebody who is none", async () => {
    const console = await seed.client({ scopes: ["view-user", "admin"] });
    const visitor = await signedInVisitor(seed, [await seed.user()]);
    const page = await visitor.request(authorizePath(console, { scope: "admin" }));
    await returned("invalid_scope", "scope_admin_only", page.response);
  });

  it("stores nothing", async () => {
    const visitor = await signedInVisitor(seed, [await seed.user()]);
    const page = await visitor.request(authorizePath(client, { prompt: "none" }));
    expect(page.headers.get("Set-Cookie")).toBeNull();
  });
});

describe("an application that nobody verified", () => {
  it("is not redirected to before sign-in: a page names the host and links there", async () => {
    const unverified = await seed.client({ verified: false });
    for (const change of [{ scope: "openid" }, { prompt: "none" }, { response_type: "token" }]) {
      const response = await ask(authorizePath(unverified, change), { headers: { "Accept-Language": "en" } });
      expect(response.headers.get("Location")).toBeNull();
      expect(response.status).toBe(400);
      const html = await response.text();
      expect(html).toContain("<code>app.example.com</code>");
      const href = /<a class="button" href="([^"]+)"/.exec(html)?.[1]?.replaceAll("&amp;", "&") ?? "";
      const target = new URL(href);
      expect(target.origin + target.pathname).toBe("https://app.example.com/callback");
      expect(target.searchParams.get("state")).toBe("a state");
      expect(target.searchParams.get("error")).toBeTruthy();
    }
  });

  it("is redirected to once somebody is signed in", async () => {
    const unverified = await seed.client({ verified: false });
    const visitor = await signedInVisitor(seed, [await seed.user()]);
    const page = await visitor.request(authorizePath(unverified, { scope: "openid" }));
    await returned("invalid_scope", "scope_unknown", page.response);
  });
});

describe("a body that cannot be read is the sender's to mend", () => {
  it.each([
    ["content_type_unsupported", "application/json", "{}"],
    ["content_type_unsupported", "multipart/form-data; boundary=x", ""],
    ["body_too_large", "application/x-www-form-urlencoded", `state=${"x".repeat(33_000)}`],
  ] as const)("%s %s", async (reason, type, body) => {
    const response = await ask("/oauth/authorize", {
      method: "POST",
      headers: { "Content-Type": type },
      body,
    });
    expect(response.headers.get("Location")).toBeNull();
    await provoked("oauth", "invalid_request", reason, response);
  });
});
