import { oauthError } from "../../errors/catalogue-error.ts";
import { formDecode } from "../client-request/form-decode.ts";

export interface BasicCredentials {
  readonly clientId: string;
  /** Undefined when empty: RFC 6749 §2.3.1 lets a client without a secret leave it out. */
  readonly secret: string | undefined;
}

function decodeBase64(text: string): string | undefined {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(text, "base64"));
  } catch {
    return undefined;
  }
}

function parseCredentials(base64: string): BasicCredentials | undefined {
  const decoded = decodeBase64(base64);
  const colon = decoded?.indexOf(":") ?? -1;
  if (decoded === undefined || colon < 0) return undefined;
  const clientId = formDecode(decoded.slice(0, colon));
  const secret = formDecode(decoded.slice(colon + 1));
  return clientId && secret !== undefined ? { clientId, secret: secret || undefined } : undefined;
}

/** Reads `Authorization: Basic` (RFC 7617), both halves form-decoded (RFC 6749 §2.3.1). */
export function parseBasic(header: string): BasicCredentials {
  const [scheme = "", ...rest] = header.trim().split(/ +/);
  if (scheme.toLowerCase() !== "basic")
    throw oauthError("invalid_client", "client_authentication_unsupported", {}, { basicChallenge: true });
  const credentials = rest.length === 1 ? parseCredentials(rest[0] ?? "") : undefined;
  if (!credentials)
    throw oauthError("invalid_client", "authorization_header_malformed", {}, { basicChallenge: true });
  return credentials;
}
