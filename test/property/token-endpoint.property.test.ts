import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { everyReason } from "../../src/errors/walk.ts";
import type { ErrorBody } from "../support/provoked.ts";
import { type KnownClient, redirectUri, TokenDesk, verifier } from "../support/token-desk.ts";

let desk: TokenDesk;
let client: KnownClient;

beforeAll(async () => {
  desk = await TokenDesk.open();
  client = await desk.client();
});
afterAll(() => desk.close());

const known = new Set(everyReason().map(({ family, code, reason }) => `${family} ${code} ${reason}`));

/** An error of the catalogue in JSON; never a success, a page, a redirect or a 5xx. */
async function expectCatalogueError(response: Response): Promise<void> {
  const text = await response.text();
  expect(response.status, text).toBeGreaterThanOrEqual(400);
  expect(response.status, text).toBeLessThan(500);
  expect(response.headers.get("Content-Type")).toBe("application/json");
  const body = JSON.parse(text) as ErrorBody;
  expect(known).toContain(`oauth ${body.error} ${body.reason}`);
  expect(body.request_id).toBe(response.headers.get("X-Request-Id"));
}

const paths = fc.constantFrom("/oauth/token", "/oauth/revoke", "/oauth/introspect");
const types = fc.oneof(
  fc.constantFrom(
    "application/x-www-form-urlencoded",
    "application/json",
    "application/json; charset=utf-16",
  ),
  fc.string({ unit: fc.constantFrom(..."abc/;=+.-* ") }),
);

function send(
  path: string,
  body: Uint8Array<ArrayBuffer> | string,
  headers: Readonly<Record<string, string>>,
) {
  return fetch(desk.server.origin + path, { method: "POST", body, headers, redirect: "manual" });
}

it("answers any bytes with an error of the catalogue", async () => {
  await fc.assert(
    fc.asyncProperty(paths, types, fc.uint8Array({ maxLength: 2000 }), async (path, type, bytes) => {
      await expectCatalogueError(await send(path, new Uint8Array(bytes), { "Content-Type": type }));
    }),
    { numRuns: 150 },
  );
});

it("answers any parameters of a proven client with an error of the catalogue, unless they are right", async () => {
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 40 }),
    fc.constantFrom(
      "",
      "\u0000",
      "__proto__",
      "x".repeat(8192),
      redirectUri,
      verifier,
      "view-user",
      "admin openid",
    ),
  );
  const fields = fc.record(
    {
      grant_type: fc.constantFrom("authorization_code", "refresh_token", "nonsense"),
      code: text,
      redirect_uri: text,
      code_verifier: text,
      refresh_token: text,
      scope: text,
      token: fc.constant(""),
    },
    { requiredKeys: ["grant_type"] },
  );
  await fc.assert(
    fc.asyncProperty(paths, fields, fc.boolean(), async (path, given, asJson) => {
      const all = { ...given, client_id: client.id, client_secret: client.secret ?? "" };
      const body = asJson ? JSON.stringify(all) : new URLSearchParams(all).toString();
      const type = asJson ? "application/json" : "application/x-www-form-urlencoded";
      await expectCatalogueError(await send(path, body, { "Content-Type": type }));
    }),
    { numRuns: 150 },
  );
});

it("answers any Authorization header with an error of the catalogue", async () => {
  const printable = fc.string({ unit: fc.integer({ min: 33, max: 126 }).map((n) => String.fromCharCode(n)) });
  const base64 = fc
    .uint8Array({ maxLength: 100 })
    .map((bytes) => `Basic ${Buffer.from(bytes).toString("base64")}`);
  const pairs = fc
    .tuple(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }))
    .map((pair) => `Basic ${Buffer.from(pair.join(":")).toString("base64")}`);
  await fc.assert(
    fc.asyncProperty(fc.oneof(printable, base64, pairs), async (header) => {
      const type = "application/x-www-form-urlencoded";
      const headers = { "Content-Type": type, Authorization: header };
      await expectCatalogueError(await send("/oauth/token", "grant_type=client_credentials", headers));
    }),
    { numRuns: 100 },
  );
});

it("scope never grows, however often and however narrowed a token is refreshed", async () => {
  const all = ["view-user", "detail-user", "edit-user", "admin"];
  const own = await desk.client({ scopes: all });
  const wishes = fc.array(fc.subarray(all), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(fc.subarray(all, { minLength: 1 }), wishes, async (granted, asked) => {
      let { refresh_token: token } = await desk.tokens(own, { scopes: granted });
      for (const scopes of asked) {
        const response = await desk.refresh(own, token, { scope: scopes.join(" ") });
        const within = scopes.every((scope) => granted.includes(scope));
        expect(response.status).toBe(within ? 200 : 400);
        const body = (await response.json()) as { scope?: string; reason?: string; refresh_token: string };
        if (!within) {
          expect(body.reason).toBe("scope_exceeds_grant");
          continue;
        }
        expect(body.scope?.split(" ")).toEqual(scopes.length > 0 ? scopes : granted);
        token = body.refresh_token;
      }
    }),
    { numRuns: 25 },
  );
});
