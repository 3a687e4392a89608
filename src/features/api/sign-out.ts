import { z } from "zod";
import type { UserEndpoint } from "./endpoint.ts";
import { jsonAnswer } from "./json-answer.ts";

/** `logout-sso`: the person is signed out everywhere, found through the token, for no cookie comes along. */
export const signOut: UserEndpoint = {
  about: {
    ids: { GET: "signOutByGet", POST: "signOut" },
    summary: "Signs the person out of every browser, and revokes all that applications hold for them.",
    scopes: [],
    output: z.strictObject({ message: z.string() }),
  },
  path: "/api/logout-sso",
  methods: ["GET", "POST"],
  limit: "api_user",
  staysUp: true,
  scope: () => null,
  permit: () => undefined,
  answer: async ({ call, access, user }) => {
    const { storage, clock } = call.site;
    const now = clock();
    await storage.write(async ({ authorizations, sessions }) => {
      await authorizations.revokeAccessToken(access.token.id, now);
      // Sign-ins first: a code that is being issued from one of them is waited for, and then found and revoked.
      await sessions.endAll(user.id);
      await authorizations.revokeAll(user.id, "signed_out", now);
    });
    return jsonAnswer({ message: "Successfully logged out from SSO session" });
  },
};
