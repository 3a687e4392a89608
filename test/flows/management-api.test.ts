import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { User } from "../../src/storage/port/users.ts";
import type { Issued } from "../support/api-seed.ts";
import { base, Management, told } from "../support/management.ts";
import { mailTo } from "../support/outbox.ts";
import { provoked } from "../support/provoked.ts";

let management: Management;
beforeAll(async () => {
  management = await Management.open();
});
afterAll(() => management.close());

async function invalid(response: Response): Promise<Readonly<Record<string, readonly string[]>>> {
  const { body } = await provoked("api", "validation_error", "field_invalid", response);
  return body?.errors ?? {};
}

const find = async (id: number) => (await management.seed.storage.committed.users.find(id)) as User;

async function story(kind: "user" | "client", id: number | string) {
  const target = { kind, id: String(id) } as const;
  const entries = await management.seed.storage.committed.audit.list({ target }, 20);
  return entries.map(({ action, actorId, via, ip }) => [action, actorId, via, ip !== null]).reverse();
}

const done = (action: string, by: Issued) => [action, by.user?.id, "api", true];

describe("people", () => {
  it("are found page by page, each once; a place is good for its own list only", async () => {
    const made = new Set<number>();
    for (let index = 0; index < 55; index++)
      made.add((await management.seed.user({ name: `Halaman ${index}` })).id);
    const first = await told("listUsers", await management.get("/users?q=halaman&unknown=1"));
    const place = String(first.next);
    const second = await told("listUsers", await management.get(`/users?q=halaman&after=${place}`));
    const seen = [...(first.users ?? []), ...(second.users ?? [])].map(({ id }) => id);
    expect([seen.length, new Set(seen), second.next]).toEqual([55, made, null]);
    const cases = [
      `q=other&after=${place}`,
      `show=admin&after=${place}`,
      `q=halaman&after=${place.slice(1)}`,
    ];
    for (const query of [...cases, `q=halaman&after=x.${"y".repeat(43)}`])
      await provoked("api", "validation_error", "cursor_invalid", await management.get(`/users?${query}`));
    const problems = await invalid(await management.get("/users?show=everybody"));
    expect(problems).toEqual({ show: ["Must be one of: all, admin, super-admin, disabled."] });
  });

  it("are invited, once", async () => {
    const body = { name: "Ayu API", email: "ayu.api@contoh.id", username: "ayu.api" };
    const made = await told("createUser", await management.post("/users", body));
    const id = Number(made.id);
    expect(made).toMatchObject({ ...body, role: "user", email_verified: false, has_password: false });
    expect((await mailTo(management.seed.server, body.email)).link).toContain("/reset?token=");
    expect(await invalid(await management.post("/users", body))).toEqual({ email: ["Is taken already."] });
    expect(await story("user", id)).toEqual([done("user.created", management.admin)]);
    expect(await told("showUser", await management.get(`/users/${id}`))).toEqual(made);
    const forged = await management.post("/users", { name: "A", email: "a.admin@contoh.id", role: "admin" });
    await provoked("api", "permission_denied", "super_admin_only", forged);
  });

  it("are told field by field what is wrong with them, and nothing is stored", async () => {
    const cases = [
      [{ email: "c@contoh.id" }, { name: ["Must be given."] }],
      [{ name: 5, email: "c@contoh.id" }, { name: ["Must be a text."] }],
      [
        { name: "A", email: "<script>", username: "admin" },
        { email: [/e-mail/], username: ["Is reserved."] },
      ],
      [{ name: "A" }, { email: ["Must be given."] }],
      [
        { name: "A", email: "c@contoh.id", role: "owner" },
        { role: ["Must be one of: user, admin, super-admin."] },
      ],
    ] as const;
    for (const [body, fields] of cases) {
      const response = await management.post("/users", body);
      const text = await response.clone().text();
      const errors = await invalid(response);
      expect(Object.keys(errors)).toEqual(Object.keys(fields));
      for (const [name, [sentence]] of Object.entries(fields)) expect(errors[name]?.[0]).toMatch(sentence);
      expect(text).not.toContain("<script");
    }
    const strange = '{"name":"A","email":"c@contoh.id","id":1,"__proto__":{},"<b>":1}';
    const { body } = await provoked(
      "api",
      "validation_error",
      "field_unknown",
      await management.post("/users", strange),
    );
    expect(Object.keys(body?.errors ?? {})).toEqual(["id", "other fields"]);
    await provoked("api", "validation_error", "json_malformed", await management.post("/users", "[]"));
    const form = { method: "POST", body: new URLSearchParams({ name: "A" }) };
    const seen = await management.seed.call(`${base}/users`, management.admin.token, form);
    await provoked("api", "validation_error", "content_type_unsupported", seen);
    expect(await management.seed.storage.committed.users.findByEmail("c@contoh.id")).toBeUndefined();
  });

  it("are locked out, signed out and let in again, and it is written down", async () => {
    const victim = await management.seed.token();
    const id = victim.user?.id ?? 0;
    const stopped = await told(
      "setUserStatus",
      await management.post(`/users/${id}/status`, { status: "disabled" }),
    );
    expect([stopped.status, stopped.sessions]).toEqual(["disabled", []]);
    await told("setUserStatus", await management.post(`/users/${id}/status`, { status: "active" }));
    await told("endUserSessions", await management.post(`/users/${id}/end-sessions`));
    await provoked(
      "api",
      "token_invalid",
      "token_revoked",
      await management.seed.call("/api/user", victim.token),
    );
    await told("resetUserFactors", await management.post(`/users/${id}/reset-factors`));
    await told(
      "setUserRole",
      await management.post(`/users/${id}/role`, { role: "admin" }, management.highest),
    );
    expect(await story("user", id)).toEqual([
      ...["user.disabled", "user.enabled", "user.signed_out", "user.factors_reset"].map((name) =>
        done(name, management.admin),
      ),
      done("user.role_changed", management.highest),
    ]);
  });

  it("are protected from one another as in the console", async () => {
    const { id } = await management.seed.user();
    const at = (to: number | undefined, act: string) => `/users/${to}/${act}`;
    const disable = { status: "disabled" };
    const cases = [
      ["own_account", at(management.admin.user?.id, "status"), disable, management.admin],
      ["super_admin_only", at(management.highest.user?.id, "status"), disable, management.admin],
      ["super_admin_only", at(id, "role"), { role: "admin" }, management.admin],
      ["last_super_admin", at(management.highest.user?.id, "role"), { role: "user" }, management.highest],
    ] as const;
    for (const [reason, path, body, by] of cases)
      await provoked("api", "permission_denied", reason, await management.post(path, body, by));
    for (const unknown of ["999999999", "0", "-1", "1e3", "x", "1%2F2"]) {
      const seen = await management.post(`/users/${unknown}/status`, disable);
      await provoked("api", "resource_not_found", "user_unknown", seen);
    }
    const { body } = await provoked(
      ...(["api", "validation_error", "field_unknown"] as const),
      await management.post(at(id, "status"), { status: "disabled", user_id: management.highest.user?.id }),
    );
    expect(Object.keys(body?.errors ?? {})).toEqual(["user_id"]);
    expect([(await find(id)).status, (await find(management.highest.user?.id ?? 0)).role]).toEqual([
      "active",
      "super-admin",
    ]);
  });
});

describe("applications and approvals", () => {
  it("are verified as they were seen, stopped and let go on", async () => {
    const { id } = await management.seed.client({ verified: false });
    const at = `/applications/${id}`;
    const listed = await told("listApplications", await management.get("/applications?show=unverified"));
    expect((listed.applications ?? []).map(({ client_id }) => client_id)).toContain(id);
    const owner = await management.seed.user();
    const owned = await management.seed.client({ ownerId: owner.id, scopes: ["view-user", "detail-user"] });
    await management.seed.decide(owned, "detail-user", "rejected");
    const theirs = await told("listApplications", await management.get(`/applications?owner_id=${owner.id}`));
    expect(theirs.applications?.map(({ client_id }) => client_id)).toEqual([owned.id]);
    expect(await invalid(await management.get("/applications?owner_id=1&show=unverified"))).toEqual({
      query: [expect.stringContaining("at a time")],
    });
    const whole = await management.get(`/applications/${owned.id}`);
    expect(await told("showApplication", whole)).toMatchObject({
      sensitive_scopes: [{ scope: "detail-user", status: "rejected" }],
    });
    const { version } = await told("showApplication", await management.get(at));
    await management.seed.storage.write(({ clients }) => clients.update(id, { name: "Somebody else" }));
    const change = (change: string, more = {}) => management.post(at, { change, ...more });
    expect(Object.keys(await invalid(await change("verify", { seen: version })))).toEqual(["seen"]);
    const now = await told("showApplication", await management.get(at));
    const verified = await told("changeApplication", await change("verify", { seen: now.version }));
    expect(verified).toMatchObject({ verified: true });
    await told("changeApplication", await change("unverify"));
    const stopped = await told("changeApplication", await change("disable"));
    expect(stopped).toMatchObject({ status: "disabled", disabled_by_admin: true, verified: false });
    await told("changeApplication", await change("enable"));
    expect(Object.keys(await invalid(await change("delete")))).toEqual(["change"]);
    const acts = ["client.verified", "client.unverified", "client.disabled", "client.enabled"];
    expect(await story("client", id)).toEqual(acts.map((name) => done(name, management.admin)));
    for (const unknown of ["x", crypto.randomUUID()])
      await provoked(
        "api",
        "resource_not_found",
        "client_unknown",
        await management.get(`/applications/${unknown}`),
      );
  });

  it("are decided as they were seen, with a reason where it is no", async () => {
    const owner = await management.seed.user({ emailVerifiedAt: 1, locale: "en" });
    const client = await management.seed.client({ ownerId: owner.id, scopes: ["view-user", "detail-user"] });
    await management.seed.decide(client, "detail-user", "pending");
    const at = `/approvals/${client.id}/detail-user`;
    const waiting = await told("listApprovals", await management.get("/approvals"));
    expect((waiting.approvals ?? []).map(({ client_id }) => client_id)).toContain(client.id);
    const { version: seen } = await told("showApproval", await management.get(at));
    const silent = await invalid(await management.post(at, { decision: "reject", seen }));
    expect(silent).toEqual({ note: ["Must be given."] });
    expect(Object.keys(await invalid(await management.post(at, { decision: "approve", seen: "0" })))).toEqual(
      ["seen"],
    );
    const approved = await told("decideApproval", await management.post(at, { decision: "approve", seen }));
    expect(approved).toMatchObject({ status: "approved", note: null });
    expect((await mailTo(management.seed.server, owner.email ?? "")).subject).toBe(
      "Your request was approved",
    );
    expect(await story("client", client.id)).toEqual([done("approval.approved", management.admin)]);
    for (const path of [`/approvals/${client.id}/view-user`, `/approvals/${client.id}/admin`])
      await provoked("api", "resource_not_found", "path_unknown", await management.get(path));
  });
});
