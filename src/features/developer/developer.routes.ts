import { Hono } from "hono";
import { apiError } from "../../errors/catalogue-error.ts";
import type { AppEnv } from "../../web/context.ts";
import { type Door, guarded, guardedForm } from "../../web/guard.ts";
import { askApproval, showApproval } from "./approval.ts";
import { remove, showDeletion } from "./deletion.tsx";
import { edit, showEdit } from "./edit.tsx";
import { errorRoutes } from "./errors.routes.ts";
import { labRoutes } from "./lab/lab.routes.ts";
import { setStatus } from "./lifecycle.ts";
import { showList } from "./list.tsx";
import { readLogoForm, removeLogo, saveLogo, showLogo } from "./logo.tsx";
import { showOverview } from "./overview.tsx";
import { withApplication, withApplicationForm, withApplicationUpload } from "./own-application.ts";
import { register, showRegister } from "./register.tsx";
import { rotate, showRotation } from "./secret.tsx";
import { showSnippets } from "./snippets/snippets.page.tsx";
import { call } from "./try/call.tsx";
import { showCallback } from "./try/callback.tsx";
import type { Self } from "./try/calls.ts";
import { enable, showStart, start } from "./try/start.tsx";

export interface DeveloperOptions {
  /** Developers may register applications themselves. */
  readonly registration: boolean;
}

export interface DeveloperDeps extends DeveloperOptions {
  /** Answers a request of an application that is tried out. */
  readonly self: Self;
}

const toList: Door = { role: "user", page: "developer" };
const toRegistration: Door = { role: "user", page: "register_application" };

/** The developer portal: what people do with the applications they own (contract §8). */
export function developerRoutes({ registration, self }: DeveloperDeps): Hono<AppEnv> {
  const whileOpen = () => {
    if (!registration) throw apiError("permission_denied", "application_registration_closed");
  };
  return new Hono<AppEnv>()
    .route("/", labRoutes(self))
    .route("/", errorRoutes())
    .get(
      "/developer",
      guarded(toList, (c, account) => showList(c, account, registration)),
    )
    .get(
      "/developer/new",
      guarded(toRegistration, (c, account) => {
        whileOpen();
        return showRegister(c, account);
      }),
    )
    .post(
      "/developer/new",
      guardedForm(toRegistration, (c, account, form) => {
        whileOpen();
        return register(c, account, form);
      }),
    )
    .get("/developer/applications/:id", withApplication("application", showOverview))
    .get("/developer/applications/:id/edit", withApplication("application", showEdit))
    .post("/developer/applications/:id/edit", withApplicationForm("application", edit))
    .post("/developer/applications/:id/status", withApplicationForm("application", setStatus))
    .get("/developer/applications/:id/logo", withApplication("application", showLogo))
    .post("/developer/applications/:id/logo", withApplicationUpload("application", readLogoForm, saveLogo))
    .post("/developer/applications/:id/logo/remove", withApplicationForm("application", removeLogo))
    .get("/developer/applications/:id/code", withApplication("application", showSnippets))
    .get("/developer/applications/:id/approvals/:scope", withApplication("application", showApproval))
    .post("/developer/applications/:id/approvals/:scope", withApplicationForm("application", askApproval))
    .get("/developer/applications/:id/secret", withApplication("secret", showRotation))
    .post("/developer/applications/:id/secret", withApplicationForm("secret", rotate))
    .get("/developer/applications/:id/delete", withApplication("deletion", showDeletion))
    .post("/developer/applications/:id/delete", withApplicationForm("deletion", remove))
    .get("/developer/applications/:id/try", withApplication("application", showStart))
    .post("/developer/applications/:id/try/enable", withApplicationForm("application", enable))
    .post("/developer/applications/:id/try/start", withApplicationForm("application", start))
    .get("/developer/try/callback", guarded(toList, showCallback))
    .post(
      "/developer/applications/:id/try/call",
      withApplicationForm("application", (c, account, client, form) => call(c, self, account, client, form)),
    );
}
