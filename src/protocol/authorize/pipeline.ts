import type { CatalogueError } from "../../errors/catalogue-error.ts";
import type { Client } from "../../storage/port/clients.ts";
import type { AuthorizationRequest } from "../../storage/port/interactions.ts";
import type { Check, ProvenRequest, UnprovenRequest } from "./check.ts";
import { stateOf } from "./parameters.ts";
import { requestOf } from "./request.ts";
import { clientActive } from "./returned/client-active.ts";
import { codeChallenge } from "./returned/code-challenge.ts";
import { codeChallengeMethod } from "./returned/code-challenge-method.ts";
import { codeChallengeShape } from "./returned/code-challenge-shape.ts";
import { grantType } from "./returned/grant-type.ts";
import { maxAge } from "./returned/max-age.ts";
import { parameterCount } from "./returned/parameter-count.ts";
import { parameterEncoding } from "./returned/parameter-encoding.ts";
import { parameterRepeated } from "./returned/parameter-repeated.ts";
import { parameterSize } from "./returned/parameter-size.ts";
import { prompt } from "./returned/prompt.ts";
import { responseMode } from "./returned/response-mode.ts";
import { responseType } from "./returned/response-type.ts";
import { scope } from "./returned/scope.ts";
import { clientId } from "./shown/client-id.ts";
import { redirectUri } from "./shown/redirect-uri.ts";

/** Until these pass nobody knows where an error may go: it is shown to the person (RFC 6749 §4.1.2.1). */
export const shownChecks: readonly Check<UnprovenRequest>[] = [clientId, redirectUri];

/** From here on an error belongs to the application, and travels to its proven redirect URI. */
export const returnedChecks: readonly Check<ProvenRequest>[] = [
  clientActive,
  parameterCount,
  parameterRepeated,
  parameterSize,
  parameterEncoding,
  responseMode,
  responseType,
  grantType,
  codeChallenge,
  codeChallengeMethod,
  codeChallengeShape,
  scope,
  prompt,
  maxAge,
];

/** Where an answer may go, once client and redirect URI are proven. */
export interface ReturnAddress {
  readonly client: Client;
  readonly redirectUri: string;
  readonly state: string | undefined;
}

export type Verdict =
  | { readonly kind: "shown"; readonly error: CatalogueError }
  | { readonly kind: "returned"; readonly error: CatalogueError; readonly to: ReturnAddress }
  | { readonly kind: "accepted"; readonly request: AuthorizationRequest; readonly to: ReturnAddress };

function firstFailure<Request>(
  checks: readonly Check<Request>[],
  request: Request,
): CatalogueError | undefined {
  for (const check of checks) {
    const error = check(request);
    if (error) return error;
  }
  return undefined;
}

/** Judges an authorization request by its parameters alone; who the person is comes later (`nextStep`). */
export function judge(unproven: UnprovenRequest): Verdict {
  const { parameters, client } = unproven;
  const unprovenError = firstFailure(shownChecks, unproven);
  if (unprovenError) return { kind: "shown", error: unprovenError };
  const redirect = parameters.get("redirect_uri");
  if (!client || redirect === undefined) throw new TypeError("A check let an unproven request through");
  const to: ReturnAddress = { client, redirectUri: redirect, state: stateOf(parameters) };
  const error = firstFailure(returnedChecks, { ...unproven, client });
  if (error) return { kind: "returned", error, to };
  return { kind: "accepted", request: requestOf(parameters, to), to };
}
