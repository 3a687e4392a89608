import { expect, it } from "vitest";
import { aClient } from "../../../test/support/records.ts";
import { changedFields, losesVerification } from "./changed-fields.ts";

const client = aClient({
  redirectUris: ["https://app.example.com/callback"],
  homepageUrl: "https://app.example.com/",
});
const issuer = "https://id.example";

it("names what changes, and nothing that stays as it is", () => {
  const change = {
    name: client.name,
    redirectUris: [...client.redirectUris],
    scopes: [],
    accessTokenTtl: 60,
  };
  expect(changedFields(client, change)).toEqual(["scopes", "access_token_ttl"]);
});

it.each([
  ["a name", { name: "Other" }, true],
  ["a homepage", { homepageUrl: "https://evil.example/" }, true],
  ["no homepage any more", { homepageUrl: null }, true],
  ["a privacy policy", { privacyPolicyUrl: "https://app.example.com/privacy" }, true],
  ["a redirect to another host", { redirectUris: ["https://evil.example/callback"] }, true],
  ["a redirect to another port", { redirectUris: ["https://app.example.com:8443/callback"] }, true],
  ["a private scheme", { redirectUris: ["com.example.app:/callback"] }, true],
  ["another path of the same host", { redirectUris: ["https://app.example.com/other"] }, false],
  ["fewer redirects", { redirectUris: [] }, false],
  ["a redirect to this server", { redirectUris: [`${issuer}/developer/try/callback`] }, false],
  ["other scopes and grants", { scopes: ["view-user"], grantTypes: [] }, false],
] as const)("%s makes another application of it: %#", (_what, change, lost) => {
  expect(losesVerification(client, change, issuer)).toBe(lost);
  expect(losesVerification({ ...client, verified: false }, change, issuer)).toBe(false);
});
