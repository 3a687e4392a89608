import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { aUserRow, bringPassport, type DumpTable, phpHash, writeDump } from "../support/passport-dump.ts";
import { startServer, type TestServer } from "../support/server.ts";

describe("A whole installation of Laravel Passport", () => {
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

  it("10,000 users come along, a second time changes nothing, and the invalid ones are named", async () => {
    const hash = phpHash("kuda baterai staples");
    const rows: DumpTable[number][] = Array.from({ length: 10_000 }, (_, index) => {
      const id = index + 1_001;
      return aUserRow({
        id,
        name: `Orang ${id}`,
        email: `orang${id}@example.com`,
        username: `orang_${id}`,
        password: hash,
        created_at: new Date(Date.UTC(2021, 0, 1) + index * 60_000).toISOString(),
      });
    });
    const wrong: Readonly<Record<number, DumpTable[number]>> = {
      100: { name: "" },
      200: { email: "no address", username: null },
      300: { email: "ORANG1001@example.com" },
      400: { id: -4 },
      500: { name: "x".repeat(101) },
      600: { id: 1001 },
    };
    const noted: Readonly<Record<number, DumpTable[number]>> = {
      1000: { username: "orang_1001" },
      2000: { username: "admin" },
      3000: { password: "md5:0123456789abcdef" },
      4000: { email_verified_at: null },
      5000: { phone: "081234567890" },
      6000: { email: "no address" },
    };
    for (const [id, change] of Object.entries({ ...wrong, ...noted }))
      rows[Number(id) - 1] = { ...rows[Number(id) - 1], ...change };
    writeDump(folder, "users", "csv", rows);
    const first = await bring();
    expect(first.users).toEqual({ taken: 9_994, unchanged: 0, skipped: 6 });
    expect(first.skipped.map(({ row, reason }) => [row, reason])).toEqual([
      [100, "name_missing"],
      [200, "no_identifier"],
      [300, "email_taken"],
      [400, "id_invalid"],
      [500, "name_invalid"],
      [600, "id_taken"],
    ]);
    expect(first.noted.map(({ row, reason }) => [row, reason])).toEqual([
      [1000, "username_taken"],
      [2000, "username_invalid"],
      [3000, "password_unsupported"],
      [4000, "email_unverified"],
      [5000, "phone_unverified"],
      [6000, "email_invalid"],
    ]);
    expect(JSON.stringify(first)).not.toMatch(/@example|Orang|\$2y/);
    const everybody = () => server.database.sql("select * from users order by id");
    const before = await everybody();
    expect((await bring()).users).toEqual({ taken: 0, unchanged: 9_994, skipped: 6 });
    expect(await everybody()).toEqual(before);
    expect(before.find(({ id }) => Number(id) === 7777)).toMatchObject({ password_hash: hash });
  }, 120_000);

  it("what cannot be read is said in one line, and nothing is stored", async () => {
    await expect(bring()).rejects.toThrow(
      /^import: .* has none of users, oauth_clients and scope_approvals[^\n]*$/,
    );
    writeFileSync(join(folder, "users.json"), "{");
    await expect(bring()).rejects.toThrow(/^import: .*users\.json is not JSON\.$/);
    writeFileSync(join(folder, "users.csv"), "id,name\n");
    await expect(bring()).rejects.toThrow(/^import: users\.csv and users\.json are the same table[^\n]*$/);
    rmSync(join(folder, "users.json"));
    writeFileSync(join(folder, "users.csv"), 'id,name,email\n1,"never closed\n');
    await expect(bring()).rejects.toThrow(/^import: The last CSV field is never closed[^\n]*$/);
    await expect(bring("--scope", "no-such-scope")).rejects.toThrow(
      /^import: --scope must be one of [\w, -]+, for example --scope view-user\.$/,
    );
    await expect(server.cli("import", "--from", "keycloak", folder)).rejects.toThrow(
      /^import: --from must be passport/,
    );
    expect(await server.database.sql("select id from users where id = 1")).toEqual([]);
  });
});
