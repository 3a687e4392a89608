import { oauthError } from "../../../errors/catalogue-error.ts";
import type { Check, ProvenRequest } from "../check.ts";

export const grantType: Check<ProvenRequest> = ({ client }) =>
  client.grantTypes.includes("authorization_code")
    ? undefined
    : oauthError("unauthorized_client", "grant_not_permitted", { grant_type: "authorization_code" });
