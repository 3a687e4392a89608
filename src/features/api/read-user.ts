import type { Endpoint } from "./endpoint.ts";
import { jsonAnswer } from "./json-answer.ts";
import { userBody } from "./user-body.ts";

export const readUser: Endpoint = {
  path: "/api/user",
  methods: ["GET", "HEAD"],
  limit: "api_user",
  staysUp: false,
  scope: () => "view-user",
  permit: () => undefined,
  answer: async ({ call, user }) => jsonAnswer(userBody(user, call.site.issuer)),
};
