import type { UserEndpoint } from "./endpoint.ts";
import { jsonAnswer } from "./json-answer.ts";
import { userBody, userSchema } from "./user-body.ts";

export const readUser: UserEndpoint = {
  about: {
    ids: { GET: "readUser" },
    summary: "The person behind the token.",
    scopes: ["view-user"],
    output: userSchema,
  },
  path: "/api/user",
  methods: ["GET", "HEAD"],
  limit: "api_user",
  staysUp: false,
  scope: () => "view-user",
  permit: () => undefined,
  answer: async ({ call, user }) => jsonAnswer(userBody(user, call.site.issuer)),
};
