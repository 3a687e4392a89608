import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { CatalogueError } from "../errors/catalogue-error.ts";
import type { AccessToken, WithAuthorization } from "../storage/port/authorizations.ts";
import type { ClientWithSecrets } from "../storage/port/clients.ts";
import { authenticateBearer, bearerToken } from "./bearer.ts";
import { newTrace } from "./request-trace.ts";
import { mintToken } from "./tokens/opaque.ts";

const minted = mintToken("accessToken", () => "0".repeat(26), randomBytes);
const now = 1_000_000;
const stored: WithAuthorization<AccessToken> = {
  id: minted.id,
  hash: minted.hash,
  clientId: "client",
  scopes: ["view-user"],
  issuedAt: 0,
  expiresAt: now + 1,
  authorizationId: "family",
  userId: 7,
  revokedAt: null,
  authorizationRevokedAt: null,
  authorizationRevocationReason: null,
};
const client = { id: "client", status: "active" } as ClientWithSecrets;

async function authenticate(
  token: Partial<typeof stored> | undefined,
  status: ClientWithSecrets["status"] | "gone",
) {
  const asked: string[] = [];
  const stores = {
    authorizations: {
      findAccessToken: async (id: string) => {
        asked.push(id);
        return token && { ...stored, ...token };
      },
    },
    clients: { find: async () => (status === "gone" ? undefined : { ...client, status }) },
  };
  const presented = { authorization: `Bearer ${minted.token}`, queryToken: undefined };
  const outcome = await authenticateBearer(presented, stores, now, newTrace("api")).catch(
    (error: unknown) => error,
  );
  return outcome instanceof CatalogueError ? outcome.reason : outcome;
}

describe("authenticateBearer", () => {
  it("gives what the token opens", async () => {
    expect(await authenticate({}, "active")).toMatchObject({
      scopes: ["view-user"],
      userId: 7,
      client: { id: "client" },
      token: { id: minted.id },
    });
  });

  it("says the first reason of several, in the documented order", async () => {
    const expiresAt = now;
    const revokedAt = now - 5;
    expect(await authenticate(undefined, "active")).toBe("token_unknown");
    expect(await authenticate({ hash: "other", expiresAt, revokedAt }, "disabled")).toBe("token_unknown");
    expect(await authenticate({ expiresAt, revokedAt }, "disabled")).toBe("token_expired");
    expect(await authenticate({ revokedAt }, "disabled")).toBe("token_revoked");
    expect(await authenticate({ authorizationRevokedAt: 1 }, "disabled")).toBe("token_revoked");
    expect(await authenticate({}, "disabled")).toBe("client_disabled");
    expect(await authenticate({}, "gone")).toBe("token_unknown");
  });

  it("asks no database for what cannot be a token of this server", async () => {
    const stores = {
      authorizations: { findAccessToken: () => Promise.reject(new Error("asked")) },
      clients: { find: () => Promise.reject(new Error("asked")) },
    };
    for (const text of ["x", "a.b.c", minted.token.slice(1), `${minted.token}=`, "mbid_at_"]) {
      const presented = { authorization: `Bearer ${text}`, queryToken: undefined };
      await expect(authenticateBearer(presented, stores, now, newTrace("api"))).rejects.toMatchObject({
        code: "token_invalid",
      });
    }
  });
});

describe("bearerToken", () => {
  const read = (authorization: string | undefined, queryToken?: string) => {
    try {
      return bearerToken({ authorization, queryToken });
    } catch (error) {
      return error instanceof CatalogueError ? `${error.code} ${error.reason}` : error;
    }
  };

  it.each([
    ["Bearer abc", "abc"],
    ["bEARER  abc==", "abc=="],
    ["Bearer a-._~+/Z9", "a-._~+/Z9"],
    [undefined, "unauthenticated token_missing"],
    ["", "unauthenticated token_missing"],
    ["Bearer", "unauthenticated token_missing"],
    ["Bearer   ", "unauthenticated token_missing"],
    ["Basic abc", "unauthenticated scheme_unsupported"],
    ["Bearerabc", "unauthenticated scheme_unsupported"],
    ["Bearer\tabc", "unauthenticated scheme_unsupported"],
    ["Bearer abc, Bearer abc", "token_invalid token_malformed"],
    ["Bearer a=b", "token_invalid token_malformed"],
    ["Bearer =", "token_invalid token_malformed"],
    ["Bearer ü", "token_invalid token_malformed"],
    [`Bearer ${"a".repeat(513)}`, "token_invalid token_malformed"],
  ])("reads %.40j", (header, result) => {
    expect(read(header)).toBe(result);
  });

  it("refuses a token in the query before it looks at the header", () => {
    expect(read("Bearer abc", "abc")).toBe("unauthenticated token_in_query");
    expect(read("Bearer abc", "")).toBe("abc");
  });
});
