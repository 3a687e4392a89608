import { oauthError } from "../../../errors/catalogue-error.ts";
import type { Check, ProvenRequest } from "../check.ts";
import { isTooLong, recognised, valueLimit } from "../parameters.ts";

export const parameterSize: Check<ProvenRequest> = ({ parameters }) => {
  const parameter = recognised.find((name) => isTooLong(parameters.get(name) ?? ""));
  return parameter && oauthError("invalid_request", "parameter_too_long", { parameter, limit: valueLimit });
};
