import { challengeOf } from "../../protocol/pkce.ts";
import type { Step, Visit } from "./visits.ts";

/** A registered application, as its developer has it. */
export interface DemoClient {
  readonly clientId: string;
  /** Absent for the public one. */
  readonly clientSecret?: string;
}

export interface DemoClients {
  readonly confidential: DemoClient;
  readonly public: DemoClient;
}

const scopes = "view-user detail-user";

/** What an application does to sign a person in; it knows the server by its issuer only and calls public endpoints. */
export class RelyingParty {
  readonly #issuer: string;
  readonly #clients: DemoClients;

  constructor(issuer: string, clients: DemoClients) {
    this.#issuer = issuer;
    this.#clients = clients;
  }

  #redirectUri(): string {
    return `${this.#issuer}/demo/callback`;
  }

  /** The authorization request (RFC 6749 §4.1.1) with state and PKCE. */
  authorizationUrl(visit: Visit): string {
    const url = new URL("/oauth/authorize", this.#issuer);
    url.search = new URLSearchParams({
      response_type: "code",
      client_id: this.#clients[visit.application].clientId,
      redirect_uri: this.#redirectUri(),
      scope: scopes,
      state: visit.state,
      code_challenge: challengeOf(visit.codeVerifier),
      code_challenge_method: "S256",
    }).toString();
    return url.href;
  }

  /** Redeems the code, then reads the user; stops at the first failure. Every step is kept. */
  async complete(visit: Visit, code: string): Promise<Visit> {
    const fields = {
      grant_type: "authorization_code",
      code,
      redirect_uri: this.#redirectUri(),
      code_verifier: visit.codeVerifier,
    };
    const token = await this.#token("token", visit, fields);
    return this.#readUser({ ...visit, steps: [...visit.steps, token.step] }, token.body);
  }

  /** Rotates the refresh token, then reads the user again. */
  async refresh(visit: Visit, refreshToken: string): Promise<Visit> {
    const fields = { grant_type: "refresh_token", refresh_token: refreshToken };
    const token = await this.#token("refresh", visit, fields);
    return this.#readUser({ ...visit, refreshToken: null, steps: [token.step] }, token.body);
  }

  async #readUser(visit: Visit, token: Readonly<Record<string, unknown>>): Promise<Visit> {
    if (typeof token["access_token"] !== "string") return visit;
    const user = await this.#api("user", "/api/user", token["access_token"]);
    const details = await this.#api("details", "/api/user/details", token["access_token"]);
    const refreshToken = typeof token["refresh_token"] === "string" ? token["refresh_token"] : null;
    return { ...visit, refreshToken, steps: [...visit.steps, user, details] };
  }

  async #token(title: Step["title"], visit: Visit, fields: Readonly<Record<string, string>>) {
    const { clientId, clientSecret } = this.#clients[visit.application];
    const authentication = { client_id: clientId, ...(clientSecret ? { client_secret: clientSecret } : {}) };
    const body = new URLSearchParams({ ...fields, ...authentication }).toString();
    const url = `${this.#issuer}/oauth/token`;
    const headers = { "Content-Type": "application/x-www-form-urlencoded" };
    const response = await fetch(url, { method: "POST", headers, body, redirect: "error" });
    const text = await response.text();
    const request = `POST ${url}\nContent-Type: application/x-www-form-urlencoded\n\n${body.replaceAll("&", "\n&")}`;
    const step: Step = { title, request, response: `${response.status}\n\n${pretty(text)}` };
    return { step, body: parse(text) };
  }

  async #api(title: Step["title"], path: string, accessToken: string): Promise<Step> {
    const url = `${this.#issuer}${path}`;
    const response = await fetch(url, {
      headers: { Authorization: `Bearer ${accessToken}` },
      redirect: "error",
    });
    const request = `GET ${url}\nAuthorization: Bearer ${accessToken}`;
    return { title, request, response: `${response.status}\n\n${pretty(await response.text())}` };
  }
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function pretty(text: string): string {
  const value = parse(text);
  return Object.keys(value).length > 0 ? JSON.stringify(value, null, 2) : text;
}
