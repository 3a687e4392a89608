import type { Config } from "../config.ts";
import type { Entropy } from "../protocol/ambient.ts";
import type { TokenEndpoint } from "../protocol/token/endpoint.ts";
import { authorizationCodeGrant } from "../protocol/token/grants/authorization-code.ts";
import { clientCredentialsGrant } from "../protocol/token/grants/client-credentials.ts";
import { refreshTokenGrant } from "../protocol/token/grants/refresh-token.ts";

/** The grants of this server. One more is one file and one line here: discovery and errors read this list. */
export function tokenEndpoint({ lifetimes }: Pick<Config, "lifetimes">, entropy: Entropy): TokenEndpoint {
  return {
    lifetimes,
    grants: [
      authorizationCodeGrant({ replayLeeway: lifetimes.codeReplayLeeway }),
      refreshTokenGrant({ replayWindow: lifetimes.refreshReplayWindow, entropy }),
      clientCredentialsGrant(),
    ],
  };
}
