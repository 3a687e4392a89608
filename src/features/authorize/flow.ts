import type { ReturnAddress } from "../../protocol/authorize/pipeline.ts";
import type { AuthorizationRequest, Interaction } from "../../storage/port/interactions.ts";
import type { Instant } from "../../storage/port/time.ts";

/** An accepted authorization request that is being served. */
export interface Flow {
  readonly request: AuthorizationRequest;
  readonly to: ReturnAddress;
  readonly arrivedAt: Instant;
  /** Null until something has to be remembered for a page. */
  readonly interaction: Interaction | null;
}

/** The same once it is stored. */
export interface StoredFlow extends Flow {
  readonly interaction: Interaction;
}
