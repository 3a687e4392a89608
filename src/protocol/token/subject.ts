import { oauthError } from "../../errors/catalogue-error.ts";
import type { RevocationReason } from "../../storage/port/authorizations.ts";
import type { UserStore } from "../../storage/port/users.ts";

/** What an application is told about an authorization that died; undefined where the presented token's own words fit better. */
export const toldReasons: Readonly<
  Record<RevocationReason, "consent_revoked" | "password_changed" | undefined>
> = {
  code_replayed: undefined,
  refresh_token_reused: undefined,
  revoked_by_client: undefined,
  signed_out: undefined,
  consent_revoked: "consent_revoked",
  password_changed: "password_changed",
};

/** `user_disabled` unless the person's account is there and active; undefined when all is well. */
export async function userProblem(userId: number, users: Pick<UserStore, "find">) {
  const user = await users.find(userId);
  return user?.status === "active" ? undefined : oauthError("invalid_grant", "user_disabled");
}
