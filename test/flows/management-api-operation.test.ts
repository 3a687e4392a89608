import { request as httpRequest } from "node:http";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Issued } from "../support/api-seed.ts";
import { base, Management, tokenOf, told } from "../support/management.ts";
import { provoked } from "../support/provoked.ts";

let management: Management;
beforeAll(async () => {
  management = await Management.open();
});
afterAll(() => management.close());

const invalid = async (response: Response) => {
  const { body } = await provoked("api", "validation_error", "field_invalid", response);
  return body?.errors ?? {};
};

it("scopes are listed and created, once", async () => {
  const made = { name: "server-operations", requires_approval: false };
  await told("createScope", await management.post("/scopes", made));
  expect(await told("listScopes", await management.get("/scopes"))).toMatchObject({
    scopes: expect.arrayContaining([{ ...made, built_in: false }]),
  });
  expect(await invalid(await management.post("/scopes", made))).toEqual({ name: ["Is taken already."] });
  expect(Object.keys(await invalid(await management.post("/scopes", { name: "A B" })))).toEqual(["name"]);
});

it("maintenance is switched and planned, and the API goes on for administrators only", async () => {
  const on = await told("maintenanceOn", await management.post("/maintenance/on", { message: "Soon back" }));
  expect(on).toEqual({ now: { retry_after: 120, message: "Soon back", read_only: false }, planned: null });
  const { token } = await management.seed.token();
  await vi.waitFor(
    async () => expect((await management.seed.call("/api/user", token)).status).toBe(503),
    20_000,
  );
  const off = await told("maintenanceOff", await management.post("/maintenance/off"));
  expect(off).toEqual({ now: null, planned: null });
  const year = new Date().getUTCFullYear() + 1;
  const [from, until] = [`${year}-01-01T01:00:00Z`, `${year}-01-01T02:00:00Z`];
  const planned = await told("planMaintenance", await management.post("/maintenance/plan", { from, until }));
  expect(planned).toMatchObject({ planned: { from: `${year}-01-01T01:00:00.000Z`, message: null } });
  expect(await told("showMaintenance", await management.get("/maintenance"))).toEqual(planned);
  const turned = await management.post("/maintenance/plan", { from: until, until: from });
  expect(await invalid(turned)).toEqual({ until: ["Must be later than from."] });
  const none = await told("cancelMaintenance", await management.post("/maintenance/cancel"));
  expect(none).toEqual({ now: null, planned: null });
  const wrong = await management.post("/maintenance/on", { retry_after: 0, read_only: "yes" });
  expect(Object.keys(await invalid(wrong))).toEqual(["retry_after", "read_only"]);
});

it("the audit log tells of it all, page by page", async () => {
  const actor = management.admin.user?.id;
  const { id } = await management.seed.user();
  for (let index = 0; index < 26; index++)
    for (const status of ["disabled", "active"]) await management.post(`/users/${id}/status`, { status });
  const query = `/audit?target_kind=user&target_id=${id}`;
  const first = await told("listAudit", await management.get(query));
  const rest = await told("listAudit", await management.get(`${query}&after=${first.next}`));
  expect([first.entries?.length, rest.entries?.length, rest.next]).toEqual([50, 2, null]);
  expect(first.entries?.[0]).toMatchObject({ action: "user.enabled", actor_id: actor, via: "api" });
  const other = await management.get(`/audit?actor=${actor}&after=${first.next}`);
  await provoked("api", "validation_error", "cursor_invalid", other);
  const cases = [
    ["actor=x", { actor: ["Must be the number of a person."] }],
    ["since=2026-02-30", { since: ["Must be a date written YYYY-MM-DD."] }],
    [`actor=1&target_kind=user&target_id=1`, { query: [expect.stringContaining("at a time")] }],
  ] as const;
  for (const [asked, errors] of cases)
    expect(await invalid(await management.get(`/audit?${asked}`))).toEqual(errors);
});

describe("what is taken away while a request is under way", () => {
  /** Sends the head of a request, waits until it was let in, takes something away, and sends the body. */
  async function late(issued: Issued, takeAway: () => Promise<unknown>): Promise<Response> {
    const { consents } = management.seed.storage.committed;
    const personId = issued.user?.id ?? 0;
    const lastUse = async () => (await consents.find(personId, issued.client.id))?.lastUsedAt;
    const before = await lastUse();
    const body = JSON.stringify({ name: "too-late" });
    const headers = {
      Authorization: `Bearer ${issued.token}`,
      "Content-Type": "application/json",
      "Content-Length": body.length,
    };
    const sent = httpRequest(`${management.seed.server.origin}${base}/scopes`, { method: "POST", headers });
    const answered = new Promise<Response>((resolve, reject) => {
      sent.on("error", reject);
      sent.on("response", (incoming) => {
        text(incoming).then((answer) => {
          const told = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]);
          resolve(
            new Response(answer, { status: incoming.statusCode ?? 0, headers: Object.fromEntries(told) }),
          );
        }, reject);
      });
    });
    sent.flushHeaders();
    await vi.waitFor(async () => expect(await lastUse()).not.toBe(before), 20_000);
    await takeAway();
    sent.end(body);
    return answered;
  }

  it("counts: token, role and approval are looked at again in the unit that writes", async () => {
    const { seed } = management;
    const [token, role, approval] = [
      await tokenOf(seed, "admin"),
      await tokenOf(seed, "admin"),
      await tokenOf(seed, "admin"),
    ];
    const revoked = await late(token, () =>
      seed.storage.write(({ authorizations }) => authorizations.revokeAccessToken(token.id, Date.now())),
    );
    await provoked("api", "token_invalid", "token_revoked", revoked);
    const lowered = await late(role, () =>
      seed.storage.write(({ users }) => users.setRole(role.user?.id ?? 0, "user")),
    );
    await provoked("api", "permission_denied", "admin_only", lowered);
    const withdrawn = await late(approval, () => seed.decide(approval.client, "admin", "withdrawn"));
    await provoked("api", "unapproved_scope", "approval_withdrawn", withdrawn);
    const names = (await seed.storage.committed.scopes.list()).map(({ name }) => name);
    expect(names).not.toContain("too-late");
  });
});
