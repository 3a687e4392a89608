import type { OutboxEntry } from "../../src/features/outbox/outbox.routes.ts";
import type { TestServer } from "./server.ts";
import type { Page, Visitor } from "./visitor.ts";

/** Every message that a server in development would have sent, newest first. */
export async function outbox(server: TestServer): Promise<OutboxEntry[]> {
  const answer = await fetch(`${server.origin}/dev/outbox`, { headers: { Accept: "application/json" } });
  return (await answer.json()) as OutboxEntry[];
}

/** The messages to one address, newest first. */
export async function mailsTo(server: TestServer, address: string): Promise<OutboxEntry[]> {
  return (await outbox(server)).filter(({ to }) => to === address);
}

/** The newest message to an address. */
export async function mailTo(server: TestServer, address: string): Promise<OutboxEntry> {
  const [newest] = await mailsTo(server, address);
  if (!newest) throw new Error(`No mail to ${address}`);
  return newest;
}

/** Lets time pass for what was mailed: every open challenge is as old as said. */
export async function ageChallenges(server: TestServer, milliseconds: number): Promise<void> {
  const older = "update challenges set created_at = created_at - ?, expires_at = expires_at - ?";
  await server.database.sql(older, milliseconds, milliseconds);
}

export interface NewPerson {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

let people = 0;

/** Somebody who has no account yet. */
export function aNewcomer(change: Partial<NewPerson> = {}): NewPerson {
  people += 1;
  const email = `pendatang${people}-${process.pid}@example.com`;
  return { name: "Siti Aminah", email, password: `kuda baterai staples ${people}`, ...change };
}

/** Fills in the registration form; resolves to the page that asks for the code. */
export async function beginRegistration(
  visitor: Visitor,
  person: NewPerson,
  path = "/register",
): Promise<Page> {
  return visitor.submit(await visitor.get(path), { ...person });
}

/** The whole registration, by code. */
export async function registerByCode(server: TestServer, visitor: Visitor, person: NewPerson): Promise<Page> {
  const page = await beginRegistration(visitor, person);
  const { code = "" } = await mailTo(server, person.email);
  return visitor.post(page, { code });
}
