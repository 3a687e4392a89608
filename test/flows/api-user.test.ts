import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ApiSeed } from "../support/api-seed.ts";
import { provoked } from "../support/provoked.ts";
import { startServer } from "../support/server.ts";

let seed: ApiSeed;
beforeAll(async () => {
  seed = await ApiSeed.open(await startServer());
});
afterAll(async () => {
  await seed.storage.close();
  await seed.server.stop();
});

async function json(response: Response): Promise<unknown> {
  expect(response.status).toBe(200);
  expect(response.headers.get("Content-Type")).toBe("application/json");
  expect(response.headers.get("Cache-Control")).toBe("no-store");
  expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
  expect(response.headers.get("Set-Cookie")).toBeNull();
  return response.json();
}

describe("GET /api/user", () => {
  it("answers the documented members in their order, nulls present", async () => {
    const { token, user } = await seed.token();
    const body = await json(await seed.call("/api/user", token));
    expect(JSON.stringify(body)).toBe(
      `{"id":${user?.id},"name":"Siti Aminah","email":"${user?.email}","profile_picture":null,"username":null,"gender":null}`,
    );
  });

  it("knows people without an e-mail address, and pictures by their whole address", async () => {
    const person = {
      email: null,
      phoneNumber: "+6281234567890",
      username: "siti.a",
      gender: "female",
    } as const;
    const user = await seed.user({ ...person, picture: "k3j4h5.png" });
    const { token } = await seed.token({ user });
    expect(await json(await seed.call("/api/user", token))).toEqual({
      id: user.id,
      name: "Siti Aminah",
      email: null,
      profile_picture: `${seed.server.origin}/storage/avatars/k3j4h5.png`,
      username: "siti.a",
      gender: "female",
    });
  });

  it("takes unknown query parameters and cookies for nothing", async () => {
    const { token, user } = await seed.token();
    const init = { headers: { Cookie: "mbid_session=someone; session=else" } };
    const response = await seed.call("/api/user?fields=password_hash&id=1&access_token=", token, init);
    expect(await json(response)).toMatchObject({ id: user?.id });
    await provoked("api", "unauthenticated", "token_missing", await seed.call("/api/user", undefined, init));
  });

  it("answers HEAD like GET, without the body", async () => {
    const { token } = await seed.token();
    const response = await seed.call("/api/user", token, { method: "HEAD" });
    expect([response.status, await response.text()]).toEqual([200, ""]);
    expect(response.headers.get("X-RateLimit-Remaining")).toBe("99");
  });

  it("notes the last use of the application, to the minute", async () => {
    const { token, user, client } = await seed.token();
    const find = () => seed.storage.committed.consents.find(user?.id ?? 0, client.id);
    const before = (await find())?.lastUsedAt ?? 0;
    await seed.call("/api/user", token);
    await expect.poll(async () => (await find())?.lastUsedAt).toBeGreaterThan(before);
    const noted = (await find())?.lastUsedAt;
    for (let i = 0; i < 5; i++) await seed.call("/api/user", token);
    expect((await find())?.lastUsedAt).toBe(noted);
  });
});

describe("GET /api/user/details", () => {
  it("adds what only an approved application sees", async () => {
    const details = {
      bio: "Guru ngaji",
      phoneNumber: "+6281234567891",
      placeOfBirth: "Malang",
      dateOfBirth: "1990-02-28",
      address: "Jl. Kawi 1\nMalang",
    };
    const user = await seed.user(details);
    const { token } = await seed.approvedToken({ user, scopes: ["detail-user"] });
    const body = await json(await seed.call("/api/user/details", token));
    expect(JSON.stringify(body)).toBe(
      `{"id":${user.id},"name":"Siti Aminah","email":"${user.email}","profile_picture":null,"username":null,"gender":null,` +
        `"bio":"Guru ngaji","phone_number":"+6281234567891","place_of_birth":"Malang","date_of_birth":"1990-02-28","address":"Jl. Kawi 1\\nMalang"}`,
    );
  });

  it("gives null for what is not known", async () => {
    const { token } = await seed.approvedToken({ scopes: ["detail-user"] });
    expect(await json(await seed.call("/api/user/details", token))).toMatchObject({
      bio: null,
      phone_number: null,
      place_of_birth: null,
      date_of_birth: null,
      address: null,
    });
  });
});

describe("GET /api/users/{id}", () => {
  it("gives a person their own record for view-user", async () => {
    const { token, user } = await seed.token();
    expect(await json(await seed.call(`/api/users/${user?.id}`, token))).toMatchObject({ id: user?.id });
  });

  it("refuses every other id alike, whether or not it exists", async () => {
    const { token, user } = await seed.token();
    const other = await seed.user();
    const bodies: unknown[] = [];
    const strange = [
      "999999999",
      "0",
      "-1",
      "1e3",
      `0${user?.id}`,
      `${user?.id}.0`,
      "%ff",
      "%00",
      "me",
      "'--",
    ];
    for (const id of [other.id, ...strange]) {
      const seen = await seed.call(`/api/users/${id}`, token);
      const { body } = await provoked("api", "permission_denied", "other_user", seen);
      bodies.push({ ...body, request_id: "" });
    }
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1);
  });

  it("gives an admin any record, and says when there is none", async () => {
    const admin = await seed.user({ role: "admin" });
    const { token } = await seed.approvedToken({ user: admin, scopes: ["admin"] });
    const other = await seed.user({ name: "Budi" });
    expect(await json(await seed.call(`/api/users/${other.id}`, token))).toMatchObject({ name: "Budi" });
    expect(await json(await seed.call(`/api/users/${admin.id}`, token))).toMatchObject({ id: admin.id });
    for (const id of ["999999999", "99999999999999999999", "abc", "%ff", "1%2F2"])
      await provoked("api", "resource_not_found", "user_unknown", await seed.call(`/api/users/${id}`, token));
  });

  it("leans on view-user for the own id even when admin is in the token", async () => {
    const { token, user } = await seed.token({ scopes: ["view-user", "admin"] });
    expect(await json(await seed.call(`/api/users/${user?.id}`, token))).toMatchObject({ id: user?.id });
    const other = await seed.call("/api/users/1", token);
    await provoked("api", "unapproved_scope", "approval_not_requested", other);
  });
});

describe("GET /api/admin/scope-approval/{clientId}", () => {
  it("lists the approved scopes of an application", async () => {
    const admin = await seed.user({ role: "admin" });
    const { token } = await seed.approvedToken({ user: admin, scopes: ["admin"] });
    const client = await seed.client();
    const path = `/api/admin/scope-approval/${client.id}`;
    expect(await json(await seed.call(path, token))).toEqual({ scopes: [] });
    await seed.decide(client, "detail-user", "pending");
    expect(await json(await seed.call(path, token))).toEqual({ scopes: [] });
    await seed.decide(client, "detail-user", "approved");
    expect(await json(await seed.call(path, token))).toEqual({ scopes: ["detail-user"] });
    const unknown = await seed.call("/api/admin/scope-approval/nobody%ff", token);
    await provoked("api", "resource_not_found", "client_unknown", unknown);
  });

  it("looks at the role now, not at the scope in the token", async () => {
    const admin = await seed.user({ role: "admin" });
    const { token, client } = await seed.approvedToken({ user: admin, scopes: ["admin"] });
    const path = `/api/admin/scope-approval/${client.id}`;
    await seed.storage.write(({ users }) => users.setRole(admin.id, "user"));
    await provoked("api", "permission_denied", "admin_only", await seed.call(path, token));
    const other = await seed.call("/api/users/999999", token);
    await provoked("api", "permission_denied", "admin_only", other);
    await seed.storage.write(({ users }) => users.setRole(admin.id, "admin"));
    expect((await seed.call(path, token)).status).toBe(200);
  });
});
