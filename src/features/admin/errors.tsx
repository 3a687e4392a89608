import type { Account } from "../../web/browser-session.ts";
import type { AppContext } from "../../web/context.ts";
import type { Cure, Explored, Way } from "../../web/explorer/explored.ts";
import { adminPage } from "./frame.tsx";
import { knownApplication } from "./known-application.ts";

/** What the console has no page for is done where the application was registered. */
function wayTo(id: string, cure: Cure, about: string | null): Way | undefined {
  if (cure === "approval") return { cure, href: `/admin/approvals/${id}/${about}` };
  if (cure === "settings") return { command: `npm run -s cli -- client update ${id}` };
  return cure === "secret" ? { command: `npm run -s cli -- client rotate-secret ${id}` } : undefined;
}

/**
 * Shows the failing requests of an application that nobody owns. Those of an owned one are its owner's alone (contract §8):
 * whoever asks for them comes to the application's page, which says so.
 */
export function ofOwnerless(show: (explored: Explored) => Promise<Response>) {
  return async (c: AppContext, account: Account): Promise<Response> => {
    const client = await knownApplication(c.var.site.storage.committed, c.req.param("id"));
    const own = `/admin/applications/${client.id}`;
    if (client.ownerId !== null) return c.redirect(own, 302);
    return show({
      c,
      client,
      path: `${own}/errors`,
      frame: (page, body) =>
        adminPage(
          c,
          account,
          { ...page, tab: "applications" },
          <>
            <p>
              <a href={own}>
                <bdi>{client.name}</bdi>
              </a>
            </p>
            {body}
          </>,
        ),
      wayTo: (cure, { about }) => wayTo(client.id, cure, about),
    });
  };
}
