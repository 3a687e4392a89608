import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Candidate, nextStep, type Step } from "../../src/protocol/authorize/next-step.ts";
import { readParameters } from "../../src/protocol/authorize/parameters.ts";
import { judge } from "../../src/protocol/authorize/pipeline.ts";
import { isWithin } from "../../src/protocol/scope.ts";
import { aClient, aSession, aUser } from "../support/records.ts";

const known = ["view-user", "detail-user", "edit-user", "admin", "server-operations"];
const some = fc.subarray(known);
const words = fc.constantFrom(...known, "openid", "VIEW-USER", "*", "");
const scopeText = fc.oneof(
  some.map((all) => all.join(" ")),
  fc.array(words, { maxLength: 6 }).map((all) => all.join(" ")),
  fc.string({ maxLength: 40 }),
);

const world = fc.record({
  scope: scopeText,
  permitted: some,
  consented: fc.option(some, { nil: undefined }),
  given: fc.option(fc.record({ userId: fc.constantFrom(1, 2), scopes: some }), { nil: undefined }),
  role: fc.constantFrom("user" as const, "admin" as const),
  prompt: fc.constantFrom("", "none", "consent"),
  confidential: fc.boolean(),
});
type World = typeof world extends fc.Arbitrary<infer W> ? W : never;

/** What the server would do next; undefined when the request's parameters are refused. */
function stepIn({ scope, permitted, consented, given, role, prompt, confidential }: World): Step | undefined {
  const client = aClient({ scopes: permitted, confidential });
  const parameters = readParameters([
    ["response_type", "code"],
    ["client_id", client.id],
    ["redirect_uri", "https://app.example.com/callback"],
    ["code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"],
    ["code_challenge_method", "S256"],
    ["scope", scope],
    ["prompt", prompt],
  ]);
  const verdict = judge({ parameters, client, knownScopes: known });
  if (verdict.kind !== "accepted") return undefined;
  const consent = consented && {
    userId: 1,
    clientId: client.id,
    scopes: consented,
    grantedAt: 0,
    lastUsedAt: 0,
  };
  const person = { session: aSession({ userId: 1 }), user: aUser({ id: 1, role }) };
  const account: Candidate = { ...person, consent, admitted: true };
  const { request } = verdict;
  return nextStep({ request, arrivedAt: 0, client, accounts: [account], chosenSessionId: null, given });
}

type Granting = Extract<Step, { readonly scopes: readonly string[] }>;

/** What holds for the scopes that a page shows and a code carries. */
function expectNoMoreThanAsked({ scope, permitted, role }: World, scopes: readonly string[]): void {
  expect(scopes).not.toHaveLength(0);
  expect(isWithin(scopes, permitted)).toBe(true);
  expect(isWithin(scopes, scope === "" ? ["view-user"] : scope.split(" "))).toBe(true);
  expect(role === "admin" || !scopes.includes("admin")).toBe(true);
}

/** The yes that a code rests on: for this very person, and for every scope of it. */
function yesBehind({ consented, given }: World, step: Granting): readonly string[] {
  if (step.step === "code" && step.consent === "standing") return consented ?? [];
  return given?.userId === 1 ? given.scopes : [];
}

describe("scope never grows", () => {
  it("on its way from the request to the code", () => {
    let codes = 0;
    const one = fc.property(world, (facts) => {
      const step = stepIn(facts);
      if (!(step && "scopes" in step)) return;
      expectNoMoreThanAsked(facts, step.scopes);
      if (step.step === "consent") return;
      codes += 1;
      expect(isWithin(step.scopes, yesBehind(facts, step))).toBe(true);
    });
    fc.assert(one, { numRuns: 20_000 });
    expect(codes).toBeGreaterThan(100);
  });
});
