import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { operations } from "../../src/features/admin/api/endpoints.ts";
import { Application } from "../support/application.ts";
import { base, Management, told } from "../support/management.ts";
import { ageSessions, aPerson } from "../support/people.ts";
import { provoked } from "../support/provoked.ts";
import { Visitor } from "../support/visitor.ts";

let management: Management;
beforeAll(async () => {
  management = await Management.open();
});
afterAll(() => management.close());

const minute = 60_000;
const year = new Date().getUTCFullYear() + 1;

/** What each dangerous operation is asked to do, so that nothing but the proof is missing. */
async function dangerous(): Promise<ReadonlyMap<string, readonly [path: string, body?: unknown]>> {
  const { id } = await management.seed.user();
  const client = await management.seed.client();
  await management.seed.decide(client, "detail-user", "pending");
  const approval = `/approvals/${client.id}/detail-user`;
  const { version: seen } = await told("showApproval", await management.get(approval));
  return new Map([
    ["createUser", ["/users", { name: "Ayu", email: "ayu.proof@contoh.id" }]],
    ["setUserStatus", [`/users/${id}/status`, { status: "disabled" }]],
    ["endUserSessions", [`/users/${id}/end-sessions`]],
    ["resetUserFactors", [`/users/${id}/reset-factors`]],
    ["setUserRole", [`/users/${id}/role`, { role: "admin" }]],
    ["decideApproval", [approval, { decision: "approve", seen }]],
    ["maintenanceOn", ["/maintenance/on", {}]],
    [
      "planMaintenance",
      ["/maintenance/plan", { from: `${year}-01-01T01:00Z`, until: `${year}-01-01T02:00Z` }],
    ],
  ]);
}

describe("what is dangerous", () => {
  it("needs a token from a sign-in of the last five minutes, each of it; nothing is done else", async () => {
    const asked = await dangerous();
    const named = operations.filter(({ proof }) => proof !== "never").map(({ id }) => id);
    expect([...asked.keys()].toSorted((a, b) => a.localeCompare(b))).toEqual(
      named.toSorted((a, b) => a.localeCompare(b)),
    );
    const user = await management.seed.user({ role: "super-admin" });
    const tokens = [5 * minute + 2_000, null].map((provenAgo) =>
      management.seed.approvedToken({ user, scopes: ["admin"], provenAgo }),
    );
    for (const issued of await Promise.all(tokens)) {
      for (const [path, body] of asked.values())
        await provoked(
          "api",
          "permission_denied",
          "proof_too_old",
          await management.post(path, body, issued),
        );
      await told("listUsers", await management.get("/users", issued));
    }
    const { audit } = management.seed.storage.committed;
    expect(await audit.list({ actorId: user.id }, 5)).toEqual([]);
    const fresh = await management.seed.approvedToken({ user, scopes: ["admin"], provenAgo: 4 * minute });
    for (const [id, [path, body]] of asked) await told(id, await management.post(path, body, fresh));
    for (const end of ["off", "cancel"]) await management.post(`/maintenance/${end}`, undefined, fresh);
  });

  it("is also done with an old proof where it only closes something", async () => {
    const client = await management.seed.client();
    await management.seed.decide(client, "detail-user", "approved");
    const user = await management.seed.user({ role: "admin" });
    const old = await management.seed.approvedToken({ user, scopes: ["admin"], provenAgo: 60 * minute });
    const at = `/approvals/${client.id}/detail-user`;
    const { version: seen } = await told("showApproval", await management.get(at));
    const withdrawn = await management.post(at, { decision: "withdraw", seen }, old);
    expect(await told("decideApproval", withdrawn)).toMatchObject({ status: "withdrawn" });
  });
});

it("A token is as fresh as the sign-in it comes from: neither refreshing nor asking silently makes it younger", async () => {
  const { seed } = management;
  const person = await aPerson(seed, { role: "admin", emailVerifiedAt: 1 });
  const application = await Application.register(seed.server, { scopes: ["admin"] });
  const client = await seed.storage.committed.clients.find(application.clientId);
  if (!client) throw new Error("It was just registered.");
  await seed.decide(client, "admin", "approved");
  const { id } = await seed.user();
  const visitor = new Visitor(seed.server.origin);
  const redeemed = async (parameters: Record<string, string>) => {
    const back = await application.authorize(visitor, person, { scope: "admin", ...parameters });
    const answer = await application.redeem(back.searchParams.get("code") ?? "");
    return (await answer.json()) as { readonly access_token: string; readonly refresh_token: string };
  };
  const act = (token: string) =>
    application.api(`${base}/users/${id}/end-sessions`, token, { method: "POST" });
  const refused = async (token: string) =>
    provoked("api", "permission_denied", "proof_too_old", await act(token));
  await told("endUserSessions", await act((await redeemed({})).access_token));
  await ageSessions(seed, person.user, 6 * minute);
  const silent = await redeemed({ prompt: "none" });
  await refused(silent.access_token);
  const refreshed = await application.refresh(silent.refresh_token);
  await refused(((await refreshed.json()) as { readonly access_token: string }).access_token);
  await told("endUserSessions", await act((await redeemed({ prompt: "login" })).access_token));
  await refused(silent.access_token);
});
