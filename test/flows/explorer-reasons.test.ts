import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { sampleParameters } from "../../src/errors/sample-values.ts";
import { type CatalogueEntry, everyReason } from "../../src/errors/walk.ts";
import { messages } from "../../src/i18n/messages.ts";
import { type Failure, failureEndpoints } from "../../src/storage/port/failures.ts";
import { isExplained } from "../../src/web/explorer/difference.tsx";
import { Portal, type SignedInPerson } from "../support/portal.ts";

let portal: Portal;
let owner: SignedInPerson;
let kept: readonly (readonly [CatalogueEntry, Failure])[];
let clientId: string;

beforeAll(async () => {
  portal = await Portal.open();
  owner = await portal.somebody("user", 0, { locale: "en" });
  ({ id: clientId } = await portal.seed.client({ ownerId: owner.user.id }));
  const met = everyReason().flatMap((entry) => {
    const endpoint = failureEndpoints.find((place) => place !== "page" && entry.entry.places.includes(place));
    return endpoint ? [[entry, failure(entry, endpoint)] as const] : [];
  });
  await portal.seed.storage.write(({ failures }) =>
    failures.record(
      [],
      met.map(([, each]) => each),
      { proven: 1_000, claimed: 1_000, ofOneReason: 10 },
    ),
  );
  kept = met;
});
afterAll(() => portal.close());

const textOf = (value: string | number | undefined) => (value === undefined ? null : String(value));

/** With as little as can be known of a request: nothing but what the error itself says. */
function failure({ family, code, reason }: CatalogueEntry, endpoint: Failure["endpoint"]): Failure {
  const requestId = randomBytes(16).toString("hex");
  const { parameter, scope, grant_type, expected, supported, allowed, limit } = sampleParameters(
    family,
    reason,
  );
  const about = textOf(parameter ?? scope ?? grant_type);
  const told = { about, expected: textOf(expected ?? supported ?? allowed ?? limit) };
  const unknown = { authentication: null, redirectUri: null, parameters: [], scopes: [] };
  const same = { clientId, at: Date.now(), proven: true, ...unknown };
  return { id: `f${requestId}`, requestId, endpoint, code, reason, ...told, ...same };
}

it("Every error that an application can meet has a page with what differed and how to mend it", async () => {
  expect(kept.length).toBeGreaterThan(80);
  const { explorer, errorPage } = messages("en");
  const { fixableBy } = errorPage;
  for (const [{ reason, entry }, { requestId, endpoint }] of kept) {
    const path = `/developer/applications/${clientId}/errors/${requestId}`;
    const { status, text } = await owner.browser.get(path);
    expect([reason, endpoint, status]).toEqual([reason, endpoint, 200]);
    expect(text).toContain("How to mend it");
    expect(text).toContain(fixableBy[entry.fixableBy]);
    if (isExplained(reason, explorer))
      expect([reason, text.includes("What differed")]).toEqual([reason, true]);
    expect(text).not.toMatch(/<(li|dd|h3)>(<code>)?(undefined|null)</);
  }
});
