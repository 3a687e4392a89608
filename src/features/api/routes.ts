import { Hono } from "hono";
import { apiError } from "../../errors/catalogue-error.ts";
import type { AdminEndpoint } from "../../web/admin-call.ts";
import { type Call, type ProgramEndpoint, throughHono } from "../../web/call.ts";
import type { AppEnv } from "../../web/context.ts";
import { adminEndpoint } from "./admin-endpoint.ts";
import { changeUser } from "./change-user.ts";
import type { Endpoint, UserEndpoint } from "./endpoint.ts";
import { lastUse } from "./last-use.ts";
import { admit } from "./pipeline.ts";
import { readDetails } from "./read-details.ts";
import { readUser } from "./read-user.ts";
import { readUserById } from "./read-user-by-id.ts";
import { scopeApproval } from "./scope-approval.ts";
import { signOut } from "./sign-out.ts";

export const userApi: readonly UserEndpoint[] = [
  readUser,
  changeUser,
  readDetails,
  readUserById,
  signOut,
  scopeApproval,
];

/** Methods are told apart here, not by the router, which would take HEAD for GET everywhere and say 404 for 405. */
function endpointFor(call: Call, candidates: readonly Endpoint[]): Endpoint {
  const found = candidates.find(({ methods }) => methods.some((method) => method === call.method));
  if (found) return found;
  const allowed = candidates.flatMap(({ methods }) => methods).join(", ");
  throw apiError("validation_error", "method_not_allowed", { allowed });
}

/** The user API (contract §4.2, §6) and the management API beside it, path by path. Never reads a cookie. */
export function apiEndpoints(management: readonly AdminEndpoint[]): readonly ProgramEndpoint[] {
  const endpoints = [...userApi, ...management.map(adminEndpoint)];
  const noteUse = lastUse();
  const byPath = Map.groupBy(endpoints, (endpoint) => endpoint.path);
  return [...byPath].map(([path, candidates]) => ({
    path,
    async serve(call) {
      const request = await admit({ call, endpoint: endpointFor(call, candidates) });
      noteUse(request);
      return request.endpoint.answer(request);
    },
  }));
}

export function apiRoutes(served: readonly ProgramEndpoint[]): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  for (const endpoint of served) app.all(endpoint.path, throughHono(endpoint));
  app.all("/api/*", () => {
    throw apiError("resource_not_found", "path_unknown");
  });
  return app;
}
