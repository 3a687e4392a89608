import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rowIds } from "../../src/protocol/row-id.ts";
import { mintToken } from "../../src/protocol/tokens/opaque.ts";
import { ApiSeed } from "../support/api-seed.ts";
import { provoked } from "../support/provoked.ts";
import { rawRequest } from "../support/raw-request.ts";
import { startServer } from "../support/server.ts";

let seed: ApiSeed;
beforeAll(async () => {
  seed = await ApiSeed.open(await startServer());
});
afterAll(async () => {
  await seed.storage.close();
  await seed.server.stop();
});

function withHeader(authorization: string, path = "/api/user"): Promise<Response> {
  return seed.call(path, undefined, { headers: { Authorization: authorization } });
}

describe("a request without a usable token", () => {
  it.each(["", "Bearer", "bearer "])("is token_missing for %j", async (header) => {
    const { body } = await provoked("api", "unauthenticated", "token_missing", await withHeader(header));
    expect(body?.message).toBe("Unauthenticated.");
  });

  it.each(["Basic dXNlcjpwYXNz", "Token abc", "Bearer,x", "Bearer:abc", "DPoP abc", "abc"])(
    "is scheme_unsupported for %j",
    async (header) => {
      const { body } = await provoked(
        "api",
        "unauthenticated",
        "scheme_unsupported",
        await withHeader(header),
      );
      expect(body?.message).toBe("Unauthenticated.");
    },
  );

  it("is token_in_query even beside a valid header, and token_missing in a body, which stays unread", async () => {
    const { token } = await seed.token({ scopes: ["edit-user", "view-user"] });
    for (const header of [undefined, token]) {
      const seen = await seed.call(`/api/user?a=1&access%5Ftoken=${token}`, header);
      const { body } = await provoked("api", "unauthenticated", "token_in_query", seen);
      expect(JSON.stringify(body)).not.toContain(token);
    }
    const body = new URLSearchParams({ access_token: token });
    const seen = await seed.call("/api/user", undefined, { method: "PATCH", body });
    await provoked("api", "unauthenticated", "token_missing", seen);
  });
});

describe("a token that is none of ours", () => {
  const minted = () => mintToken("accessToken", rowIds(Date.now, randomBytes), randomBytes).token;

  it("is token_malformed when its form is wrong", async () => {
    const { token } = await seed.token();
    const damaged = [token.slice(0, -1), `${token}x`, token.replace(/.{3}$/, "zzz"), token.toUpperCase()];
    const forms = ["a b", '"quoted"', "a,b", "a=b", "<script>", "mbid_at_", `${token} ${token}`];
    for (const text of [...damaged.filter((t) => t.startsWith("mbid_at_")), ...forms]) {
      const { body } = await provoked(
        "api",
        "token_invalid",
        "token_malformed",
        await withHeader(`Bearer ${text}`),
      );
      expect(body?.message).toBe("Unauthenticated.");
      expect(JSON.stringify(body)).not.toContain(token.slice(8, 60));
    }
  });

  it("is token_malformed at 9 KB, without a word of it in the answer", async () => {
    const seen = await withHeader(`Bearer ${"a".repeat(9 * 1024)}`);
    const { body } = await provoked("api", "token_invalid", "token_malformed", seen);
    expect(JSON.stringify(body)).not.toContain("aaaa");
  });

  it("is token_malformed with two Authorization headers, also when both are right", async () => {
    const { token } = await seed.token();
    const header = ["Authorization", `Bearer ${token}`] as const;
    const seen = await rawRequest(seed.server.origin, { path: "/api/user", headers: [header, header] });
    await provoked("api", "token_invalid", "token_malformed", seen);
  });

  it("is token_unknown when this server never issued it", async () => {
    const jwt = "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.";
    const refresh = mintToken("refreshToken", rowIds(Date.now, randomBytes), randomBytes).token;
    for (const text of [minted(), jwt, refresh, "undefined", "null", "0"]) {
      const { body } = await provoked(
        "api",
        "token_invalid",
        "token_unknown",
        await withHeader(`Bearer ${text}`),
      );
      expect(body?.message).toBe("Unauthenticated.");
    }
  });

  it("is token_unknown with the id of a real token and another secret", async () => {
    const { id } = await seed.token();
    const forged = mintToken("accessToken", () => id, randomBytes).token;
    await provoked("api", "token_invalid", "token_unknown", await withHeader(`Bearer ${forged}`));
  });
});

describe("a token that was ours", () => {
  it("works with the scheme in any case and more than one space", async () => {
    const { token } = await seed.token();
    for (const scheme of ["bearer", "BEARER", "Bearer  "])
      expect((await withHeader(`${scheme} ${token}`)).status).toBe(200);
  });

  it("is token_expired after its time", async () => {
    const { token } = await seed.token({ expiresIn: -1 });
    const { body } = await provoked(
      "api",
      "token_expired",
      "token_expired",
      await seed.call("/api/user", token),
    );
    expect(body?.error_description).toBe("The access token provided has expired.");
    expect(body?.message).toBe("The access token provided has expired.");
  });

  it("is token_revoked when it, its family or its person is gone", async () => {
    const one = await seed.token();
    await seed.storage.write(({ authorizations }) => authorizations.revokeAccessToken(one.id, Date.now()));
    const family = await seed.token();
    await seed.storage.write(({ authorizations }) =>
      authorizations.revokeAll(family.user?.id ?? 0, "consent_revoked", Date.now()),
    );
    for (const { token } of [one, family]) {
      const seen = await seed.call("/api/user", token);
      const { body } = await provoked("api", "token_invalid", "token_revoked", seen);
      expect(body?.message).toBe("Unauthenticated.");
    }
  });

  it("is client_disabled while its application is, at once", async () => {
    const { token, client } = await seed.token();
    await seed.storage.write(({ clients }) => clients.update(client.id, { status: "disabled" }));
    const seen = await seed.call("/api/user", token);
    await provoked("api", "token_invalid", "client_disabled", seen);
    await seed.storage.write(({ clients }) => clients.update(client.id, { status: "active" }));
    expect((await seed.call("/api/user", token)).status).toBe(200);
  });
});

describe("a token that may not", () => {
  it("has not the scope", async () => {
    const { token } = await seed.token({ scopes: ["openid"] });
    const rows = [
      ["/api/user", "GET", "view-user"],
      ["/api/user/details", "GET", "detail-user"],
      ["/api/user", "PATCH", "edit-user"],
      ["/api/users/1", "GET", "view-user"],
      ["/api/admin/scope-approval/x", "GET", "admin"],
    ] as const;
    for (const [path, method, scope] of rows) {
      const seen = await seed.call(path, token, { method });
      const { body } = await provoked("api", "insufficient_scope", "scope_missing", seen);
      expect(body?.hint).toContain(scope);
      expect(body?.message).toBe("Invalid scope(s) provided.");
      expect(body?.error_description).toBe(
        "The request requires higher privileges than provided by the access token.",
      );
      expect(seen.headers.get("WWW-Authenticate")).toContain(`scope="${scope}"`);
    }
  });

  it("lacks the approval, for tokens issued before the decision too", async () => {
    const { token, client } = await seed.token({ scopes: ["detail-user"] });
    const details = () => seed.call("/api/user/details", token);
    const { body } = await provoked("api", "unapproved_scope", "approval_not_requested", await details());
    expect(body?.error_description).toBe(
      "Client application has not been approved for the 'detail-user' scope.",
    );
    expect(body?.message).toBe(
      "Your application needs approval to access detailed user information. Please contact support.",
    );
    await seed.decide(client, "detail-user", "pending");
    await provoked("api", "unapproved_scope", "approval_pending", await details());
    await seed.decide(client, "detail-user", "rejected");
    await provoked("api", "unapproved_scope", "approval_rejected", await details());
    await seed.decide(client, "detail-user", "approved");
    expect((await details()).status).toBe(200);
    await seed.decide(client, "detail-user", "withdrawn");
    await provoked("api", "unapproved_scope", "approval_withdrawn", await details());
  });

  it("is a client's own, and never becomes a person, whatever its id", async () => {
    const person = await seed.user();
    const client = await seed.client({ id: String(person.id) });
    const scopes = ["view-user", "detail-user", "edit-user"];
    const { token } = await seed.approvedToken({ user: null, client, scopes });
    const calls = [
      ["/api/user", "GET"],
      ["/api/user/details", "GET"],
      ["/api/user", "PATCH"],
      [`/api/users/${person.id}`, "GET"],
      ["/api/logout-sso", "POST"],
    ] as const;
    for (const [path, method] of calls)
      await provoked("api", "permission_denied", "not_a_user", await seed.call(path, token, { method }));
  });

  it("belongs to a disabled account", async () => {
    const { token, user } = await seed.token();
    await seed.storage.write(({ users }) => users.setStatus(user?.id ?? 0, "disabled"));
    for (const path of ["/api/user", `/api/users/${user?.id}`, "/api/logout-sso"])
      await provoked("api", "permission_denied", "user_disabled", await seed.call(path, token));
  });
});
