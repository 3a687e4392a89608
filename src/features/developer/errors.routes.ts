import { Hono } from "hono";
import type { ClientWithSecrets } from "../../storage/port/clients.ts";
import type { Account } from "../../web/browser-session.ts";
import type { AppContext, AppEnv } from "../../web/context.ts";
import type { Explored } from "../../web/explorer/explored.ts";
import { showErrors } from "../../web/explorer/list.tsx";
import { goToOwnRequest } from "../../web/explorer/own-request.ts";
import { showRequest } from "../../web/explorer/request.tsx";
import { guarded } from "../../web/guard.ts";
import { requestPage } from "../../web/next-page.ts";
import { applicationPage, pathOf } from "./frame.tsx";
import { withApplication } from "./own-application.ts";

function ofOwn(show: (explored: Explored) => Promise<Response>) {
  return (c: AppContext, account: Account, client: ClientWithSecrets) =>
    show({
      c,
      client,
      path: pathOf(client, "/errors"),
      frame: (page, body) => applicationPage(c, account, client, { ...page, tab: "errors" }, body),
      wayTo: (cure, { about }) => {
        const ends = { settings: "/edit", secret: "/secret", approval: `/approvals/${about}`, code: "/code" };
        return { cure, href: pathOf(client, ends[cure]) };
      },
    });
}

/** The failing requests of one's own applications. */
export function errorRoutes(): Hono<AppEnv> {
  const errors = "/developer/applications/:id/errors";
  const toRequest = (c: AppContext) => requestPage(c.req.param("request"));
  return new Hono<AppEnv>()
    .get(errors, withApplication("errors", ofOwn(showErrors)))
    .get(`${errors}/:request`, withApplication("errors", ofOwn(showRequest)))
    .get("/developer/errors/:request", guarded({ role: "user", page: toRequest }, goToOwnRequest));
}
