import type { Client } from "../storage/port/clients.ts";
import { ApplicationTags } from "./application-tags.tsx";
import type { AppContext } from "./context.ts";

interface RowsProps {
  readonly c: AppContext;
  readonly clients: readonly Client[];
  readonly href: (client: Client) => string;
}

/** Applications in a list, each with the way to its page. */
export function ApplicationRows({ c, clients, href }: RowsProps) {
  return (
    <ul class="rows">
      {clients.map((client) => (
        <li>
          <div>
            <h2>
              <a href={href(client)}>
                <bdi>{client.name}</bdi>
              </a>
            </h2>
            <code>{client.id}</code>
          </div>
          <ApplicationTags locale={c.var.locale} client={client} />
        </li>
      ))}
    </ul>
  );
}
