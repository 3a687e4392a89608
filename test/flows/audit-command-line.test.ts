import { userInfo } from "node:os";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { AuditEntry, AuditTarget } from "../../src/storage/port/audit.ts";
import { ApiSeed } from "../support/api-seed.ts";
import { startServer, type TestServer } from "../support/server.ts";

let server: TestServer;
let seed: ApiSeed;
beforeAll(async () => {
  server = await startServer();
  seed = await ApiSeed.open(server);
});
afterAll(async () => {
  await seed.storage.close();
  await server.stop();
});

/** What was written about something, oldest first. */
async function story(kind: AuditTarget["kind"], id: string): Promise<readonly AuditEntry[]> {
  const entries = await seed.storage.committed.audit.list({ target: { kind, id } }, 100);
  for (const entry of entries) {
    expect(entry).toMatchObject({ actorId: null, via: "command_line", ip: null, requestId: null });
    expect(entry.details["operator"]).toBe(userInfo().username);
    expect(Math.abs(Date.now() - entry.at)).toBeLessThan(60_000);
  }
  return entries.toReversed();
}

it("tells what was done to a person, and no secret", async () => {
  const words = [
    "user",
    "create",
    "--name",
    "Siti",
    "--email",
    "siti@example.com",
    "--password",
    "kuda 4 baterai",
  ];
  const { id } = await server.cli<{ id: number }>(...words);
  const user = String(id);
  expect(await server.cli("user", "admin", user, "on")).toEqual({ id, role: "admin" });
  expect(await server.cli("user", "admin", user, "on", "--super")).toEqual({ id, role: "super-admin" });
  expect(await server.cli("user", "admin", user, "off")).toEqual({ id, role: "user" });
  await server.cli("user", "admin", user, "off");
  await server.cli("user", "disable", user);
  await server.cli("user", "enable", user);
  await server.cli("user", "delete", user);
  const entries = await story("user", user);
  const { operator: _, ...changed } = entries[1]?.details ?? {};
  expect(changed).toEqual({ from: "user", to: "admin" });
  expect(entries.map(({ action }) => action)).toEqual([
    "user.created",
    "user.role_changed",
    "user.role_changed",
    "user.role_changed",
    "user.disabled",
    "user.enabled",
    "user.deleted",
  ]);
  expect(JSON.stringify(entries)).not.toMatch(/Siti|siti@|baterai/);
});

it("tells what was done to an application, and no secret", async () => {
  const made = await server.cli<{ client_id: string; client_secret: string }>(
    ...["client", "create", "--name", "Toko", "--redirect-uri", "https://app.example.com/cb"],
    ...["--scope", "view-user", "--scope", "detail-user"],
  );
  const id = made.client_id;
  await server.cli("client", "update", id, "--name", "Toko Buku");
  const rotated = await server.cli<{ client_secret: string }>(
    "client",
    "rotate-secret",
    id,
    "--overlap",
    "60",
  );
  await server.cli("client", "unverify", id);
  await server.cli("client", "disable", id);
  await server.cli("client", "reject", id, "detail-user", "--reason", "No privacy policy");
  await server.cli("client", "approve", id, "detail-user");
  await server.cli("client", "withdraw", id, "detail-user");
  await expect(server.cli("client", "withdraw", id, "admin")).rejects.toThrow("not registered");
  await server.cli("client", "delete", id);
  const entries = await story("client", id);
  expect(entries.map(({ action }) => action)).toEqual([
    "client.created",
    "client.changed",
    "client.secret_rotated",
    "client.unverified",
    "client.disabled",
    "approval.rejected",
    "approval.approved",
    "approval.withdrawn",
    "client.deleted",
  ]);
  expect(entries[1]?.details).toMatchObject({ fields: ["name"] });
  expect(entries[5]?.details).toMatchObject({ scope: "detail-user", note: "No privacy policy" });
  expect(entries[8]?.details).toMatchObject({ name: "Toko Buku" });
  for (const secret of [made.client_secret, rotated.client_secret])
    expect(JSON.stringify(entries)).not.toContain(secret);
});

it("tells of scopes and maintenance, and nothing of what was refused", async () => {
  await server.cli("scope", "create", "server-operations", "--requires-approval");
  await expect(server.cli("scope", "create", "server-operations")).rejects.toThrow("already");
  expect(
    (await story("scope", "server-operations")).map(({ details }) => details["requires_approval"]),
  ).toEqual([true]);
  await server.cli("maintenance", "on", "--retry-after", "30");
  await server.cli("maintenance", "off");
  const maintenance = await story("server", "maintenance");
  expect(maintenance.map(({ action }) => action)).toEqual(["maintenance.on", "maintenance.off"]);
  const nobody = "00000000-0000-4000-8000-000000000000";
  await expect(server.cli("client", "disable", nobody)).rejects.toThrow("no application");
  expect(await story("client", nobody)).toEqual([]);
});
