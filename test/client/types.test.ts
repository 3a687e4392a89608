import { expect, expectTypeOf, it } from "vitest";
import { type MubarokahError, memoryStore, type UserChange } from "../../packages/client/src/index.ts";
import { client, json, scriptedFetch } from "./scripted.ts";

/** What the compiler says is checked with all other types: an expectation that finds no error is one. */

/** Handles every code but two, and of these only one. */
function forgetful(error: MubarokahError): string {
  if (error.code !== "timeout" && error.code !== "aborted") return "handled";
  switch (error.code) {
    case "timeout":
      return "later";
    default:
      // @ts-expect-error: `aborted` is left out
      return error satisfies never;
  }
}

function misspelled(error: MubarokahError): boolean {
  // @ts-expect-error: no code of any version
  if (error.code === "invalid_grants") return true;
  // A reason may be of a later version; completion offers those of this one.
  return error.code === "invalid_grant" && error.reason === "a_later_reason";
}

it("a code that is left out of a switch, or misspelled, does not compile", () => {
  const given = (code: string) => ({ code, reason: "a_later_reason" }) as MubarokahError;
  expect(forgetful(given("timeout"))).toBe("later");
  expect([misspelled(given("invalid_grant")), misspelled(given("timeout"))]).toEqual([true, false]);
});

it("a field that is no field does not compile, and the answer has the fields that were changed", async () => {
  const { fetch, sent } = scriptedFetch(json({ bio: "x" }));
  const tokens = { accessToken: "a", expiresAt: Date.now() + 3_600_000, scope: [] };
  const session = client({ fetch }).session(memoryStore(tokens));
  const changed = await session.update({ bio: "x" });
  expectTypeOf(changed).toEqualTypeOf<{ bio: string }>();
  // @ts-expect-error: misspelled, beside one that is right
  await session.update({ bio: "x", gendre: "female" });
  // @ts-expect-error: no value of this field
  await session.update({ gender: "unknown" });
  const any: UserChange = { name: "Siti" };
  expectTypeOf(await session.update(any)).toEqualTypeOf<Required<UserChange>>();
  expect(sent).toHaveLength(4);
});
