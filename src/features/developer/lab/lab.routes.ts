import { Hono } from "hono";
import type { AppEnv } from "../../../web/context.ts";
import { guarded } from "../../../web/guard.ts";
import { withApplication, withApplicationForm } from "../own-application.ts";
import type { Self } from "../try/calls.ts";
import { chooseApplication } from "./choose.tsx";
import { makeHappen, showError } from "./happen.ts";
import { showLab } from "./lab.page.tsx";
import { mark } from "./mark.ts";
import { invite, uninvite } from "./testers.tsx";

/** The error lab of each application, and the way to it from the error reference. */
export function labRoutes(self: Self): Hono<AppEnv> {
  const lab = "/developer/applications/:id/lab";
  return new Hono<AppEnv>()
    .get("/developer/lab", guarded({ role: "user", page: "error_lab" }, chooseApplication))
    .get(lab, withApplication("application", showLab))
    .post(`${lab}/mark`, withApplicationForm("application", mark))
    .post(`${lab}/testers`, withApplicationForm("application", invite))
    .post(`${lab}/testers/remove`, withApplicationForm("application", uninvite))
    .get(`${lab}/:code/:reason`, withApplication("application", showError))
    .post(
      `${lab}/:code/:reason`,
      withApplicationForm("application", (c, account, client, form) =>
        makeHappen({ c, account, client }, form, self),
      ),
    );
}
