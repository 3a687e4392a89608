import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ApiSeed, type Issued } from "../support/api-seed.ts";
import { provoked } from "../support/provoked.ts";
import { rawRequest } from "../support/raw-request.ts";
import { startServer } from "../support/server.ts";

let seed: ApiSeed;
let editor: Issued;
beforeAll(async () => {
  seed = await ApiSeed.open(await startServer({ env: { RATE_LIMITS: "off" } }));
  editor = await seed.token({ scopes: ["edit-user"] });
});
afterAll(async () => {
  await seed.storage.close();
  await seed.server.stop();
});

function stored() {
  return seed.storage.committed.users.find(editor.user?.id ?? 0);
}

/** Sends a body that must be refused, and sees that nothing of it was kept. */
async function refused(
  body: unknown,
  reason: "field_invalid" | "field_unknown" | "field_missing" | "json_malformed",
): Promise<Readonly<Record<string, readonly string[]>>> {
  const before = await stored();
  const seen = await provoked("api", "validation_error", reason, await seed.patch(editor.token, body));
  expect(await stored()).toEqual(before);
  return seen.body?.errors ?? {};
}

describe("PATCH /api/user", () => {
  it("stores the given fields, answers them as stored, and leaves the others alone", async () => {
    const first = await seed.patch(editor.token, {
      address: " Jl. Kawi 1\r\nMalang ",
      name: "  Nur 'Aini \u{1F319} ",
      gender: "female",
      date_of_birth: "2000-02-29",
    });
    expect([first.status, first.headers.get("Cache-Control")]).toEqual([200, "no-store"]);
    expect(await first.text()).toBe(
      '{"name":"Nur \'Aini \u{1F319}","gender":"female","date_of_birth":"2000-02-29","address":"Jl. Kawi 1\\nMalang"}',
    );
    const second = await seed.patch(editor.token, { gender: null, bio: "Guru", address: "" });
    expect(await second.json()).toEqual({ gender: null, bio: "Guru", address: null });
    expect(await stored()).toMatchObject({
      name: "Nur 'Aini \u{1F319}",
      gender: null,
      bio: "Guru",
      dateOfBirth: "2000-02-29",
      address: null,
      email: editor.user?.email,
    });
  });

  it("counts characters, not bytes, up to exactly the longest", async () => {
    const longest = { name: "🌙".repeat(100), bio: "ب".repeat(200), address: "🕌".repeat(500) };
    expect(await (await seed.patch(editor.token, longest)).json()).toEqual(longest);
    const errors = await refused(
      { name: "a".repeat(101), bio: "b".repeat(201), place_of_birth: "c".repeat(101) },
      "field_invalid",
    );
    expect(errors).toEqual({
      name: ["Must be at most 100 characters long."],
      bio: ["Must be at most 200 characters long."],
      place_of_birth: ["Must be at most 100 characters long."],
    });
  });

  it("tells every wrong field at once and stores none, the right ones included", async () => {
    const wrong = {
      name: null,
      gender: "Male",
      date_of_birth: "2001-02-29",
      bio: "right",
      address: 7,
      nickname: "x",
    };
    expect(await refused(wrong, "field_invalid")).toEqual({
      name: ["Must be a text."],
      gender: ["Must be male, female, other or null."],
      date_of_birth: ["Must be a date of the calendar written YYYY-MM-DD, or null."],
      address: ["Must be a text."],
      nickname: ["Is not a field that can be changed here."],
    });
  });

  it.each([
    [{ name: "" }, "Must not be empty."],
    [{ name: "\u200b\u00a0" }, "Must not be empty."],
    [{ name: ["Siti"] }, "Must be a text."],
    [{ name: { toString: "x" } }, "Must be a text."],
    [{ name: "a\u0000b" }, "Must not contain control characters."],
    [{ name: "a\u202eb" }, "Must not contain control characters."],
    [{ bio: "\ud800" }, "Must not contain control characters."],
    [{ date_of_birth: "9999-12-31" }, "Must not be in the future."],
    [{ date_of_birth: "1990-13-01" }, "Must be a date of the calendar written YYYY-MM-DD, or null."],
  ])("refuses %j", async (body, message) => {
    const [field = ""] = Object.keys(body);
    expect(await refused(JSON.stringify(body), "field_invalid")).toEqual({ [field]: [message] });
  });

  it("asks for at least one field", async () => {
    expect(await refused({}, "field_missing")).toEqual({});
  });

  it("does not change what is not the API's to change", async () => {
    const taken = {
      id: 1,
      email: "x@example.com",
      role: "admin",
      status: "active",
      passwordHash: "x",
      picture: "x",
    };
    const errors = await refused(taken, "field_unknown");
    expect(Object.keys(errors)).toEqual(Object.keys(taken));
    await refused({ placeOfBirth: "Malang" }, "field_unknown");
  });

  it("is not moved by prototype keys, and repeats no name that does not look like one", async () => {
    const bodies = [
      '{"__proto__":{"role":"admin"}}',
      '{"<script>alert(1)</script>":1}',
      '{"":1}',
      '{"a b":1}',
    ];
    for (const body of bodies)
      expect(await refused(body, "field_unknown")).toEqual({
        "other fields": ["Is not a field that can be changed here."],
      });
    expect(
      Object.keys(await refused('{"constructor":{"prototype":{}},"toString":1}', "field_unknown")),
    ).toEqual(["constructor", "toString"]);
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`f${i}`, 1]));
    expect(Object.keys(await refused(many, "field_unknown"))).toHaveLength(21);
    expect((await stored())?.role).toBe("user");
  });

  it.each([
    "",
    "{",
    "[]",
    '[{"name":"x"}]',
    "null",
    '"name"',
    "42",
    "{'name':'x'}",
    '{"name":"x",}',
    "[object Object]",
    '{"name":"x"}{"name":"y"}',
    '\ufeff{"name":"x"}',
    `${"[".repeat(10_000)}${"]".repeat(10_000)}`,
    '{"name":"one","name":"two"}',
    '{"name":"one","bio":"{\\"name\\":1}","na\\u006de":"two"}',
  ])("refuses a body that is no JSON object: %.40j", async (body) => {
    expect(await refused(body, "json_malformed")).toEqual({});
  });

  it("refuses bytes that are not UTF-8", async () => {
    const body = Buffer.concat([Buffer.from('{"name":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')]);
    const headers = { "Content-Type": "application/json" };
    const seen = await seed.call("/api/user", editor.token, { method: "PATCH", headers, body });
    await provoked("api", "validation_error", "json_malformed", seen);
  });

  it("keeps nested names apart from the names of the object", async () => {
    const errors = await refused('{"bio":{"name":"a","bio":[{"bio":1}]},"name":"\\"{:"}', "field_invalid");
    expect(errors).toEqual({ bio: ["Must be a text."] });
  });

  it("reads application/json only, parameters and letter case aside", async () => {
    const send = (type: string | undefined) =>
      seed.call("/api/user", editor.token, {
        method: "PATCH",
        headers: type === undefined ? {} : { "Content-Type": type },
        body: new Blob(['{"gender":"other"}']),
      });
    expect((await send("Application/JSON; charset=UTF-8")).status).toBe(200);
    for (const type of [
      undefined,
      "text/plain",
      "application/x-www-form-urlencoded",
      "application/jsonp",
      "application/merge-patch+json",
    ])
      await provoked("api", "validation_error", "content_type_unsupported", await send(type));
  });

  it("takes 32 KiB and not a byte more, said or streamed", async () => {
    const name = '{"name":"x"}';
    expect((await seed.patch(editor.token, name.padEnd(32_768))).status).toBe(200);
    for (const size of [32_769, 1_048_576]) {
      const seen = await seed.patch(editor.token, name.padEnd(size));
      await provoked("api", "validation_error", "body_too_large", seen);
    }
    const headers = [
      ["Authorization", `Bearer ${editor.token}`],
      ["Content-Type", "text/plain"],
      ["Transfer-Encoding", "chunked"],
    ] as const;
    const raw = { method: "PATCH", path: "/api/user", headers, body: "x".repeat(40_000) };
    await provoked("api", "validation_error", "body_too_large", await rawRequest(seed.server.origin, raw));
  });
});
