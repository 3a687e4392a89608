import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TokenDesk } from "../support/token-desk.ts";

let desk: TokenDesk;
let response: Response;
let metadata: Readonly<Record<string, unknown>>;
beforeAll(async () => {
  desk = await TokenDesk.open();
  response = await fetch(`${desk.server.origin}/.well-known/oauth-authorization-server`);
  metadata = (await response.json()) as Readonly<Record<string, unknown>>;
});
afterAll(() => desk.close());

const text = (name: string) => String(metadata[name]);
const list = (name: string) => metadata[name] as readonly string[];

describe("RFC 8414, authorization server metadata", () => {
  it("§2: issuer is a URL without query or fragment; §3.3: it MUST be identical to the one asked", () => {
    expect(text("issuer")).toBe(desk.server.origin);
    expect(text("issuer")).not.toMatch(/[?#]|\/$/);
  });

  it("§2: response_types_supported is REQUIRED, and every endpoint is below the issuer", () => {
    expect(list("response_types_supported")).toEqual(["code"]);
    for (const [name, value] of Object.entries(metadata))
      if (/_(endpoint|uri|documentation)$/.test(name)) expect(value).toMatch(`${desk.server.origin}/`);
  });

  it("§2: claims of zero elements MUST be omitted", () => {
    for (const value of Object.values(metadata)) expect(value).not.toEqual([]);
  });

  it("§2: every endpoint that is announced is there", async () => {
    for (const name of ["token_endpoint", "revocation_endpoint", "introspection_endpoint"]) {
      const answer = await fetch(text(name), { method: "POST", body: new URLSearchParams({ token: "x" }) });
      expect(await answer.json()).toMatchObject({ reason: "client_authentication_missing" });
    }
    expect((await fetch(text("authorization_endpoint"), { redirect: "manual" })).status).toBe(400);
    for (const name of ["jwks_uri", "service_documentation"])
      expect((await fetch(text(name))).status).toBe(200);
  });

  it("§2: every grant that is announced is handled, and no other", async () => {
    const client = await desk.client();
    const reasons = await Promise.all(
      [...list("grant_types_supported"), "password"].map(async (grantType) => {
        const answer = await desk.as(client, "/oauth/token", { grant_type: grantType });
        return ((await answer.json()) as { reason?: string }).reason;
      }),
    );
    expect(reasons).toEqual(["parameter_missing", "parameter_missing", undefined, "grant_type_unsupported"]);
  });

  it("§3: GET at the well-known path answers JSON", () => {
    expect(response.status).toBe(200);
    expect(response.headers.get("Content-Type")).toBe("application/json");
  });

  it("RFC 9207 §3: iss in authorization responses is announced", () => {
    expect(metadata["authorization_response_iss_parameter_supported"]).toBe(true);
  });
});
