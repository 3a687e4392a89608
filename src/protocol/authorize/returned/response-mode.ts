import { oauthError } from "../../../errors/catalogue-error.ts";
import type { Check, ProvenRequest } from "../check.ts";

/** Answers travel in the query only; the error too, since a mode we do not have cannot carry it. */
export const responseMode: Check<ProvenRequest> = ({ parameters }) =>
  (parameters.get("response_mode") ?? "query") === "query"
    ? undefined
    : oauthError("invalid_request", "parameter_value_unsupported", {
        parameter: "response_mode",
        supported: "query",
      });
