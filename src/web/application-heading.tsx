import type { Client } from "../storage/port/clients.ts";
import { ApplicationLogo } from "./application-logo.tsx";
import { ApplicationTags } from "./application-tags.tsx";
import type { AppContext } from "./context.ts";

/** An application as the heading of its page. */
export function ApplicationHeading({ c, client }: { readonly c: AppContext; readonly client: Client }) {
  return (
    <div class="heading">
      <ApplicationLogo client={client} />
      <h1>{client.name}</h1>
      <ApplicationTags locale={c.var.locale} client={client} />
    </div>
  );
}
