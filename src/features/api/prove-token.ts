import { type Access, authenticateBearer, type BearerStores } from "../../protocol/bearer.ts";
import type { RequestTrace } from "../../protocol/request-trace.ts";
import type { Call } from "../../web/call.ts";

/** Proves the token that a call brings, by what these stores say of it. */
export function proveToken(call: Call, stores: BearerStores, trace: RequestTrace): Promise<Access> {
  const presented = { authorization: call.header("authorization"), queryToken: call.query("access_token") };
  return authenticateBearer(presented, stores, call.site.clock(), trace);
}
