import type { Wanted } from "../../src/storage/port/allowances.ts";
import type { AuditEntry } from "../../src/storage/port/audit.ts";
import type {
  AccessToken,
  Authorization,
  AuthorizationCode,
  RefreshToken,
} from "../../src/storage/port/authorizations.ts";
import type { Challenge } from "../../src/storage/port/challenges.ts";
import type { Client } from "../../src/storage/port/clients.ts";
import type { Failure, FailureBounds, FailureCount } from "../../src/storage/port/failures.ts";
import type { Interaction } from "../../src/storage/port/interactions.ts";
import type { Message } from "../../src/storage/port/messages.ts";
import type { Passkey } from "../../src/storage/port/passkeys.ts";
import type { StoredPicture } from "../../src/storage/port/pictures.ts";
import type { Session } from "../../src/storage/port/sessions.ts";
import type { Repositories, Storage } from "../../src/storage/port/storage.ts";
import type { NewUser } from "../../src/storage/port/users.ts";
import * as records from "../support/records.ts";

export const second = 1_000;
export const day = 24 * 60 * 60 * second;
/** The moment every test happens at. */
export const now = Date.UTC(2026, 0, 15);

export function aUser(given: Partial<NewUser> = {}): NewUser {
  const { id: _numbered, ...user } = records.aUser({ email: null, emailVerifiedAt: null, createdAt: now });
  return { ...user, ...given };
}

export function aClient(given: Partial<Client> = {}): Client {
  return records.aClient({ id: "a-client", createdAt: now, ...given });
}

export function anAuthorization(given: Partial<Authorization> = {}): Authorization {
  return {
    id: "an-authorization",
    clientId: "a-client",
    userId: 10001,
    scopes: ["view-user"],
    createdAt: now,
    provenAt: now - 60_000,
    revokedAt: null,
    revocationReason: null,
    ...given,
  };
}

const issued = { hash: "its hash", clientId: "a-client", scopes: ["view-user"], issuedAt: now } as const;

export function aCode(given: Partial<AuthorizationCode> = {}): AuthorizationCode {
  return {
    ...issued,
    id: "a-code",
    authorizationId: "an-authorization",
    userId: 10001,
    expiresAt: now + 600 * second,
    redirectUri: "https://kedai.example/callback",
    codeChallenge: null,
    redeemedAt: null,
    ...given,
  };
}

export function anAccessToken(given: Partial<AccessToken> = {}): AccessToken {
  return {
    ...issued,
    id: "an-access-token",
    authorizationId: "an-authorization",
    userId: 10001,
    expiresAt: now + day,
    revokedAt: null,
    ...given,
  };
}

export function aRefreshToken(given: Partial<RefreshToken> = {}): RefreshToken {
  return {
    ...issued,
    id: "a-refresh-token",
    authorizationId: "an-authorization",
    userId: 10001,
    expiresAt: now + 30 * day,
    usedAt: null,
    revokedAt: null,
    successorId: null,
    replay: null,
    replayScope: null,
    ...given,
  };
}

export function aSession(given: Partial<Session> = {}): Session {
  const moments = { authenticatedAt: now, provenAt: now, createdAt: now, lastActiveAt: now };
  return records.aSession({ id: "a-session", browserId: "a-browser", ...moments, ...given });
}

export function anInteraction(given: Partial<Interaction> = {}): Interaction {
  return {
    id: "an-interaction",
    deviceHash: null,
    request: {
      clientId: "a-client",
      redirectUri: "https://kedai.example/callback",
      scopes: ["view-user"],
      state: 'any "thing" ✓',
      prompt: ["login", "consent"],
      skipAccountChooser: true,
      codeChallenge: null,
      maxAge: 0,
      loginHint: null,
      uiLocales: "id",
    },
    createdAt: now,
    expiresAt: now + 3_600 * second,
    sessionId: null,
    finishedAt: null,
    ...given,
  };
}

export function aChallenge(given: Partial<Challenge> = {}): Challenge {
  return {
    id: "a-challenge",
    hash: "its hash",
    codeHash: "its code's hash",
    purpose: "verify_email",
    address: "siti@contoh.id",
    userId: null,
    payload: "{}",
    attempts: 0,
    createdAt: now,
    expiresAt: now + 3_600 * second,
    usedAt: null,
    ...given,
  };
}

export function aPasskey(given: Partial<Passkey> = {}): Passkey {
  return {
    id: "a-passkey",
    userId: 10001,
    publicKey: "its key",
    counter: 0,
    transports: ["internal", "hybrid"],
    name: "Ponsel Siti",
    createdAt: now,
    lastUsedAt: null,
    ...given,
  };
}

export function aMessage(given: Partial<Message> = {}): Message {
  return {
    id: "a-message",
    channel: "mail",
    recipient: "siti@contoh.id",
    sealed: "sealed",
    createdAt: now,
    sentAt: null,
    attempts: 0,
    nextAttemptAt: now,
    expiresAt: null,
    deliveredAt: null,
    failedAt: null,
    failure: null,
    ...given,
  };
}

export function aPicture(given: Partial<StoredPicture> = {}): StoredPicture {
  return { name: "a-picture", type: "image/png", bytes: Uint8Array.of(1, 2, 3), createdAt: now, ...given };
}

/** Something that the operator did at the command line. */
export function anAuditEntry(given: Partial<AuditEntry> = {}): AuditEntry {
  return {
    id: "an-entry",
    at: now,
    actorId: null,
    via: "command_line",
    action: "client.created",
    target: { kind: "client", id: "a-client" },
    ip: null,
    requestId: null,
    details: {},
    ...given,
  };
}

const wrongSecret = {
  endpoint: "token",
  code: "invalid_client",
  reason: "client_authentication_failed",
} as const;

export function aFailure(given: Partial<Failure> = {}): Failure {
  return {
    ...wrongSecret,
    id: "a-failure",
    requestId: "a-request",
    clientId: "a-client",
    at: now,
    proven: false,
    authentication: "post",
    parameters: ["grant_type", "client_id"],
    redirectUri: null,
    scopes: [],
    about: null,
    expected: null,
    ...given,
  };
}

/** Small enough for a test to fill. */
export const failureBounds: FailureBounds = { proven: 6, claimed: 4, ofOneReason: 3 };

export function aFailureCount(given: Partial<FailureCount> = {}): FailureCount {
  return { ...wrongSecret, clientId: "a-client", hour: now, proven: false, count: 1, ...given };
}

/** Of a limit of 100 a minute. */
export function wanted(given: Partial<Wanted> = {}): Wanted {
  const minute = 60 * second;
  return { id: "a-limit", count: 1, limit: 100, window: minute, startedAt: now, now, ...given };
}

/** A user (10001), a client and an authorization of the one for the other. */
export function seedFamily(storage: Storage): Promise<void> {
  return storage.write(async (repositories) => {
    await seedUserAndClient(repositories);
    await repositories.authorizations.create(anAuthorization());
  });
}

export async function seedUserAndClient({ users, clients }: Repositories): Promise<void> {
  await users.create(aUser({ email: "siti@contoh.id" }));
  await clients.create(aClient(), "the secret's hash");
}
