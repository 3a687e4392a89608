import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CommandLine } from "../support/command-line.ts";

const cli = await CommandLine.open();
afterAll(() => cli.close());

const password = "tujuh bukit hijau";

let userId = 0;
beforeAll(async () => {
  // The first command migrates a fresh database.
  const words = ["user", "create", "--name", "Ayu", "--email", "ayu@example.com", "--password", password];
  userId = Number((await cli.json(words))["id"]);
});

describe("users", () => {
  it("shows who was created, verified and without the password's hash", async () => {
    expect(await cli.json(["user", "show", String(userId)])).toMatchObject({
      id: userId,
      name: "Ayu",
      email: "ayu@example.com",
      email_verified: true,
      phone_number: null,
      role: "user",
      status: "active",
      has_password: true,
    });
  });

  it("creates one by phone alone, with the given id, role and username", async () => {
    const words = ["user", "create", "--name", "Budi", "--phone", "0812-3456-7890", "--username", "Budi.S"];
    expect(await cli.json([...words, "--admin", "--id", "77"])).toEqual({ id: 77 });
    expect(await cli.json(["user", "show", "77"])).toMatchObject({
      email: null,
      phone_number: "+6281234567890",
      username: "budi.s",
      role: "admin",
      has_password: false,
    });
  });

  it("reads a password from standard input", async () => {
    const words = ["user", "create", "--name", "Citra", "--email", "citra@example.com", "--password-stdin"];
    const { id } = await cli.json(words, `${password}\n`);
    expect(await cli.json(["user", "show", String(id)])).toMatchObject({ has_password: true });
    expect(
      await cli.json(["user", "password", String(id), "--password-stdin"], "delapan bukit hijau"),
    ).toEqual({
      id,
      password: "changed",
    });
  });

  it("changes status and role, and deletes", async () => {
    expect(await cli.json(["user", "disable", "77"])).toEqual({ id: 77, status: "disabled" });
    expect(await cli.json(["user", "enable", "77"])).toEqual({ id: 77, status: "active" });
    expect(await cli.json(["user", "admin", "77", "off"])).toEqual({ id: 77, role: "user" });
    expect(await cli.json(["user", "admin", "77", "on"])).toEqual({ id: 77, role: "admin" });
    expect(await cli.json(["user", "delete", "77"])).toEqual({ id: 77, status: "deleted" });
    expect(await cli.refused(["user", "show", "77"])).toBe("user show: There is no user 77.\n");
  });

  it("deletes with a person what they own, unless it is given to somebody else before", async () => {
    const words = ["user", "create", "--name", "Eka", "--email", "eka@example.com", "--password", password];
    const owner = String((await cli.json(words))["id"]);
    const uri = "https://app.example.com/callback";
    const made: string[] = [];
    for (const name of ["Pergi", "Tinggal"]) {
      const create = ["client", "create", "--name", name, "--redirect-uri", uri];
      const { client_id: id } = await cli.json(create);
      await cli.json(["client", "update", String(id), "--owner", owner]);
      made.push(String(id));
    }
    const [goes = "", stays = ""] = made;
    await cli.json(["client", "update", stays, "--owner", String(userId)]);
    expect(await cli.json(["user", "delete", owner])).toEqual({ id: Number(owner), status: "deleted" });
    expect(await cli.refused(["client", "show", goes])).toContain("There is no application");
    expect(await cli.json(["client", "show", stays])).toMatchObject({ status: "active", owner_id: userId });
  });

  const email = ["--email", "new@example.com"];
  const name = ["--name", "Dewi"];
  it.each([
    ["--name is missing", [...email, "--password", password]],
    ["--email or --phone is missing", [...name, "--password", password]],
    ["--password-stdin or --password is missing", [...name, ...email]],
    ["--email must be an e-mail address", [...name, "--email", "dewi@", "--password", password]],
    ["--phone must be a phone number", [...name, "--phone", "12"]],
    ["--password is too short", [...name, ...email, "--password", "x"]],
    ["--password is one of the most common", [...name, ...email, "--password", "password1"]],
    ["--username may hold only", [...name, ...email, "--password", password, "--username", "a b"]],
    ["--username is reserved", [...name, ...email, "--password", password, "--username", "admin"]],
    ["--id must be a whole number", [...name, ...email, "--password", password, "--id", "0"]],
    ["--name must be one line", ["--name", "a\u202eb", ...email, "--password", password]],
    ["--name must have 1 to 100", ["--name", "x".repeat(101), ...email, "--password", password]],
    ["--email is taken", [...name, "--email", "AYU@example.com", "--password", password]],
    ["--name may be given once", [...name, ...name, ...email, "--password", password]],
    ["--email needs a value", [...name, "--email", "--password", password]],
    ["--admin takes no value", [...name, ...email, "--password", password, "--admin=yes"]],
    ['"--emial" is unknown here; there are --name', [...name, "--emial", "x", "--password", password]],
    ['"extra" is too much', [...name, ...email, "--password", password, "extra"]],
  ])("create: %s", async (line, words) => {
    const said = await cli.refused(["user", "create", ...words]);
    expect(said.startsWith(`user create: ${line}`)).toBe(true);
    expect(said).not.toContain(password);
  });

  it.each([
    [["user", "disable"], "ID is missing"],
    [["user", "disable", "abc"], "ID must be a whole number"],
    [["user", "enable", "-1"], '"-1" is unknown'],
    [["user", "delete", "4242"], "There is no user 4242."],
    [["user", "admin", "1", "maybe"], "on|off must be on or off"],
    [["user", "password", "1"], "--password-stdin is missing"],
    [["user", "password", "4242", "--password-stdin"], "There is no user 4242.", password],
    [["user", "password", "1", "--password-stdin"], "--password-stdin is too short", "x\n"],
  ])("%j: %s", async (words, line, stdin = "") => {
    expect(await cli.refused(words, stdin)).toContain(line);
  });
});
