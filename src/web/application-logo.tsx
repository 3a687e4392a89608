import type { Client } from "../storage/port/clients.ts";

/** The picture of an application, if it has one. Decorative: its name stands beside it. */
export function ApplicationLogo({ client }: { readonly client: Client }) {
  if (client.logo === null) return null;
  return <img class="logo" src={`/storage/logos/${client.logo}`} alt="" width="48" height="48" />;
}
