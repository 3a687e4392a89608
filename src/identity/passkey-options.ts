import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialDescriptorJSON,
  PublicKeyCredentialRequestOptionsJSON,
  UserVerificationRequirement,
} from "@simplewebauthn/server";
import { sha256 } from "../protocol/hash.ts";
import type { Passkey } from "../storage/port/passkeys.ts";
import type { User } from "../storage/port/users.ts";

/** Ed25519, P-256 with SHA-256, RSA with SHA-256 (COSE algorithm identifiers): every authenticator knows one of them. */
export const algorithms = [-8, -7, -257] as const;

/** Milliseconds that the browser waits for the person. */
const timeout = 300_000;

/** The RP ID (WebAuthn §5.1.2): the issuer's host, whatever the request says. */
export function relyingPartyId(issuer: string): string {
  return new URL(issuer).hostname;
}

/** What the authenticator keeps the passkey under: the same for all passkeys of an account, and telling nothing of it. */
export function userHandle(issuer: string, userId: number): string {
  return sha256(`passkey ${issuer} ${userId}`);
}

function described({ id, transports }: Passkey): PublicKeyCredentialDescriptorJSON {
  const hints = transports as NonNullable<PublicKeyCredentialDescriptorJSON["transports"]>;
  return { id, type: "public-key", transports: hints };
}

/** Asks for one of these passkeys, or for any that the device has for this site when none is named. */
export function requestOptions(
  issuer: string,
  challenge: string,
  allowed: readonly Passkey[],
  userVerification: UserVerificationRequirement,
): PublicKeyCredentialRequestOptionsJSON {
  return {
    challenge,
    rpId: relyingPartyId(issuer),
    allowCredentials: allowed.map(described),
    userVerification,
    timeout,
  };
}

/** Asks for a new passkey that needs no other name or password (discoverable), on a device that has none for this account. */
export function creationOptions(
  { issuer, name }: { readonly issuer: string; readonly name: string },
  challenge: string,
  user: User,
  existing: readonly Passkey[],
): PublicKeyCredentialCreationOptionsJSON {
  const label = user.email ?? user.username ?? user.phoneNumber ?? user.name;
  return {
    challenge,
    rp: { id: relyingPartyId(issuer), name },
    user: { id: userHandle(issuer, user.id), name: label, displayName: user.name },
    pubKeyCredParams: algorithms.map((alg) => ({ type: "public-key", alg })),
    excludeCredentials: existing.map(described),
    authenticatorSelection: {
      residentKey: "required",
      requireResidentKey: true,
      userVerification: "required",
    },
    attestation: "none",
    timeout,
  };
}
