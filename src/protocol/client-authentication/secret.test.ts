import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { sha256 } from "../hash.ts";
import { generateSecret, secretMatches } from "./secret.ts";

describe("generateSecret", () => {
  it("makes 40 letters and digits, never the same twice", () => {
    const made = new Set(Array.from({ length: 200 }, () => generateSecret(randomBytes)));
    expect(made.size).toBe(200);
    for (const secret of made) expect(secret).toMatch(/^[A-Za-z0-9]{40}$/);
  });

  it("favours no letter: bytes above the last full round of the alphabet are thrown away", () => {
    const rounds = [new Uint8Array(40).fill(255), new Uint8Array(40).fill(248), new Uint8Array(40).fill(247)];
    expect(generateSecret(() => rounds.shift() ?? new Uint8Array(0))).toBe("9".repeat(40));
  });
});

describe("secretMatches", () => {
  const known = (secret: string, expiresAt: number | null) => ({
    hash: sha256(secret),
    createdAt: 0,
    expiresAt,
  });

  it("takes any secret in force, wherever it stands", () => {
    const secrets = [known("one", null), known("two", 100), known("three", null)];
    expect(["one", "two", "three"].map((secret) => secretMatches(secret, secrets, 99))).toEqual([
      true,
      true,
      true,
    ]);
    expect(secretMatches("two", secrets, 100)).toBe(false);
    expect(secretMatches("four", secrets, 0)).toBe(false);
  });

  it("takes nothing where there is no secret", () => {
    for (const guess of ["", "0".repeat(43), "x"]) expect(secretMatches(guess, [], 0)).toBe(false);
  });
});
