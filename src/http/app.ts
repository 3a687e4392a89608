import { Hono } from "hono";
import { apiError, type CatalogueError } from "../errors/catalogue-error.ts";
import { accountRoutes } from "../features/account/account.routes.ts";
import { type AdminDeps, adminRoutes } from "../features/admin/admin.routes.ts";
import { managementEndpoints } from "../features/admin/api/endpoints.ts";
import { managementReferenceRoutes } from "../features/admin/api/reference.routes.ts";
import { describedUserApi } from "../features/api/described.ts";
import { apiEndpoints, apiRoutes } from "../features/api/routes.ts";
import { accountsRoutes } from "../features/authorize/accounts.routes.ts";
import { advance } from "../features/authorize/advance.ts";
import { authorizeRoutes } from "../features/authorize/authorize.routes.ts";
import { consentRoutes } from "../features/authorize/consent.routes.ts";
import { demoRoutes } from "../features/demo/demo.routes.ts";
import { type DeveloperOptions, developerRoutes } from "../features/developer/developer.routes.ts";
import type { Self } from "../features/developer/try/calls.ts";
import { Guide } from "../features/docs/guide.ts";
import { docsRoutes } from "../features/docs/routes.ts";
import { type ContactOptions, contactRoutes } from "../features/oauth/contact-routes.ts";
import { oauthEndpoints, oauthRoutes } from "../features/oauth/routes.ts";
import { outboxRoutes } from "../features/outbox/outbox.routes.ts";
import { pictureRoutes } from "../features/pictures/pictures.routes.ts";
import { type RecoverDeps, recoverRoutes } from "../features/recover/recover.routes.ts";
import { type RegisterDeps, registerRoutes } from "../features/register/register.routes.ts";
import { setupRoutes } from "../features/setup/setup.routes.ts";
import { homeRoutes } from "../features/sign-in/home.routes.tsx";
import { secondStepRoutes } from "../features/sign-in/second-step.routes.ts";
import { signInRoutes } from "../features/sign-in/sign-in.routes.tsx";
import { signOutRoutes } from "../features/sign-in/sign-out.routes.tsx";
import { type WebhookDeps, webhookRoutes } from "../features/whatsapp/webhook.routes.ts";
import type { TokenEndpoint } from "../protocol/token/endpoint.ts";
import type { ProgramEndpoint } from "../web/call.ts";
import type { AppEnv } from "../web/context.ts";
import { crossOrigin } from "../web/cors.ts";
import { developmentOnly } from "../web/development-only.ts";
import { ownRequestPath } from "../web/explorer/own-request.ts";
import { allowedMethods } from "./allowed-methods.ts";
import { assetRoutes } from "./assets.ts";
import { errorResponse } from "./error-response.ts";
import { type HealthOptions, healthRoutes } from "./health.ts";
import { accessLog } from "./middleware/access-log.ts";
import { databasePatience } from "./middleware/database-patience.ts";
import { boundHalfSent, type HalfSent } from "./middleware/half-sent.ts";
import { issuerHost } from "./middleware/issuer-host.ts";
import { maintenancePages } from "./middleware/maintenance.ts";
import { type RequestContextOptions, requestContext } from "./middleware/request-context.ts";
import { shed } from "./middleware/shed.ts";
import type { Pressure } from "./pressure.ts";

/** What applications call, however a request comes to it. */
export interface ProgramEndpoints {
  readonly oauth: readonly ProgramEndpoint[];
  readonly api: readonly ProgramEndpoint[];
}

export function programEndpoints(
  token: TokenEndpoint,
  management: Parameters<typeof managementEndpoints>[0],
): ProgramEndpoints {
  return { oauth: oauthEndpoints(token), api: apiEndpoints(managementEndpoints(management)) };
}

export interface AppOptions extends RequestContextOptions, HealthOptions {
  readonly pressure: Pressure;
  readonly halfSent: HalfSent;
  /** The applications of `/demo`; null where there is none. */
  readonly demo: Parameters<typeof demoRoutes>[0] | null;
  readonly token: TokenEndpoint;
  readonly endpoints: ProgramEndpoints;
  /** Null where nothing that comes from WhatsApp is listened to. */
  readonly webhook: WebhookDeps | null;
  readonly contact: ContactOptions;
  readonly developer: DeveloperOptions;
  readonly operation: AdminDeps["operation"];
  readonly people: RecoverDeps & Omit<RegisterDeps, "advance">;
}

/** No such path, or a path that answers other methods only. */
function nothingThere(methods: readonly string[]): CatalogueError {
  if (methods.length === 0) return apiError("resource_not_found", "path_unknown");
  return apiError("validation_error", "method_not_allowed", { allowed: methods.join(", ") });
}

/** For features that act as an application would: nothing leaves the process, and every check is passed as if it had. */
function self(app: Hono<AppEnv>): Self {
  return async (c, request) => {
    const forwardedFor = c.req.header("x-forwarded-for");
    if (forwardedFor !== undefined) request.headers.set("x-forwarded-for", forwardedFor);
    return app.fetch(request, c.env);
  };
}

/** The mount list: what answers where. Order matters only where a comment says so. */
export function createApp(options: AppOptions): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.onError((error, c) => errorResponse(error, c));
  app.use(requestContext(options));
  app.use(accessLog(options.metrics));
  // Before everything that may refuse a request: scripts of other origins read errors too.
  app.use(crossOrigin());
  app.use(databasePatience());
  // Probes are answered however much there is to do.
  app.route("/", healthRoutes(options));
  app.use(boundHalfSent(options.halfSent));
  app.use(shed(options.pressure));
  app.use(issuerHost(options.trustedProxies));
  app.use(maintenancePages());
  app.route("/", assetRoutes());
  app.route("/", authorizeRoutes());
  app.route("/", accountsRoutes());
  app.route("/", consentRoutes());
  app.route("/", oauthRoutes(options.token, options.endpoints.oauth));
  app.route("/", contactRoutes(options.contact));
  app.route("/", apiRoutes(options.endpoints.api));
  app.route("/", registerRoutes({ ...options.people, advance }));
  app.route("/", homeRoutes());
  app.route("/", signInRoutes({ ...options.people, advance }));
  app.route("/", secondStepRoutes({ ...options.people, advance }));
  if (options.webhook) app.route("/", webhookRoutes(options.webhook));
  app.route("/", signOutRoutes());
  app.route("/", recoverRoutes(options.people));
  app.route("/", accountRoutes(options.people));
  app.route("/", developerRoutes({ ...options.developer, self: self(app) }));
  app.route("/", adminRoutes({ ...options.people, operation: options.operation }));
  for (const path of ["/dev/*", "/demo/*"]) app.use(path, developmentOnly());
  app.route("/", outboxRoutes());
  if (options.demo) app.route("/", demoRoutes(options.demo));
  app.route("/", setupRoutes(options.people));
  app.route("/", pictureRoutes());
  // Before the documentation, whose pages have any path below it.
  app.route("/", managementReferenceRoutes(describedUserApi));
  app.route("/", docsRoutes({ guide: new Guide(new URL("../guide/", import.meta.url)), ownRequestPath }));
  const methodsOf = allowedMethods(app.routes);
  app.notFound((c) => errorResponse(nothingThere(methodsOf(c.req.path)), c));
  return app;
}
