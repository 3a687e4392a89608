import type { Endpoint } from "./endpoint.ts";
import { jsonAnswer } from "./json-answer.ts";
import { detailsBody } from "./user-body.ts";

export const readDetails: Endpoint = {
  path: "/api/user/details",
  methods: ["GET", "HEAD"],
  limit: "api_user_details",
  staysUp: false,
  scope: () => "detail-user",
  permit: () => undefined,
  answer: async ({ call, user }) => jsonAnswer(detailsBody(user, call.site.issuer)),
};
