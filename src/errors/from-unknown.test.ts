import { describe, expect, it } from "vitest";
import { apiError, type CatalogueError, oauthError } from "./catalogue-error.ts";
import { fromUnknown, inFamily } from "./from-unknown.ts";

function named(name: string): Error {
  return Object.assign(new Error("postgres://user:secret@db"), { name });
}

const nameOf = ({ family, code, reason }: CatalogueError) => `${family} ${code} ${reason}`;

describe("fromUnknown", () => {
  it.each([
    [
      named("StorageUnavailable"),
      "oauth temporarily_unavailable database_unavailable",
      "api service_unavailable database_unavailable",
    ],
    [
      Object.assign(named("StorageUnavailable"), { overloaded: true }),
      "oauth temporarily_unavailable overloaded",
      "api service_unavailable overloaded",
    ],
    [named("Overloaded"), "oauth temporarily_unavailable overloaded", "api service_unavailable overloaded"],
    [new TypeError("x is not a function"), "oauth server_error unexpected", "api server_error unexpected"],
    ["a thrown text", "oauth server_error unexpected", "api server_error unexpected"],
    [undefined, "oauth server_error unexpected", "api server_error unexpected"],
  ])("maps %s", (thrown, oauth, api) => {
    expect(nameOf(fromUnknown(thrown, "oauth"))).toBe(oauth);
    expect(nameOf(fromUnknown(thrown, "api"))).toBe(api);
    expect(fromUnknown(thrown, "api").cause).toBe(thrown);
  });

  it("leaves a catalogue error as it is", () => {
    const error = oauthError("invalid_grant", "authorization_code_used");
    expect(fromUnknown(error, "oauth")).toBe(error);
  });
});

describe("inFamily", () => {
  it.each([
    [oauthError("temporarily_unavailable", "maintenance"), "api service_unavailable maintenance"],
    [oauthError("temporarily_unavailable", "rate_limited"), "api rate_limit_exceeded rate_limited"],
    [oauthError("server_error", "unexpected"), "api server_error unexpected"],
    [oauthError("invalid_request", "body_too_large", { limit: 1 }), "api validation_error body_too_large"],
  ] as const)("says the same in the API's words and back (%#)", (error, api) => {
    const there = inFamily(error, "api");
    expect(nameOf(there)).toBe(api);
    expect(nameOf(inFamily(there, "oauth"))).toBe(nameOf(error));
  });

  it("carries what the thrower knew", () => {
    const error = oauthError("temporarily_unavailable", "maintenance", {}, { retryAfter: 7, detail: "d" });
    const there = inFamily(error, "api");
    expect([there.retryAfter, there.extras.detail, there.status]).toEqual([7, "d", 503]);
  });

  it("leaves what only one family knows", () => {
    const error = apiError("permission_denied", "origin_foreign");
    expect(inFamily(error, "oauth")).toBe(error);
  });
});
