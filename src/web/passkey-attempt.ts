import { type Assertion, parseAssertion, verifyAssertion } from "../identity/passkey.ts";
import { userHandle } from "../identity/passkey-options.ts";
import type { Passkey } from "../storage/port/passkeys.ts";
import type { Repositories } from "../storage/port/storage.ts";
import type { AppContext } from "./context.ts";
import { type OwnChallenge, readPasskeyChallenge } from "./passkey-challenge.ts";

export interface PasskeyAttempt {
  /** What the script put into the form. */
  readonly credential: string;
  /** What the challenge was made for. */
  readonly occasion: string;
  /** The account it has to be of; any account when the passkey says who is there. */
  readonly userId?: number;
  readonly userVerification: boolean;
}

/** A passkey that signed. `accept` uses challenge and counter up in the unit of what it is needed for. */
export interface RightPasskey {
  readonly passkey: Passkey;
  accept(repositories: Pick<Repositories, "passkeys">): Promise<boolean>;
}

async function passkeyOf(
  c: AppContext,
  assertion: Assertion,
  userId: number | undefined,
): Promise<Passkey | undefined> {
  const { issuer, storage } = c.var.site;
  const passkey = await storage.committed.passkeys.find(assertion.id);
  if (!passkey || (userId !== undefined && passkey.userId !== userId)) return undefined;
  const handle = assertion.response.userHandle;
  // WebAuthn §7.2 step 6: when nobody said who it is, the passkey has to.
  if (handle === undefined) return userId === undefined ? undefined : passkey;
  return handle === userHandle(issuer, passkey.userId) ? passkey : undefined;
}

/** Undefined when nothing was proven, whatever the reason. */
export async function attemptPasskey(
  c: AppContext,
  { credential, occasion, userId, userVerification }: PasskeyAttempt,
): Promise<RightPasskey | undefined> {
  const assertion = parseAssertion(credential);
  const passkey = assertion && (await passkeyOf(c, assertion, userId));
  if (!(assertion && passkey)) return undefined;
  const { issuer, clock } = c.var.site;
  let own: OwnChallenge | undefined;
  const isOwnChallenge = (challenge: string) => {
    own = readPasskeyChallenge(c, occasion, challenge);
    return own !== undefined;
  };
  const counter = await verifyAssertion(assertion, passkey, { issuer, isOwnChallenge, userVerification });
  const challenge = own;
  if (counter === undefined || challenge === undefined) return undefined;
  return {
    passkey,
    accept: async ({ passkeys }) =>
      (await passkeys.spendChallenge(challenge.id, challenge.expiresAt)) &&
      (await passkeys.used(passkey.id, counter, clock())),
  };
}
