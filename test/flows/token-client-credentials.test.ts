import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { provoked } from "../support/provoked.ts";
import { type KnownClient, TokenDesk } from "../support/token-desk.ts";

let desk: TokenDesk;
let client: KnownClient;

beforeAll(async () => {
  desk = await TokenDesk.open();
  const operations = { name: "server-operations", requiresApproval: false, builtIn: false };
  await desk.storage.write(({ scopes }) => scopes.create(operations));
  client = await desk.client({ scopes: ["view-user", "server-operations", "admin"] });
});
afterAll(() => desk.close());

function ask(as: KnownClient, scope = ""): Promise<Response> {
  return desk.as(as, "/oauth/token", { grant_type: "client_credentials", scope });
}

describe("success", () => {
  it("has no refresh token, and scope always", async () => {
    const response = await ask(client, "server-operations");
    expect(await response.text()).toMatch(
      /^\{"token_type":"Bearer","expires_in":86400,"access_token":"mbid_at_[\w-]{76}","scope":"server-operations"\}$/,
    );
  });

  it("empty scope means all that is registered, but never admin", async () => {
    expect(await (await ask(client)).json()).toMatchObject({ scope: "view-user server-operations" });
    const body = new URLSearchParams({
      grant_type: "client_credentials",
      scope: "",
      client_id: client.id,
      client_secret: client.secret ?? "",
    });
    const response = await fetch(`${desk.server.origin}/oauth/token`, { method: "POST", body });
    expect(await response.json()).toMatchObject({ scope: "view-user server-operations" });
  });

  it("repeated names count once, in the order asked", async () => {
    const response = await ask(client, "server-operations view-user server-operations");
    expect(await response.json()).toMatchObject({ scope: "server-operations view-user" });
  });

  it("is the client itself, not a user", async () => {
    const { access_token: token } = (await (await ask(client)).json()) as { access_token: string };
    const answer = await desk.as(client, "/oauth/introspect", { token });
    const described = (await answer.json()) as Record<string, unknown>;
    expect(described).toMatchObject({ active: true, sub: client.id, client_id: client.id });
    expect(described).not.toHaveProperty("username");
  });
});

describe("refusals", () => {
  it("admin, although registered", async () => {
    const { body } = await provoked(
      "oauth",
      "invalid_scope",
      "scope_not_permitted",
      await ask(client, "admin"),
    );
    expect(body?.hint).toContain("admin");
  });

  it("a scope of this server that the client is not registered for", async () => {
    const response = await ask(client, "view-user edit-user");
    const { body } = await provoked("oauth", "invalid_scope", "scope_not_permitted", response);
    expect(body?.hint).toContain("edit-user");
  });

  it.each(["nonsense", "<script>alert(1)</script>", "VIEW-USER", "*"])(
    "unknown: %j, never repeated",
    async (scope) => {
      const response = await ask(client, scope);
      expect(await response.clone().text()).not.toContain(`${scope}.`);
      const { body } = await provoked("oauth", "invalid_scope", "scope_unknown", response);
      expect(body?.hint).not.toContain("script");
    },
  );

  it.each([" ", "a  b", "a ", "a\nb", "é", 'a"b', "a\\b", "\u0000"])("malformed: %j", async (scope) => {
    await provoked("oauth", "invalid_scope", "scope_malformed", await ask(client, scope));
  });

  it("a long scope takes no longer than a short one", async () => {
    const started = performance.now();
    await provoked("oauth", "invalid_scope", "scope_unknown", await ask(client, "a ".repeat(4000).trim()));
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it("public clients, whatever their registration says", async () => {
    const open = await desk.publicClient();
    await provoked("oauth", "unauthorized_client", "grant_not_permitted", await ask(open));
  });

  it("clients without the grant", async () => {
    const own = await desk.client({ grantTypes: ["authorization_code"] });
    await provoked("oauth", "unauthorized_client", "grant_not_permitted", await ask(own));
  });
});
