import { randomBytes } from "node:crypto";
import { Mubarokah, type SignInRequest } from "../../packages/client/src/index.ts";
import { challengeOf } from "../../src/protocol/pkce.ts";
import type { TestServer } from "./server.ts";
import type { Page, Visitor } from "./visitor.ts";

export interface ApplicationOptions {
  readonly name?: string;
  readonly public?: boolean;
  readonly redirectUris?: readonly string[];
  readonly grants?: readonly string[];
  readonly scopes?: readonly string[];
}

export interface Person {
  readonly identifier: string;
  readonly password: string;
}

/** What a person types on the sign-in page. */
export function signInFields({ identifier, password }: Person): Fields {
  return { identifier, password };
}

/** A successful answer of the token endpoint. */
export interface Tokens {
  readonly token_type: string;
  readonly expires_in: number;
  readonly access_token: string;
  readonly refresh_token?: string;
  readonly scope: string;
}

type Fields = Readonly<Record<string, string>>;

/** Follows an authorization request through sign-in and consent, which is given, to the redirect back. */
export async function walkToRedirect(visitor: Visitor, person: Person, authorizeUrl: string): Promise<URL> {
  let page: Page = await visitor.get(authorizeUrl);
  const { identifier, password } = person;
  if (page.url.pathname === "/login") page = await visitor.submit(page, { identifier, password });
  if (page.url.pathname === "/consent") page = await visitor.submit(page, {}, ["decision", "approve"]);
  const location = page.headers.get("location");
  if (location === null) throw new Error(`No redirect at ${page.url.href} (${page.status}):\n${page.text}`);
  return new URL(location);
}

/** An application registered by the command line, acting as its developer would: over HTTP only. */
export class Application {
  readonly server: TestServer;
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  readonly redirectUri: string;
  readonly codeVerifier = randomBytes(32).toString("base64url");

  private constructor(
    server: TestServer,
    clientId: string,
    clientSecret: string | undefined,
    redirectUri: string,
  ) {
    this.server = server;
    this.clientId = clientId;
    this.clientSecret = clientSecret;
    this.redirectUri = redirectUri;
  }

  /** One that is there already. */
  static known(server: TestServer, clientId: string, clientSecret: string, redirectUri: string): Application {
    return new Application(server, clientId, clientSecret, redirectUri);
  }

  /** The same application of another server that has its data. */
  on(server: TestServer): Application {
    const { clientId, clientSecret, redirectUri } = this;
    return new Application(server, clientId, clientSecret, redirectUri);
  }

  static async register(server: TestServer, options: ApplicationOptions = {}): Promise<Application> {
    const redirectUris = options.redirectUris ?? ["https://app.example.com/callback"];
    const grants = options.grants ?? ["authorization_code", "refresh_token"];
    const scopes = options.scopes ?? ["view-user", "detail-user", "edit-user"];
    const made = await server.cli<{ client_id: string; client_secret?: string }>(
      "client",
      "create",
      ...["--name", options.name ?? "Toko Sejahtera"],
      ...redirectUris.flatMap((uri) => ["--redirect-uri", uri]),
      ...grants.flatMap((grant) => ["--grant", grant]),
      ...scopes.flatMap((scope) => ["--scope", scope]),
      ...(options.public ? ["--public"] : []),
    );
    return new Application(server, made.client_id, made.client_secret, redirectUris[0] ?? "");
  }

  /** An authorization request with PKCE; an empty value leaves the parameter out. */
  authorizeUrl(parameters: Fields = {}): string {
    const all = {
      response_type: "code",
      client_id: this.clientId,
      redirect_uri: this.redirectUri,
      scope: "view-user",
      state: "a state",
      code_challenge: challengeOf(this.codeVerifier),
      code_challenge_method: "S256",
      ...parameters,
    };
    const given = Object.entries(all).filter(([, value]) => value !== "");
    return `${this.server.origin}/oauth/authorize?${new URLSearchParams(given)}`;
  }

  /** Signs the person in and allows everything asked; resolves to the redirect back to the application. */
  async authorize(visitor: Visitor, person: Person, parameters: Fields = {}): Promise<URL> {
    return walkToRedirect(visitor, person, this.authorizeUrl(parameters));
  }

  /** The whole sign-in through the SDK, every check of its callback included; resolves to what was on the wire. */
  async signIn(visitor: Visitor, person: Person, request: SignInRequest = {}): Promise<Tokens> {
    const { clientId, clientSecret, redirectUri } = this;
    let answer = Response.error();
    const mubarokah = new Mubarokah({
      issuer: this.server.origin,
      clientId,
      clientSecret,
      redirectUri,
      fetch: async (url, init) => {
        const response = await fetch(url, init);
        answer = response.clone();
        return response;
      },
    });
    const { url, pending } = await mubarokah.authorizationUrl({ scope: "view-user", ...request });
    await mubarokah.handleCallback(await walkToRedirect(visitor, person, url), pending);
    return (await answer.json()) as Tokens;
  }

  redeem(code: string, fields: Fields = {}): Promise<Response> {
    return this.token({
      grant_type: "authorization_code",
      code,
      redirect_uri: this.redirectUri,
      code_verifier: this.codeVerifier,
      ...fields,
    });
  }

  refresh(refreshToken: string, fields: Fields = {}): Promise<Response> {
    return this.token({ grant_type: "refresh_token", refresh_token: refreshToken, ...fields });
  }

  /** Posts a form to the token endpoint with the application's own authentication; an empty value leaves a field out. */
  token(fields: Fields, path = "/oauth/token"): Promise<Response> {
    const all = { client_id: this.clientId, client_secret: this.clientSecret ?? "", ...fields };
    const body = new URLSearchParams(Object.entries(all).filter(([, value]) => value !== ""));
    return fetch(this.server.origin + path, { method: "POST", body, redirect: "manual" });
  }

  api(path: string, accessToken: string, init: RequestInit = {}): Promise<Response> {
    const headers = { Authorization: `Bearer ${accessToken}`, ...(init.headers as Fields | undefined) };
    return fetch(this.server.origin + path, { redirect: "manual", ...init, headers });
  }
}

let people = 0;

/** A verified user made by the command line, with a password nobody else has. */
export async function createPerson(
  server: TestServer,
  ...options: string[]
): Promise<Person & { readonly id: number }> {
  people += 1;
  const identifier = `person${people}-${randomBytes(4).toString("hex")}@example.com`;
  const password = randomBytes(12).toString("base64url");
  const words = ["user", "create", "--name", "Siti Aminah", "--email", identifier, "--password", password];
  const { id } = await server.cli<{ id: number }>(...words, ...options);
  return { id, identifier, password };
}
