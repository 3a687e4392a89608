import { request as httpRequest } from "node:http";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { defaultLimits } from "../../src/identity/rate-limit.ts";
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

it("figures, deliveries, settings and limits are what the pages show", async () => {
  const now = Date.now();
  const hour = now - (now % 3_600_000);
  await management.seed.storage.write(async ({ hourlyCounts, messages }) => {
    await hourlyCounts.add([
      { hour, name: "token", count: 7 },
      { hour, name: "latency.more", count: 3 },
    ]);
    const times = { createdAt: now, sentAt: null, nextAttemptAt: now + 3_600_000, attempts: 2 };
    const rest = { sealed: "canary", expiresAt: null, deliveredAt: null, failedAt: null, failure: null };
    for (let index = 0; index < 52; index++)
      await messages.add({
        ...{ id: `m${index}`, channel: "whatsapp", recipient: "+6281234567890" },
        ...{ ...times, ...rest },
      });
    await messages.fail("m0", now, "late");
  });
  const figures = await told("showDashboard", await management.get("/dashboard"));
  expect([figures.slots?.length, figures.slots?.at(-1)]).toEqual([
    24,
    expect.objectContaining({ tokens: 7, answered_within: { median: 5_000, slow: 5_000 } }),
  ]);
  const week = await told("showDashboard", await management.get("/dashboard?range=week"));
  expect(week.slots).toHaveLength(28);
  expect(await invalid(await management.get("/dashboard?range=year"))).toEqual({
    range: ["Must be one of: day, week."],
  });
  const first = await told("listMessages", await management.get("/messages?show=whatsapp"));
  const rest = await told(
    "listMessages",
    await management.get(`/messages?show=whatsapp&after=${first.next}`),
  );
  expect([first.messages?.length, rest.messages?.length, rest.next]).toEqual([50, 2, null]);
  expect(JSON.stringify([first, rest])).not.toMatch(/canary|81234567/);
  const [failed] = (await told("listMessages", await management.get("/messages?show=failed"))).messages ?? [];
  expect(failed).toMatchObject({ recipient: "+62•••890", state: "failed", failure: "late", attempts: 2 });
  const elsewhere = await management.get(`/messages?after=${first.next}`);
  await provoked("api", "validation_error", "cursor_invalid", elsewhere);
  const { settings } = await told("showSettings", await management.get("/settings"));
  expect(settings).toMatchObject({ ISSUER: management.seed.server.origin, METRICS_TOKEN: "•••" });
  const { limits } = await told("showLimits", await management.get("/limits"));
  expect(limits?.map(({ name }) => name)).toEqual(Object.keys(defaultLimits));
  expect(limits).toContainEqual({ name: "api_user", count: 0, window: 60 });
});

it("failing requests of an application that nobody owns are told, those of an owned one are not", async () => {
  const { seed } = management;
  const { token, client } = await seed.token({ expiresIn: -1 });
  // The maintenance of before ends a moment later.
  const refused = await vi.waitFor(async () => {
    const answer = await seed.call("/api/user", token);
    expect(answer.status).toBe(401);
    return answer;
  }, 20_000);
  const requestId = refused.headers.get("x-request-id") ?? "";
  const at = `/applications/${client.id}/errors`;
  const list = await told("listErrors", await management.get(`${at}?period=week&reason=token_expired`));
  expect(list.problems).toEqual([
    expect.objectContaining({ reason: "token_expired", proven: 1, claimed: 0 }),
  ]);
  const shown = await told("showError", await management.get(`${at}/${requestId}`));
  expect(list.latest).toEqual([shown]);
  expect(shown).toMatchObject({ request_id: requestId, endpoint: "api", proven: true });
  expect((await told("listErrors", await management.get(`${at}?reason=rate_limited`))).latest).toEqual([]);
  expect(await invalid(await management.get(`${at}?reason=%3Cb%3E`))).toEqual({
    reason: [expect.any(String)],
  });
  const unknown = await management.get(`${at}/${"0".repeat(32)}`);
  await provoked("api", "resource_not_found", "failed_request_unknown", unknown);
  const { id: ownerId } = await seed.user();
  await seed.storage.write(({ clients }) => clients.update(client.id, { ownerId }));
  for (const path of [at, `${at}/${requestId}`])
    await provoked("api", "resource_not_found", "path_unknown", await management.get(path));
});

it("the audit log is taken as a file, by the filter of the list, and that is written down", async () => {
  const { id } = await management.seed.user();
  for (const status of ["disabled", "active"]) await management.post(`/users/${id}/status`, { status });
  const asked = { target_kind: "user", target_id: String(id) };
  const answer = await management.post("/audit/export", asked);
  expect([answer.status, answer.headers.get("content-type"), answer.headers.get("cache-control")]).toEqual([
    200,
    "text/csv; charset=utf-8; header=present",
    "no-store",
  ]);
  const lines = (await answer.text()).trim().split("\r\n");
  expect([lines.length, lines[1]]).toEqual([3, expect.stringContaining('"user.enabled"')]);
  const { audit } = management.seed.storage.committed;
  const [taken] = await audit.list({ action: "audit.exported" }, 2);
  expect(taken).toMatchObject({
    ...{ actorId: management.admin.user?.id, via: "api" },
    details: { client_id: management.admin.client.id },
  });
  expect(await invalid(await management.post("/audit/export", { actor: "x" }))).toEqual({
    actor: ["Must be the number of a person."],
  });
  const wrong = await management.post("/audit/export", { until: 7 });
  expect(await invalid(wrong)).toEqual({ until: [expect.any(String)] });
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
