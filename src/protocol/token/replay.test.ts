import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import * as fixture from "../../../test/contract/fixtures.ts";
import { mintToken } from "../tokens/opaque.ts";
import { keptRotation, repeatedResponse, rotationEntropy, rotationNonce } from "./replay.ts";
import { tokenResponse } from "./response.ts";

const presented = mintToken("refreshToken", () => "0".repeat(26), randomBytes).token;

function rotated(token: string) {
  const nonce = rotationNonce(randomBytes);
  const entropy = rotationEntropy(token, nonce);
  const access = mintToken("accessToken", () => "1".repeat(26), entropy);
  const refresh = mintToken("refreshToken", () => "2".repeat(26), entropy);
  const accessToken = fixture.anAccessToken({ id: access.id, scopes: ["view-user", "a"] });
  const kept = keptRotation(nonce, { accessToken, refreshToken: fixture.aRefreshToken({ id: refresh.id }) });
  const expiresIn = (accessToken.expiresAt - accessToken.issuedAt) / 1000;
  return { kept, access, refresh, response: tokenResponse(expiresIn, access, refresh, "view-user a") };
}

it("The response of a rotation is made again to the byte, from the token that was presented", () => {
  const { kept, refresh, response } = rotated(presented);
  expect(repeatedResponse(kept, presented, refresh.hash)).toBe(response);
});

it("Nothing is made from another token, another rotation or other words", () => {
  const { kept, refresh } = rotated(presented);
  const other = mintToken("refreshToken", () => "0".repeat(26), randomBytes).token;
  expect(repeatedResponse(kept, other, refresh.hash)).toBeUndefined();
  expect(repeatedResponse(rotated(presented).kept, presented, refresh.hash)).toBeUndefined();
  const changed = kept.replace("2".repeat(26), "3".repeat(26));
  expect(repeatedResponse(changed, presented, refresh.hash)).toBeUndefined();
});

it("Two rotations of one token, and its two tokens, have nothing in common", () => {
  const [one, two] = [rotated(presented), rotated(presented)];
  const secrets = [one, two].flatMap(({ access, refresh }) => [access.token, refresh.token]);
  expect(new Set(secrets.map((token) => token.slice(34, 77))).size).toBe(4);
  for (const secret of secrets) expect(one.kept).not.toContain(secret.slice(34, 77));
  const entropy = rotationEntropy(presented, "n");
  entropy(64);
  expect(() => entropy(1)).toThrow(RangeError);
});
