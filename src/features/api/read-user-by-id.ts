import { z } from "zod";
import { apiError } from "../../errors/catalogue-error.ts";
import type { Access } from "../../protocol/bearer.ts";
import type { Call } from "../../web/call.ts";
import { onlyAdmins } from "./admin-role.ts";
import type { Scope, UserEndpoint } from "./endpoint.ts";
import { jsonAnswer } from "./json-answer.ts";
import { userBody, userSchema } from "./user-body.ts";

/** The id of the path; 0, which no user has, for what is no id. Other spellings of a number are other paths. */
function askedId(call: Call): number {
  const text = call.part("id") ?? "";
  const id = /^[1-9]\d{0,15}$/.test(text) ? Number(text) : 0;
  return Number.isSafeInteger(id) ? id : 0;
}

/** `view-user` is enough for the own id; whoever has `admin` too leans on it only where it is needed. */
function scopeNeeded(call: Call, { scopes, userId }: Access): Scope {
  const own = askedId(call) === userId;
  return scopes.includes("admin") && !(own && scopes.includes("view-user")) ? "admin" : "view-user";
}

/** Another person's id is refused alike whether or not it exists. */
export const readUserById: UserEndpoint = {
  about: {
    ids: { GET: "readUserById" },
    summary: "The person behind the token by their number; with `admin` anybody.",
    scopes: ["view-user", "admin"],
    input: z.object({ id: z.int() }),
    output: userSchema,
  },
  path: "/api/users/:id",
  methods: ["GET", "HEAD"],
  limit: "api_user",
  staysUp: false,
  scope: scopeNeeded,
  permit: (request) => {
    if (request.scope === "admin") onlyAdmins(request);
    else if (askedId(request.call) !== request.user.id) throw apiError("permission_denied", "other_user");
  },
  answer: async ({ call, user }) => {
    const { storage, issuer } = call.site;
    const id = askedId(call);
    const asked = id === user.id ? user : await storage.committed.users.find(id);
    if (!asked) throw apiError("resource_not_found", "user_unknown");
    return jsonAnswer(userBody(asked, issuer));
  },
};
