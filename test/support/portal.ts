import { expect } from "vitest";
import type { AuditEntry } from "../../src/storage/port/audit.ts";
import type { ClientWithSecrets } from "../../src/storage/port/clients.ts";
import type { Role, User } from "../../src/storage/port/users.ts";
import { ApiSeed } from "./api-seed.ts";
import { aPerson, type KnownPerson, signInAs } from "./people.ts";
import { startServer, type TestServer } from "./server.ts";
import { signedInVisitor } from "./signed-in.ts";
import { type Page, Visitor } from "./visitor.ts";

type Fields = Readonly<Record<string, string>>;

/** Somebody in their own browser, signed in just now. */
export interface SignedInPerson {
  readonly user: User;
  readonly browser: Visitor;
}

/** What a test of the portal stands on: a server, its database, and people in browsers of their own. */
export class Portal {
  readonly server: TestServer;
  readonly seed: ApiSeed;

  private constructor(server: TestServer, seed: ApiSeed) {
    this.server = server;
    this.seed = seed;
  }

  static async open(env: Fields = {}): Promise<Portal> {
    const server = await startServer({ env });
    return new Portal(server, await ApiSeed.open(server));
  }

  async close(): Promise<void> {
    await this.seed.storage.close();
    await this.server.stop();
  }

  /** `age`: milliseconds since the person proved who they are. */
  async somebody(role: Role = "user", age = 0, change: Partial<User> = {}): Promise<SignedInPerson> {
    const user = await this.seed.user({ role, emailVerifiedAt: 1, ...change });
    const moment = Date.now() - age;
    const session = { authenticatedAt: moment, provenAt: moment };
    return { user, browser: await signedInVisitor(this.seed, [user], session) };
  }

  /** Somebody with a password, who is not signed in. */
  person(role: Role = "user"): Promise<KnownPerson> {
    return aPerson(this.seed, { role, emailVerifiedAt: 1 });
  }

  async signedIn(person: KnownPerson): Promise<Visitor> {
    const browser = new Visitor(this.server.origin);
    await signInAs(browser, person);
    return browser;
  }

  async find(id: string): Promise<ClientWithSecrets> {
    const client = await this.seed.storage.committed.clients.find(id);
    if (!client) throw new Error(`No application ${id}`);
    return client;
  }

  /** What was written down about an application, oldest first. */
  async story(id: string): Promise<readonly AuditEntry[]> {
    const target = { kind: "client", id } as const;
    return (await this.seed.storage.committed.audit.list({ target }, 200)).toReversed();
  }
}

export interface Registered {
  readonly page: Page;
  readonly id: string;
  /** Undefined for a public application. */
  readonly secret: string | undefined;
}

/** Changes of a form's fields; null leaves one out, as an unticked box. */
export type Change = Readonly<Record<string, string | null>>;

/** Sends the form of a page that goes to `path` (the only one unless told), and follows. */
export async function send(browser: Visitor, page: Page, change: Change = {}, path?: string): Promise<Page> {
  const form = page.forms.find(({ action }) => path === undefined || new URL(action).pathname === path);
  if (!form) throw new Error(`No form for ${path} at ${page.url.href} (${page.status}):\n${page.text}`);
  const all = Object.entries({ ...Object.fromEntries(form.fields), ...change });
  const body = new URLSearchParams();
  for (const [name, value] of all) if (value !== null) body.set(name, value);
  return browser.follow(await browser.request(form.action, { method: "POST", body }));
}

const usual: Change = {
  name: "Toko Buku Sejahtera",
  redirect_uris: "https://app.example.com/callback",
};

/** Fills in and sends the registration form; resolves to the answer. */
export async function sendRegistration(browser: Visitor, change: Change = {}): Promise<Page> {
  const page = await browser.get("/developer/new");
  expect([page.url.pathname, page.status]).toEqual(["/developer/new", 200]);
  return send(browser, page, { ...usual, ...change });
}

/** Registers an application as a person would; `change` over the usual fields. */
export async function registerApplication(browser: Visitor, change: Change = {}): Promise<Registered> {
  const page = await sendRegistration(browser, change);
  const id = /\/developer\/applications\/([0-9a-f-]{36})/.exec(page.text)?.[1];
  if (page.status !== 200 || id === undefined) throw new Error(page.text);
  return { page, id, secret: /MUBAROKAH_CLIENT_SECRET=(\w{40})/.exec(page.text)?.[1] };
}
