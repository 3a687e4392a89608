import { oauthError } from "../../../errors/catalogue-error.ts";
import type { Check, ProvenRequest } from "../check.ts";
import { recognised } from "../parameters.ts";

/** RFC 6749 §3.1: "parameters MUST NOT be included more than once". Unknown ones are none of our business (RFC 8707 repeats `resource`). */
export const parameterRepeated: Check<ProvenRequest> = ({ parameters }) => {
  const parameter = recognised.find((name) => parameters.all(name).length > 1);
  return parameter && oauthError("invalid_request", "parameter_repeated", { parameter });
};
