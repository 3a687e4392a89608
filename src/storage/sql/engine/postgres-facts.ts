import type { ClientBase } from "pg";

/** What is known of a connection from its beginning to its end. */
export interface ConnectionFacts {
  readonly openedAt: number;
  broken: boolean;
}

const known = new WeakMap<ClientBase, ConnectionFacts>();

/** To be called before anything is asked of a connection: it may break at any moment, used or not. */
export function watchConnection(client: ClientBase): void {
  const facts: ConnectionFacts = { openedAt: performance.now(), broken: false };
  known.set(client, facts);
  const broke = () => {
    facts.broken = true;
  };
  client.on("error", broke);
  client.on("end", broke);
}

export function factsOf(client: ClientBase): ConnectionFacts {
  return known.get(client) ?? { openedAt: 0, broken: true };
}
