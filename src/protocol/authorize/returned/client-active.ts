import { oauthError } from "../../../errors/catalogue-error.ts";
import type { Check, ProvenRequest } from "../check.ts";

/** A blocked application learns that before anything else about its request. */
export const clientActive: Check<ProvenRequest> = ({ client }) =>
  client.status === "active" ? undefined : oauthError("access_denied", "client_disabled");
