import type { AuthorizationRequest } from "../../storage/port/interactions.ts";
import { parseScope } from "../scope.ts";
import type { Parameters, RawParameters } from "./parameters.ts";
import type { ReturnAddress } from "./pipeline.ts";
import { parsePrompt } from "./returned/prompt.ts";
import { defaultScopes } from "./returned/scope.ts";

/** What passed every check, as it is kept while the person signs in. */
export function requestOf(parameters: Parameters, to: ReturnAddress): AuthorizationRequest {
  const scope = parameters.get("scope");
  const maxAge = parameters.get("max_age");
  return {
    clientId: to.client.id,
    redirectUri: to.redirectUri,
    scopes: (scope === undefined ? undefined : parseScope(scope)) ?? defaultScopes,
    state: to.state ?? null,
    prompt: parsePrompt(parameters.get("prompt")),
    skipAccountChooser: parameters.get("skip_account_chooser") === "true",
    codeChallenge: parameters.get("code_challenge") ?? null,
    maxAge: maxAge === undefined ? null : Number(maxAge),
    loginHint: parameters.get("login_hint") ?? null,
    uiLocales: parameters.get("ui_locales") ?? null,
  };
}

/**
 * The parameters that make this very request again: what was accepted an hour ago is judged anew before it is answered
 * (the client may be disabled, a redirect URI or scope gone), and a person whose sign-in expired can start it again.
 */
export function parametersOf(request: AuthorizationRequest): RawParameters {
  const optional: readonly (readonly [string, string | null])[] = [
    ["state", request.state],
    ["prompt", request.prompt.join(" ")],
    ["skip_account_chooser", request.skipAccountChooser ? "true" : null],
    ["code_challenge", request.codeChallenge],
    ["code_challenge_method", request.codeChallenge === null ? null : "S256"],
    ["max_age", request.maxAge === null ? null : String(request.maxAge)],
    ["login_hint", request.loginHint],
    ["ui_locales", request.uiLocales],
  ];
  return [
    ["response_type", "code"],
    ["client_id", request.clientId],
    ["redirect_uri", request.redirectUri],
    ["scope", request.scopes.join(" ")],
    ...optional.flatMap(([name, value]): (readonly [string, string])[] => (value ? [[name, value]] : [])),
  ];
}
