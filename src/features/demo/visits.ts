import type { Entropy } from "../../protocol/ambient.ts";

/** One request of the relying party and the answer to it, as shown on the page. */
export interface Step {
  readonly title: "authorize" | "callback" | "token" | "user" | "details" | "refresh";
  readonly request: string;
  readonly response: string;
}

/** What the relying party remembers of one browser: what it sent, to check the answer against it, and the steps so far. */
export interface Visit {
  readonly application: "confidential" | "public";
  readonly state: string;
  readonly codeVerifier: string;
  readonly refreshToken: string | null;
  readonly steps: readonly Step[];
}

const most = 100;

/** Visits by the value of the demo's own cookie; the oldest is forgotten when there are 100. */
export class Visits {
  readonly #visits = new Map<string, Visit>();
  readonly #entropy: Entropy;

  constructor(entropy: Entropy) {
    this.#entropy = entropy;
  }

  /** 256 random bits, for cookies, `state` and `code_verifier`. */
  random(): string {
    return Buffer.from(this.#entropy(32)).toString("base64url");
  }

  get(key: string | undefined): Visit | undefined {
    return key === undefined ? undefined : this.#visits.get(key);
  }

  put(key: string, visit: Visit): void {
    this.#visits.delete(key);
    this.#visits.set(key, visit);
    const [oldest] = this.#visits.keys();
    if (this.#visits.size > most && oldest !== undefined) this.#visits.delete(oldest);
  }
}
