import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aClient } from "../../../test/support/records.ts";
import type { Client } from "../../storage/port/clients.ts";
import { applicationProblems } from "./application.ts";

const rules = { operatorName: "Mubarokah ID" };
const problems = (change: Partial<Client>) => applicationProblems(aClient(change), rules);

describe("an application", () => {
  it("may be registered as it should be", () => {
    expect(problems({})).toBeUndefined();
    expect(problems({ confidential: false, grantTypes: ["authorization_code"] })).toBeUndefined();
    expect(problems({ grantTypes: ["client_credentials"], redirectUris: [], scopes: [] })).toBeUndefined();
  });

  it.each([
    ["a name", { name: " \u200b" }, { name: "missing" }],
    ["a name that is not too long", { name: "ä".repeat(101) }, { name: "too_long" }],
    ["a name in one line", { name: "a\nb" }, { name: "characters" }],
    ["a name that turns no text around", { name: "a\u202eb" }, { name: "characters" }],
    ["a name that is not the operator's", { name: "Mubarokah ID" }, { name: "imitation" }],
    ["a redirect URI where people sign in", { redirectUris: [] }, { redirectUris: "missing" }],
    [
      "at most 20 of them",
      { redirectUris: Array(21).fill("https://a.example/") },
      { redirectUris: "too_many" },
    ],
    ["a grant", { grantTypes: [], redirectUris: [] }, { grantTypes: "missing" }],
    ["something to refresh", { grantTypes: ["refresh_token"] }, { grantTypes: "refresh_token_alone" }],
    [
      "a secret for client_credentials",
      { confidential: false, grantTypes: ["client_credentials"] },
      { grantTypes: "client_credentials_public" },
    ],
    ["a scope where people sign in", { scopes: [] }, { scopes: "missing" }],
  ] as const)("needs %s", (_what, change, expected) => {
    expect(problems(change)).toEqual(expected);
  });

  it("is told of every redirect URI that cannot be, and of everything else at once", () => {
    const redirectUris = [
      "https://a.example/",
      "http://a.example/",
      "javascript:alert(1)",
      "https://a.example/#x",
    ];
    expect(problems({ redirectUris, name: "" })).toEqual({
      name: "missing",
      redirectUris: [
        { uri: "http://a.example/", kind: "insecure" },
        { uri: "javascript:alert(1)", kind: "scheme" },
        { uri: "https://a.example/#x", kind: "fragment" },
      ],
    });
  });

  it("may be called as its operator likes where the operator registers it", () => {
    expect(applicationProblems(aClient({ name: "Mubarokah ID" }), { operatorName: null })).toBeUndefined();
  });

  it("is checked without failing, whatever its name", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (name) => {
        const found = problems({ name })?.name;
        expect([undefined, "missing", "too_long", "characters", "imitation"]).toContain(found);
      }),
    );
  });
});
