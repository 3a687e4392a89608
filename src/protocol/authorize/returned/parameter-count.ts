import { oauthError } from "../../../errors/catalogue-error.ts";
import type { Check, ProvenRequest } from "../check.ts";
import { parameterLimit } from "../parameters.ts";

export const parameterCount: Check<ProvenRequest> = ({ parameters }) =>
  parameters.count <= parameterLimit
    ? undefined
    : oauthError("invalid_request", "parameters_too_many", { limit: parameterLimit });
