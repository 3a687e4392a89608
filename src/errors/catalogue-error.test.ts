import { expect, it } from "vitest";
import { apiError, oauthError } from "./catalogue-error.ts";

const frame = /\n {4}at /;

it("knows where a failure of ours was thrown, and spares a refusal the time to find out", () => {
  expect(oauthError("server_error", "unexpected").stack).toMatch(frame);
  expect(apiError("token_expired", "token_expired").stack).not.toMatch(frame);
  expect(new Error("of anybody else").stack).toMatch(frame);
});
