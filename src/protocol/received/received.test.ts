import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keptNames } from "./names.ts";
import { withoutValues } from "./redirect-uri.ts";
import { keptScopes } from "./scopes.ts";

const canary = "K4n4rySecret0123456789";

describe("A redirect URI as it may be kept", () => {
  it.each([
    ["https://a.example/cb/", "https://a.example/cb/"],
    [`https://a.example/cb?tenant=${canary}&x[]=${canary}`, "https://a.example/cb?tenant=…&x[]=…"],
    [`https://a.example/cb?${canary}`, "https://a.example/cb?…"],
    [`https://a.example/cb?a b${canary}=1&&`, "https://a.example/cb?…&&"],
    [`https://a.example/cb#access_token=${canary}`, "https://a.example/cb#…"],
    ["https://a.example/cb#", "https://a.example/cb#"],
    ["https://a.example/cb?", "https://a.example/cb?"],
    [`https://me:${canary}@a.example/cb`, "https://…@a.example/cb"],
    [`https://me:${canary}@b@a.example`, "https://…@a.example"],
    [`https://a.example/cb;session=${canary}/x`, "https://a.example/cb;session=…/x"],
    [`https://a.example/cb%3Fcode%3D${canary}`, "https://a.example/cb%3F…"],
    [`https%3A%2F%2Fa.example%2Fcb%3Fcode%3D${canary}`, "https%3A%2F%2Fa.example%2Fcb%3Fcode%3D…"],
    ["com.example.app:/cb", "com.example.app:/cb"],
    ["localhost:3000/cb", "localhost:3000/cb"],
    ["a.example/cb", "a.example/cb"],
    ["/callback", "/callback"],
    ["https://a.example/\u202ecb…", "https://a.example/%E2%80%AEcb%E2%80%A6"],
    [`https://a.example/cb/${canary}/x`, "https://a.example/cb/…/x"],
    ["https://a.example/reset/eyJhbGciOiJub25lIn0.eyJzdWIiOjF9./x", "https://a.example/reset/…/x"],
    ["https://a.example/0b5bd3c4-8a4c-4f07-9c36-2f0f4a5de0a9", "https://a.example/…"],
    ["https://a.example/otp/493817", "https://a.example/otp/…"],
    ["https://a.example/%4b4n4rySecret0123456789%2Fcb", "https://a.example/…"],
    ["https://a.example/cb%253Ftoken%253DK4n4rySecret0123456789", "https://a.example/…"],
    [`https://a.example/cb?${canary}=`, "https://a.example/cb?…"],
    [`https://a.example/cb;${canary}=1`, "https://a.example/…"],
    ["https://a.example/login/oauth2/code/my-shop-v2", "https://a.example/login/oauth2/code/my-shop-v2"],
    [
      "https://a.example/auth/signInWithMubarokahCallback",
      "https://a.example/auth/signInWithMubarokahCallback",
    ],
    ["https://me:hunt/er2@a.example/cb", "https://…"],
    ["https://me:hunt?er2@a.example/cb", "https://…?…"],
    ["https://[::1]:3000/cb", "https://[::1]:3000/cb"],
    ["http:/me:hunter2@a.example/cb", "http:/…/cb"],
    ["http:///me:hunter2@a.example/cb", "http:///…/cb"],
    ["http://a.example\\me:hunter2@b.example", "http://…@b.example"],
    ["me.example:hunter2@a.example/cb", "…/cb"],
    ["localhost:hunter2/cb", "…/cb"],
    ["https://a.example/siti@example.com", "https://a.example/…"],
    [canary, "…"],
    [`data:text/html,${canary}`, "…"],
    [`Bearer ${canary}`, "…"],
    ["", "…"],
    ["%", "…"],
  ])("%s: %s", (received, kept) => expect(withoutValues(received)).toBe(kept));

  it("is bounded, printable, and holds no value, whatever comes", () => {
    const part = fc.oneof(
      fc.constantFrom("https://a.example", "/", "?", "&", "=", "#", "@", "%3d", "%", "…", "\ud800"),
      fc.string({ unit: "binary" }),
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const kept = withoutValues(parts.join(""));
        expect(kept.length).toBeLessThan(302);
        expect(kept).toMatch(/^[\x21-\x7e…]+$/);
        const before = `${parts.join("").replaceAll(/[#?]/g, "")}`;
        expect(withoutValues(`https://a.example/${before}?a=${canary}#${canary}`)).not.toContain(canary);
      }),
      { numRuns: 50 },
    );
  });
});

it("Of names only those of a fixed list are kept", () => {
  const json = `{"client_secret":"${canary}"}`;
  expect(keptNames(["client_id", json, canary, "redirect_url", "client_id"])).toEqual([
    "client_id",
    "*",
    "redirect_url",
  ]);
  expect(keptNames([])).toEqual([]);
});

it("Of scopes only what no secret looks like is kept", () => {
  const plain = [
    "view-user",
    "View-User",
    "server.operations",
    "https://www.example.com/auth/userinfo.email",
  ];
  expect(keptScopes(plain)).toEqual(plain);
  expect(keptScopes([canary, "x".repeat(61), "ABCDEFGHIJKLMNOPQRSTU", "a1"])).toEqual(["…", "…", "…", "…"]);
  expect(keptScopes(Array.from({ length: 30 }, () => "a"))).toHaveLength(21);
});
