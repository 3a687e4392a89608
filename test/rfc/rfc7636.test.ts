import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ErrorBody } from "../support/provoked.ts";
import { type KnownClient, TokenDesk } from "../support/token-desk.ts";

let desk: TokenDesk;
let client: KnownClient;
beforeAll(async () => {
  desk = await TokenDesk.open();
  client = await desk.publicClient();
});
afterAll(() => desk.close());

/** Appendix B. */
const pair = {
  verifier: "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
  challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
};

const errorOf = async (response: Response) => ((await response.json()) as ErrorBody).error;

describe("RFC 7636, proof key for code exchange", () => {
  it("appendix B: the example verifier meets the example challenge", async () => {
    const code = await desk.code(client, { codeChallenge: pair.challenge });
    expect((await desk.redeem(client, code, { code_verifier: pair.verifier })).status).toBe(200);
  });

  it("§4.1: a verifier has 43 to 128 unreserved characters, all of them possible", async () => {
    const { challengeOf } = await import("../../src/protocol/pkce.ts");
    for (const verifier of [`${"a-._~".repeat(8)}Z09`, "~".repeat(128)]) {
      const code = await desk.code(client, { codeChallenge: challengeOf(verifier) });
      expect((await desk.redeem(client, code, { code_verifier: verifier })).status).toBe(200);
    }
    for (const verifier of ["a".repeat(42), "a".repeat(129), `${"a".repeat(43)}+`]) {
      const code = await desk.code(client, { codeChallenge: challengeOf(verifier) });
      expect(await errorOf(await desk.redeem(client, code, { code_verifier: verifier }))).toBe(
        "invalid_request",
      );
    }
  });

  it("§4.6: unequal values MUST be answered invalid_grant", async () => {
    const code = await desk.code(client, { codeChallenge: pair.challenge });
    expect(await errorOf(await desk.redeem(client, code, { code_verifier: "b".repeat(43) }))).toBe(
      "invalid_grant",
    );
  });

  it("§4.6: only S256 is there: the challenge itself is no verifier", async () => {
    const code = await desk.code(client, { codeChallenge: pair.challenge });
    expect(await errorOf(await desk.redeem(client, code, { code_verifier: pair.challenge }))).toBe(
      "invalid_grant",
    );
  });
});
