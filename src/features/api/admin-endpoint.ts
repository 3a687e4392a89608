import { newTrace } from "../../protocol/request-trace.ts";
import type { AdminCall, AdminEndpoint } from "../../web/admin-call.ts";
import { onlyAdmins } from "./admin-role.ts";
import { clientApproved, personOf } from "./checks.ts";
import type { Endpoint, Permitted } from "./endpoint.ts";
import { jsonAnswer } from "./json-answer.ts";
import { readJsonObject } from "./json-body.ts";
import { proveToken } from "./prove-token.ts";

function adminCall(request: Permitted): AdminCall {
  const { call, user } = request;
  return {
    call,
    user,
    json: () => readJsonObject(call),
    write: (unit) =>
      call.site.storage.write(async (all) => {
        const access = await proveToken(call, all, newTrace("api"));
        const now = { ...request, access };
        await clientApproved(now, all);
        const { authorizationId } = access.token;
        const provenAt = async () =>
          authorizationId === null ? null : all.authorizations.provenAt(authorizationId);
        const actor = await personOf(now, all);
        return unit({ all, actor, clientId: access.client.id, provenAt });
      }),
  };
}

/** A path of the management API: for administrators only, whom maintenance never locks out. */
export function adminEndpoint({ path, method, answer }: AdminEndpoint): Endpoint {
  return {
    path,
    methods: method === "GET" ? ["GET", "HEAD"] : [method],
    limit: "api_user",
    staysUp: true,
    scope: () => "admin",
    permit: onlyAdmins,
    answer: async (request) => {
      const answered = await answer(adminCall(request));
      return "headers" in answered ? answered : jsonAnswer(answered.body, answered.status);
    },
  };
}
