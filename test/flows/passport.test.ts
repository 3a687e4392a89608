import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Application, type Tokens } from "../support/application.ts";
import {
  aClientRow,
  aUserRow,
  bringPassport,
  phpHash,
  type Remark,
  writeDump,
} from "../support/passport-dump.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { Visitor } from "../support/visitor.ts";

const password = "kuda baterai staples";
const secret = "k3yXq8mZr1TbWn5cVd7sLh2gJp9fAe4uYo6iRtQw";

describe("Coming from Laravel Passport", () => {
  let server: TestServer;
  let folder: string;

  beforeEach(async () => {
    server = await startServer({ env: { RATE_LIMITS: "off" } });
    folder = mkdtempSync(join(tmpdir(), "mubarokah-id-"));
  });
  afterEach(async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  const bring = (...options: string[]) => bringPassport(server, folder, ...options);
  const reasons = (remarks: readonly Remark[], table: string) =>
    Object.fromEntries(
      remarks.filter((remark) => remark.table === table).map(({ id, reason }) => [id, reason]),
    );
  const passwordHashOf = async (id: number) => {
    const [row] = await server.database.sql("select password_hash from users where id = ?", id);
    return String(row?.["password_hash"]);
  };
  const secretsOf = async (id: string) => {
    const rows = await server.database.sql("select hash from client_secrets where client_id = ?", id);
    return rows.map(({ hash }) => String(hash));
  };

  it("a published application and its people go on with a new base URL only", async () => {
    const number = "+6281234567890";
    writeDump(folder, "users", "csv", [
      aUserRow({ id: 4711, password: phpHash(password, 10) }),
      aUserRow({
        id: 4712,
        name: 'Budi "B", Santoso',
        email: null,
        phone: "0812-3456-7890",
        phone_verified_at: "2022-01-01 00:00:00",
        password: phpHash(password),
      }),
      aUserRow({ id: 23_456, email: "last@example.com" }),
    ]);
    writeDump(folder, "oauth_clients", "csv", [
      aClientRow({
        user_id: 4711,
        redirect: "https://app.example.com/callback,http://localhost:3000/callback",
      }),
    ]);
    writeDump(folder, "scope_approvals", "csv", [
      { client_id: String(aClientRow()["id"]), scope: "detail-user" },
    ]);
    expect(await bring()).toMatchObject({
      users: { taken: 3, unchanged: 0, skipped: 0 },
      clients: { taken: 1, unchanged: 0, skipped: 0 },
      approvals: { taken: 1, unchanged: 0, skipped: 0 },
    });
    const audited = await server.database.sql("select action, via from audit_log order by at, id");
    expect(audited).toEqual([
      { action: "client.created", via: "command_line" },
      { action: "approval.approved", via: "command_line" },
    ]);
    const application = Application.known(
      server,
      String(aClientRow()["id"]),
      secret,
      "https://app.example.com/callback",
    );
    const scope = "view-user detail-user";
    const signIn = (identifier: string): Promise<Tokens> =>
      application.signIn(new Visitor(server.origin), { identifier, password }, { scope });
    const siti = await signIn("siti@example.com");
    expect(await (await application.api("/api/user/details", siti.access_token)).json()).toMatchObject({
      id: 4711,
      name: "Siti Aminah",
    });
    expect((await application.refresh(siti.refresh_token ?? "")).status).toBe(200);
    expect(await passwordHashOf(4711)).toMatch(/^\$argon2id\$/);
    await signIn("siti@example.com");
    const budi = await signIn(number);
    expect(await (await application.api("/api/user", budi.access_token)).json()).toMatchObject({
      id: 4712,
      name: 'Budi "B", Santoso',
      email: null,
    });
    const next = await server.cli<{ id: number }>(
      "user",
      "create",
      "--name",
      "Baru",
      "--email",
      "baru@example.com",
      "--password",
      "not too common 42",
    );
    expect(next.id).toBeGreaterThan(23_456);
    await expect(
      application.signIn(new Visitor(server.origin), { identifier: "siti@example.com", password: "wrong" }),
    ).rejects.toThrow("No redirect");
  });

  it("secrets go on whether they were kept plain, as bcrypt or as SHA-256, of numbered applications too", async () => {
    const { createHash } = await import("node:crypto");
    const kept: Readonly<Record<string, string>> = {
      "1": secret,
      "2": phpHash(secret, 6),
      "3": createHash("sha256").update(secret).digest("hex"),
    };
    const rows = Object.entries(kept).map(([id, stored]) => aClientRow({ id: Number(id), secret: stored }));
    writeDump(folder, "oauth_clients", "json", [
      ...rows,
      aClientRow({ id: 4, secret: null, redirect: "com.example.app:/cb" }),
    ]);
    expect(await bring()).toMatchObject({ clients: { taken: 4, skipped: 0 } });
    for (const id of Object.keys(kept)) {
      const application = Application.known(server, id, secret, "https://app.example.com/callback");
      const wrong = await application.token({
        grant_type: "client_credentials",
        client_secret: `${secret}x`,
      });
      expect(await wrong.json()).toMatchObject({ error: "invalid_client" });
      for (const _again of [1, 2]) {
        const answer = await application.token({ grant_type: "client_credentials" });
        expect([id, answer.status]).toEqual([id, 200]);
      }
      expect(await secretsOf(id)).toEqual([expect.stringMatching(/^[\w-]{43}$/)]);
    }
    expect(await server.cli("client", "show", "4")).toMatchObject({
      type: "public",
      redirect_uris: ["com.example.app:/cb"],
    });
    expect(await secretsOf("4")).toEqual([]);
  });

  it("the tables of version 13 are read", async () => {
    const {
      redirect: _,
      personal_access_client: __,
      password_client: ___,
      user_id: ____,
      ...row
    } = aClientRow();
    const version13 = {
      ...row,
      owner_type: null,
      owner_id: null,
      redirect_uris: '["https://app.example.com/callback"]',
    };
    const id = (n: number) => `9a1f2c04-5a4e-4d0c-8f5e-2d6a7c1b3e9${n}`;
    writeDump(folder, "oauth_clients", "ndjson", [
      { ...version13, id: id(1), grant_types: '["authorization_code","implicit","refresh_token"]' },
      { ...version13, id: id(2), grant_types: '["client_credentials"]', redirect_uris: "[]" },
      { ...version13, id: id(3), grant_types: '["personal_access"]' },
      { ...version13, id: id(4), grant_types: '["authorization_code"]', revoked: 1, secret: phpHash(secret) },
    ]);
    const report = await bring("--scope", "view-user");
    expect(report.clients).toEqual({ taken: 3, unchanged: 0, skipped: 1 });
    expect(reasons(report.skipped, "clients")).toEqual({ [id(3)]: "no_grant" });
    expect(reasons(report.noted, "clients")).toEqual({ [id(1)]: "grant_dropped", [id(4)]: "revoked" });
    expect(await server.cli("client", "show", id(1))).toMatchObject({
      grant_types: ["authorization_code", "refresh_token"],
      scopes: ["view-user"],
    });
    const disabled = Application.known(server, id(4), secret, "https://app.example.com/callback");
    expect(await (await disabled.refresh("x")).json()).toMatchObject({ reason: "client_disabled" });
  });

  it("what changed here since is not undone", async () => {
    writeDump(folder, "users", "csv", [
      aUserRow({ id: 20_001 }),
      aUserRow({ id: 20_002, email: "two@example.com" }),
    ]);
    writeDump(folder, "oauth_clients", "csv", [aClientRow()]);
    writeDump(folder, "scope_approvals", "json", [
      { client_id: String(aClientRow()["id"]), scope: "detail-user" },
    ]);
    await bring();
    await server.cli("user", "delete", "20001");
    await server.cli("user", "disable", "20002");
    await server.cli("client", "withdraw", String(aClientRow()["id"]), "detail-user");
    const again = await bring();
    expect(reasons(again.skipped, "users")).toEqual({ "20001": "deleted_here" });
    expect(again).toMatchObject({ clients: { unchanged: 1 }, approvals: { unchanged: 1 } });
    expect(await server.cli("user", "show", "20002")).toMatchObject({ status: "disabled" });
    const shown = await server.cli<{ approvals: unknown } & Record<string, unknown>>(
      "client",
      "show",
      String(aClientRow()["id"]),
    );
    expect(JSON.stringify(shown)).toContain("withdrawn");
  });
});
