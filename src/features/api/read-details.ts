import type { UserEndpoint } from "./endpoint.ts";
import { jsonAnswer } from "./json-answer.ts";
import { detailsBody, detailsSchema } from "./user-body.ts";

export const readDetails: UserEndpoint = {
  about: {
    ids: { GET: "readDetails" },
    summary: "All that the person says about themselves; the application must be approved for it.",
    scopes: ["detail-user"],
    output: detailsSchema,
  },
  path: "/api/user/details",
  methods: ["GET", "HEAD"],
  limit: "api_user_details",
  staysUp: false,
  scope: () => "detail-user",
  permit: () => undefined,
  answer: async ({ call, user }) => jsonAnswer(detailsBody(user, call.site.issuer)),
};
