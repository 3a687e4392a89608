import { describe, expect, it } from "vitest";
import { aClientRow, aUserRow, phpHash } from "../../../test/support/passport-dump.ts";
import { readApprovals } from "./approval-row.ts";
import { readClient } from "./client-row.ts";
import { listOf, momentOf, truthOf } from "./columns.ts";
import { readUser } from "./user-row.ts";

const now = Date.UTC(2026, 0, 1);
const known = new Set(["view-user", "detail-user", "edit-user", "admin"]);
const rules = { now, known, usual: ["view-user", "detail-user"] };
const user = (change: Parameters<typeof aUserRow>[0]) => readUser(aUserRow(change), now);
const client = (change: Parameters<typeof aClientRow>[0]) => readClient(aClientRow(change), rules);

describe("a user's row", () => {
  it("gives all that it holds", () => {
    const password = phpHash("x");
    const row = {
      id: "7",
      username: "Siti.Aminah",
      phone_number: "08123456789",
      phone_verified_at: "2022-01-01",
      password,
      jenis_kelamin: "P",
      bio: "Suka membaca",
      place_of_birth: "Bandung",
      date_of_birth: "1990-02-03 00:00:00",
      address: "Jl. Mawar 1\nBandung",
    };
    expect(user(row)).toEqual({
      notes: [],
      thing: {
        id: 7,
        name: "Siti Aminah",
        email: "siti@example.com",
        emailVerifiedAt: Date.UTC(2021, 4, 1, 10),
        phoneNumber: "+628123456789",
        username: "siti.aminah",
        passwordHash: password,
        passwordChangedAt: null,
        gender: "female",
        bio: "Suka membaca",
        placeOfBirth: "Bandung",
        dateOfBirth: "1990-02-03",
        address: "Jl. Mawar 1\nBandung",
        picture: null,
        role: "user",
        status: "active",
        locale: null,
        createdAt: Date.UTC(2021, 4, 1, 9, 59),
      },
    });
  });

  it.each([
    [{ id: "1e3" }, "id_invalid"],
    [{ id: "9999999999999" }, "id_invalid"],
    [{ id: 0 }, "id_invalid"],
    [{ deleted_at: "2024-01-01 00:00:00" }, "deleted"],
    [{ name: null }, "name_missing"],
    [{ name: "a\u0000b" }, "name_invalid"],
    [{ email: null }, "no_identifier"],
    [{ email: "x@localhost", username: "--" }, "no_identifier"],
  ])("with %j is skipped: %s", (change, reason) => {
    expect(user(change)).toEqual({ skipped: reason });
  });

  it.each([
    [{ email_verified_at: null }, { emailVerifiedAt: null }, "email_unverified"],
    [{ email_verified_at: "0000-00-00 00:00:00" }, { emailVerifiedAt: null }, "email_unverified"],
    [{ email: "no address", username: "siti_a" }, { email: null, emailVerifiedAt: null }, "email_invalid"],
    [{ phone: "12" }, { phoneNumber: null }, "phone_invalid"],
    [{ phone: "08123456789" }, { phoneNumber: null }, "phone_unverified"],
    [{ username: "root" }, { username: null }, "username_invalid"],
    [{ bio: "x".repeat(201) }, { bio: null }, "bio_invalid"],
    [{ gender: "helicopter" }, { gender: null }, "gender_invalid"],
    [{ date_of_birth: "2099-01-01" }, { dateOfBirth: null }, "date_of_birth_invalid"],
    [{ password: null }, { passwordHash: null }, "password_missing"],
    [{ password: "$2y$15$".padEnd(60, ".") }, { passwordHash: null }, "password_unsupported"],
    [{ is_admin: 1 }, { role: "user" }, "admin_not_taken"],
    [{ role: "Super Admin" }, { role: "user" }, "admin_not_taken"],
  ])("with %j is taken without it", (change, expected, note) => {
    const read = user({ password: phpHash("x"), ...change });
    expect(read).toMatchObject({ thing: expected, notes: [note] });
  });

  it("is believed about a number where there is no address and no word of verification", () => {
    const { phone_verified_at: _, ...row } = aUserRow({
      email: null,
      phone: "08123456789",
      password: phpHash("x"),
    });
    expect(readUser(row, now)).toMatchObject({ thing: { phoneNumber: "+628123456789" }, notes: [] });
    expect(readUser({ ...row, email: "siti@example.com" }, now)).toMatchObject({
      thing: { phoneNumber: null },
    });
  });

  it.each([{ is_active: 0 }, { status: "banned" }, { banned_at: "2024-01-01" }])(
    "with %j is disabled",
    (change) => {
      expect(user(change)).toMatchObject({ thing: { status: "disabled" } });
    },
  );
});

describe("an application's row", () => {
  it.each([
    [{ id: "toko" }, "id_invalid"],
    [{ name: "" }, "name_missing"],
    [{ name: "x".repeat(101) }, "name_invalid"],
    [{ name: "Toko \u202ekubaT" }, "name_invalid"],
    [{ name: "\u200b" }, "name_missing"],
    [{ personal_access_client: 1 }, "personal_access_client"],
    [{ password_client: true as unknown as number }, "password_client"],
    [{ secret: "$argon2id$v=19$m=65536,t=4,p=1$x$y" }, "secret_unsupported"],
    [{ secret: phpHash("x").replace("$04$", "$16$") }, "secret_unsupported"],
    [{ secret: null, redirect: "http://evil.example/cb" }, "no_redirect_uri"],
    [{ secret: null, redirect: "" }, "no_redirect_uri"],
  ])("with %j is skipped: %s", (change, reason) => {
    expect(client(change)).toEqual({ skipped: reason });
  });

  it("says what it may, or may what Passport lets its kind", () => {
    const grants = (change: Parameters<typeof client>[0]) => {
      const read = client(change);
      return "thing" in read ? read.thing.client.grantTypes : [];
    };
    expect(grants({})).toEqual(["authorization_code", "refresh_token", "client_credentials"]);
    expect(grants({ secret: null })).toEqual(["authorization_code", "refresh_token"]);
    expect(grants({ redirect: "" })).toEqual(["client_credentials"]);
    expect(grants({ redirect: "", grant_types: '["authorization_code","client_credentials"]' })).toEqual([
      "client_credentials",
    ]);
  });

  it("keeps the redirect URIs that may be registered", () => {
    const read = client({
      redirect: "https://a.example/cb, http://b.example/cb,http://localhost:8000/cb,https://*.c.example",
    });
    expect(read).toMatchObject({
      thing: { client: { redirectUris: ["https://a.example/cb", "http://localhost:8000/cb"] } },
      notes: ["redirect_uri_refused"],
    });
  });

  it("keeps the scopes that this server has", () => {
    expect(client({ scopes: '["view-user","read-books"]' })).toMatchObject({
      thing: { client: { scopes: ["view-user"] } },
      notes: ["scope_dropped"],
    });
    expect(client({ scopes: "*" })).toMatchObject({
      thing: { client: { scopes: ["view-user", "detail-user"] } },
      notes: [],
    });
  });

  it("tells of a short secret", () => {
    expect(client({ secret: "short" })).toMatchObject({ notes: ["secret_short"] });
  });
});

describe("an approval's row", () => {
  const clientId = "9a1f2c04-5a4e-4d0c-8f5e-2d6a7c1b3e90";
  it("is one for each scope, approved unless it says otherwise", () => {
    expect(readApprovals({ client_id: clientId, scopes: ["detail-user", "admin"] }, now)).toMatchObject([
      { thing: { scope: "detail-user", status: "approved", decidedAt: now } },
      { thing: { scope: "admin", status: "approved" } },
    ]);
    expect(
      readApprovals({ client_id: clientId, scope: "detail-user", status: "Pending" }, now),
    ).toMatchObject([{ thing: { status: "pending", decidedAt: null } }]);
  });

  it("is skipped when it is none", () => {
    expect(readApprovals({ client_id: "toko", scope: "detail-user" }, now)).toEqual([
      { skipped: "id_invalid" },
    ]);
    expect(readApprovals({ client_id: clientId }, now)).toEqual([{ skipped: "scope_unknown" }]);
    expect(readApprovals({ client_id: clientId, scope: "a", status: "maybe" }, now)).toEqual([
      { skipped: "status_unknown" },
    ]);
  });
});

describe("a column", () => {
  it("holds a moment in UTC unless it says where", () => {
    const at = (text: string) => momentOf({ at: text }, "at");
    expect(at("2024-03-01 12:00:00")).toBe(Date.UTC(2024, 2, 1, 12));
    expect(at("2024-03-01T12:00:00.000000Z")).toBe(Date.UTC(2024, 2, 1, 12));
    expect(at("2024-03-01 12:00:00+07")).toBe(Date.UTC(2024, 2, 1, 5));
    for (const text of ["", "0000-00-00 00:00:00", "2024-13-01", "yesterday", "-1"])
      expect(at(text)).toBeUndefined();
  });

  it("holds a truth or a list in any of the usual ways", () => {
    for (const value of [1, "1", true, "t", "TRUE", "\x01"]) expect(truthOf({ value }, "value")).toBe(true);
    for (const value of [0, "0", false, null, undefined, "", "\0"])
      expect(truthOf({ value }, "value")).toBe(false);
    for (const value of [["a", "b"], '["a","b"]', "a,b", " a , b "])
      expect(listOf({ value }, "value", /,/)).toEqual(["a", "b"]);
    for (const value of [null, "", "[broken"]) expect(listOf({ value }, "value", /,/)).toBeUndefined();
  });
});
