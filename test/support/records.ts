import type { Client } from "../../src/storage/port/clients.ts";
import type { AuthorizationRequest } from "../../src/storage/port/interactions.ts";
import type { Session } from "../../src/storage/port/sessions.ts";
import type { User } from "../../src/storage/port/users.ts";

/** A confidential, verified application with every grant; `change` says what a test is about. */
export function aClient(change: Partial<Client> = {}): Client {
  return {
    id: "0b5f0c9e-6a3e-4c56-9d1f-3f1c1d1a7e01",
    name: "Kajian Harian",
    confidential: true,
    status: "active",
    disabledByAdmin: false,
    verified: true,
    test: false,
    resourceServer: false,
    redirectUris: ["https://app.example.com/callback"],
    grantTypes: ["authorization_code", "refresh_token", "client_credentials"],
    scopes: ["view-user", "detail-user"],
    accessTokenTtl: null,
    refreshTokenTtl: null,
    logo: null,
    homepageUrl: null,
    privacyPolicyUrl: null,
    ownerId: null,
    createdAt: 0,
    ...change,
  };
}

export function aUser(change: Partial<User> = {}): User {
  return {
    id: 10_001,
    name: "Siti Aminah",
    email: "siti@example.com",
    emailVerifiedAt: 0,
    phoneNumber: null,
    username: null,
    passwordHash: null,
    passwordChangedAt: null,
    gender: null,
    bio: null,
    placeOfBirth: null,
    dateOfBirth: null,
    address: null,
    picture: null,
    role: "user",
    status: "active",
    locale: null,
    createdAt: 0,
    ...change,
  };
}

export function aSession(change: Partial<Session> = {}): Session {
  return {
    id: "session-1",
    browserId: "browser-1",
    userId: 10_001,
    authenticatedAt: 0,
    provenAt: 0,
    createdAt: 0,
    lastActiveAt: 0,
    ip: "192.0.2.1",
    userAgent: "",
    ...change,
  };
}

export function aRequest(change: Partial<AuthorizationRequest> = {}): AuthorizationRequest {
  return {
    clientId: aClient().id,
    redirectUri: "https://app.example.com/callback",
    scopes: ["view-user"],
    state: null,
    prompt: [],
    skipAccountChooser: false,
    codeChallenge: null,
    maxAge: null,
    loginHint: null,
    uiLocales: null,
    ...change,
  };
}
