import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../web/context.ts";
import { showErrors } from "../../web/explorer/list.tsx";
import { showRequest } from "../../web/explorer/request.tsx";
import { type Door, guarded, guardedForm } from "../../web/guard.ts";
import { applicationPage, type NextPage } from "../../web/next-page.ts";
import { changeApplication, showApplication } from "./application.tsx";
import { showApplications } from "./applications.tsx";
import { showAudit } from "./audit/audit.tsx";
import { downloadAudit } from "./audit/export.ts";
import { showDashboard } from "./dashboard/dashboard.tsx";
import { type DecisionDeps, decide, showDecision } from "./decision.ts";
import { ofOwnerless } from "./errors.tsx";
import { maintenanceForms } from "./maintenance/change.ts";
import { maintenancePage } from "./maintenance/maintenance.tsx";
import { showMessages } from "./operation/messages.tsx";
import { limitsPage, type Operation, settingsPage } from "./operation/settings.tsx";
import { showQueue } from "./queue.tsx";
import { addScope, scopesPage } from "./scopes.tsx";
import { changeRole, changeUser } from "./users/change.ts";
import { showUsers } from "./users/list.tsx";
import { makeUser, showNewUser } from "./users/new.tsx";
import { showUser, userIdOf } from "./users/user.tsx";

const door = (page: Door["page"]): Door => ({ role: "admin", page });

const toApplication = door((c): NextPage => {
  const page = applicationPage("admin_application", c.req.param("id"));
  return page === "developer" ? "admin_applications" : page;
});

const toUser = door((c): NextPage => {
  const id = userIdOf(c);
  return id === undefined ? "users" : `admin_user.${id}`;
});

export interface AdminDeps extends DecisionDeps {
  readonly operation: Operation;
}

/** People, and what is done to their accounts. */
function peopleRoutes(deps: AdminDeps): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get("/admin/users", guarded(door("users"), showUsers))
    .get("/admin/users/new", guarded(door("new_user"), showNewUser))
    .post(
      "/admin/users/new",
      guardedForm(door("new_user"), (c, account, form) => makeUser(c, deps, account, form)),
    )
    .get("/admin/users/:id", guarded(toUser, showUser))
    .post(
      "/admin/users/:id",
      guardedForm(toUser, (c, account, form) => changeUser(c, deps, account, form)),
    )
    .post("/admin/users/:id/role", guardedForm(toUser, changeRole));
}

/** How the service does, what was done, and what it runs with. */
function operationRoutes({ operation }: AdminDeps): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get("/admin/dashboard", guarded(door("dashboard"), showDashboard))
    .get("/admin/audit", guarded(door("audit"), showAudit))
    .post("/admin/audit/export", guardedForm(door("audit"), downloadAudit))
    .get(
      "/admin/maintenance",
      guarded(door("maintenance"), (c, account) => maintenancePage(c, account)),
    )
    .post("/admin/maintenance/on", guardedForm(door("maintenance"), maintenanceForms.on))
    .post("/admin/maintenance/off", guardedForm(door("maintenance"), maintenanceForms.off))
    .post("/admin/maintenance/plan", guardedForm(door("maintenance"), maintenanceForms.plan))
    .post("/admin/maintenance/cancel", guardedForm(door("maintenance"), maintenanceForms.cancel))
    .get("/admin/messages", guarded(door("messages"), showMessages))
    .get(
      "/admin/scopes",
      guarded(door("scopes"), (c, account) => scopesPage(c, account)),
    )
    .post("/admin/scopes", guardedForm(door("scopes"), addScope))
    .get(
      "/admin/settings",
      guarded(door("settings"), (c, account) => settingsPage(c, operation, account)),
    )
    .get(
      "/admin/limits",
      guarded(door("limits"), (c, account) => limitsPage(c, operation, account)),
    );
}

/** The administration: who may come in stands at every route. */
export function adminRoutes(deps: AdminDeps): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get(
      "/admin",
      guarded(door("admin"), (c: AppContext) => c.redirect("/admin/dashboard", 302)),
    )
    .get("/admin/approvals", guarded(door("approvals"), showQueue))
    .get("/admin/approvals/:id/:scope", guarded(door("approvals"), showDecision))
    .post(
      "/admin/approvals/:id/:scope",
      guardedForm(door("approvals"), (c, account, form) => decide(c, deps, account, form)),
    )
    .get("/admin/applications", guarded(door("admin_applications"), showApplications))
    .get("/admin/applications/:id", guarded(toApplication, showApplication))
    .post("/admin/applications/:id", guardedForm(toApplication, changeApplication))
    .get("/admin/applications/:id/errors", guarded(toApplication, ofOwnerless(showErrors)))
    .get("/admin/applications/:id/errors/:request", guarded(toApplication, ofOwnerless(showRequest)))
    .route("/", peopleRoutes(deps))
    .route("/", operationRoutes(deps));
}
