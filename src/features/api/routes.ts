import { Hono } from "hono";
import { apiError } from "../../errors/catalogue-error.ts";
import type { AppContext, AppEnv } from "../../web/context.ts";
import { changeUser } from "./change-user.ts";
import type { Endpoint } from "./endpoint.ts";
import { lastUse } from "./last-use.ts";
import { admit } from "./pipeline.ts";
import { readDetails } from "./read-details.ts";
import { readUser } from "./read-user.ts";
import { readUserById } from "./read-user-by-id.ts";
import { scopeApproval } from "./scope-approval.ts";
import { signOut } from "./sign-out.ts";

const endpoints: readonly Endpoint[] = [
  readUser,
  changeUser,
  readDetails,
  readUserById,
  signOut,
  scopeApproval,
];

/** Methods are told apart here, not by the router, which would take HEAD for GET everywhere and say 404 for 405. */
function endpointFor(c: AppContext, candidates: readonly Endpoint[]): Endpoint {
  const found = candidates.find(({ methods }) => methods.some((method) => method === c.req.method));
  if (found) return found;
  const allowed = candidates.flatMap(({ methods }) => methods).join(", ");
  throw apiError("validation_error", "method_not_allowed", { allowed });
}

/** The user API (contract §4.2, §6). Never reads a cookie. */
export function apiRoutes(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const noteUse = lastUse();
  for (const [path, candidates] of Map.groupBy(endpoints, (endpoint) => endpoint.path)) {
    app.all(path, async (c) => {
      const endpoint = endpointFor(c, candidates);
      const request = await admit({ c, endpoint });
      noteUse(request);
      return endpoint.answer(request);
    });
  }
  app.all("/api/*", () => {
    throw apiError("resource_not_found", "path_unknown");
  });
  return app;
}
