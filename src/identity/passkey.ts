import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server";
import { z } from "zod";
import type { Passkey } from "../storage/port/passkeys.ts";
import { algorithms, relyingPartyId } from "./passkey-options.ts";

const base64url = z
  .string()
  .max(16_000)
  .regex(/^[A-Za-z0-9_-]+$/);
const common = { id: base64url, rawId: base64url, type: z.literal("public-key") };
const assertionShape = z.object({
  ...common,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.nullish().transform((handle) => handle ?? undefined),
  }),
});
const attestationShape = z.object({
  ...common,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z
      .array(
        z
          .string()
          .max(20)
          .regex(/^[a-z-]+$/),
      )
      .max(10)
      .optional(),
  }),
});

export type Assertion = z.infer<typeof assertionShape>;
export type Attestation = z.infer<typeof attestationShape>;

function parse<Shape extends z.ZodType>(shape: Shape, text: string): z.infer<Shape> | undefined {
  try {
    return shape.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** What `navigator.credentials.get` gave the page, if it looks like that. */
export function parseAssertion(text: string): Assertion | undefined {
  return parse(assertionShape, text);
}

/** What `navigator.credentials.create` gave the page. */
export function parseAttestation(text: string): Attestation | undefined {
  return parse(attestationShape, text);
}

/** What an answer is held against. The challenge is asked about once; origin and RP ID come from the issuer alone. */
export interface Expected {
  readonly issuer: string;
  readonly isOwnChallenge: (challenge: string) => boolean;
  /** The authenticator must have recognised the person (PIN, fingerprint), not only felt a touch. */
  readonly userVerification: boolean;
}

/** Loaded with the first passkey: most servers start without meeting one, and it is large. */
const library = () => import("@simplewebauthn/server");

/** The new signature counter when this passkey signed our challenge for us (WebAuthn §7.2); undefined for everything else. */
export async function verifyAssertion(
  assertion: Assertion,
  passkey: Passkey,
  expected: Expected,
): Promise<number | undefined> {
  const { verifyAuthenticationResponse } = await library();
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { ...assertion, clientExtensionResults: {} } as AuthenticationResponseJSON,
      expectedChallenge: expected.isOwnChallenge,
      expectedOrigin: expected.issuer,
      expectedRPID: relyingPartyId(expected.issuer),
      credential: {
        id: passkey.id,
        publicKey: new Uint8Array(Buffer.from(passkey.publicKey, "base64url")),
        counter: passkey.counter,
      },
      requireUserVerification: expected.userVerification,
    });
    return verified ? authenticationInfo.newCounter : undefined;
  } catch {
    // The library throws for every way of being wrong; to us they are all the same no.
    return undefined;
  }
}

export type NewPasskey = Pick<Passkey, "id" | "publicKey" | "counter" | "transports">;

/** The passkey that an authenticator made for us (WebAuthn §7.1); undefined when it did not. */
export async function verifyAttestation(
  attestation: Attestation,
  expected: Expected,
): Promise<NewPasskey | undefined> {
  const { verifyRegistrationResponse } = await library();
  try {
    if (await bringsCertificates(attestation)) return undefined;
    const { registrationInfo } = await verifyRegistrationResponse({
      response: { ...attestation, clientExtensionResults: {} } as unknown as RegistrationResponseJSON,
      expectedChallenge: expected.isOwnChallenge,
      expectedOrigin: expected.issuer,
      expectedRPID: relyingPartyId(expected.issuer),
      requireUserVerification: expected.userVerification,
      supportedAlgorithmIDs: [...algorithms],
    });
    if (!registrationInfo) return undefined;
    const { id, publicKey, counter } = registrationInfo.credential;
    const transports = attestation.response.transports ?? [];
    return { id, publicKey: Buffer.from(publicKey).toString("base64url"), counter, transports };
  } catch {
    return undefined;
  }
}

/**
 * Browsers leave certificates out, as they were asked to (`attestation: none`). Whoever sends some all the same would have
 * us parse them and fetch the revocation lists they name.
 */
async function bringsCertificates({ response }: Attestation): Promise<boolean> {
  const { decodeAttestationObject } = await import("@simplewebauthn/server/helpers");
  const bytes = new Uint8Array(Buffer.from(response.attestationObject, "base64url"));
  const decoded = decodeAttestationObject(bytes);
  return !["none", "packed"].includes(decoded.get("fmt")) || decoded.get("attStmt").get("x5c") !== undefined;
}
