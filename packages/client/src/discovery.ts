import { ownError } from "./errors/own-error.ts";
import { send } from "./http/send.ts";
import type { Settings } from "./settings.ts";
import { shaped } from "./user.ts";

/** What the server says of itself (RFC 8414); there may be more than is named here. */
export interface ServerMetadata {
  readonly issuer: string;
  readonly authorization_endpoint: string;
  readonly token_endpoint: string;
  readonly revocation_endpoint?: string;
  readonly introspection_endpoint?: string;
  readonly scopes_supported?: readonly string[];
  readonly grant_types_supported?: readonly string[];
  readonly [member: string]: unknown;
}

export async function fetchMetadata(settings: Settings, signal?: AbortSignal): Promise<ServerMetadata> {
  const path = "/.well-known/oauth-authorization-server";
  const answer = await send(settings, { path, repeatable: true }, signal);
  const metadata = shaped<ServerMetadata>(answer, (body) => typeof body["token_endpoint"] === "string");
  // RFC 8414 §3.3: else another server's metadata could be passed off as this one's.
  if (metadata.issuer !== settings.issuer)
    throw ownError("response_invalid", "issuer_mismatch", { status: answer.status });
  return metadata;
}
