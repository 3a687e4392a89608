import { z } from "zod";
import { apiError } from "../../errors/catalogue-error.ts";
import { onlyAdmins } from "./admin-role.ts";
import type { UserEndpoint } from "./endpoint.ts";
import { jsonAnswer } from "./json-answer.ts";

/** Which sensitive scopes an application is approved for. */
export const scopeApproval: UserEndpoint = {
  about: {
    ids: { GET: "readScopeApproval" },
    summary: "The sensitive scopes that an application is approved for.",
    scopes: ["admin"],
    input: z.object({ clientId: z.string() }),
    output: z.strictObject({ scopes: z.array(z.string()) }),
  },
  path: "/api/admin/scope-approval/:clientId",
  methods: ["GET", "HEAD"],
  limit: "api_user",
  staysUp: false,
  scope: () => "admin",
  permit: onlyAdmins,
  answer: async ({ call }) => {
    const { clients } = call.site.storage.committed;
    const client = await clients.find(call.part("clientId") ?? "");
    if (!client) throw apiError("resource_not_found", "client_unknown");
    const approvals = await clients.approvals(client.id);
    const approved = approvals.filter((approval) => approval.status === "approved");
    return jsonAnswer({ scopes: approved.map((approval) => approval.scope) });
  },
};
