import { describe, expect, it } from "vitest";
import { client, thrownBy } from "./scripted.ts";

describe("options that can never work", () => {
  it.each([
    ["issuer_malformed", { issuer: "" }],
    ["issuer_malformed", { issuer: "id.example.com" }],
    ["issuer_malformed", { issuer: "https://id.example.com/oauth" }],
    ["issuer_malformed", { issuer: "https://id.example.com?x" }],
    ["issuer_malformed", { issuer: "ftp://id.example.com" }],
    ["issuer_malformed", { issuer: "https://user@id.example.com" }],
    ["issuer_insecure", { issuer: "http://id.example.com" }],
    ["issuer_insecure", { issuer: "http://localhost.evil.example" }],
    ["client_id_missing", { clientId: "" }],
  ])("%s: %o", async (reason, options) => {
    const error = await thrownBy(() => client(options));
    expect(error).toMatchObject({ code: "configuration_invalid", reason, fixableBy: "app_developer" });
    expect(error.hint).not.toBe("");
  });

  it.each(["http://localhost:3000", "http://127.0.0.1:3000", "http://[::1]:3000", "https://id.example.com/"])(
    "%s is fine",
    (origin) => {
      expect(client({ issuer: origin }).issuer).toBe(origin.replace(/\/$/, ""));
    },
  );

  it("no redirect URI, no secret", async () => {
    const bare = client({ redirectUri: undefined, timeoutMs: undefined });
    expect(await thrownBy(() => bare.authorizationUrl())).toMatchObject({ reason: "redirect_uri_missing" });
    expect(await thrownBy(() => bare.clientCredentials())).toMatchObject({ reason: "client_secret_missing" });
  });

  it("a secret in a browser", async () => {
    Object.assign(globalThis, { document: {} });
    try {
      const error = await thrownBy(() => client({ clientSecret: "s" }));
      expect(error).toMatchObject({ reason: "client_secret_in_browser" });
      expect(() => client()).not.toThrow();
    } finally {
      Reflect.deleteProperty(globalThis, "document");
    }
  });
});
