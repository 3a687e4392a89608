import { describe, expect, it } from "vitest";
import { challengeOf, isChallenge, isVerifier } from "./pkce.ts";

describe("PKCE", () => {
  it("computes the challenge of RFC 7636 appendix B", () => {
    expect(challengeOf("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")).toBe(
      "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
    );
  });

  it.each([
    ["a".repeat(43), true],
    ["-._~".repeat(32), true],
    ["a".repeat(42), false],
    ["a".repeat(129), false],
    [`${"a".repeat(43)}+`, false],
    [`${"a".repeat(43)}\n`, false],
    ["", false],
  ])("verifier %j: %s", (text, wanted) => expect(isVerifier(text)).toBe(wanted));

  it.each([
    ["E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", true],
    ["E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM=", false],
    ["E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-c", false],
    ["E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM\n", false],
    ["E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw/cM", false],
    [`${"A".repeat(42)}B`, false],
  ])("challenge %j: %s", (text, wanted) => expect(isChallenge(text)).toBe(wanted));
});
