import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { operations } from "../../src/features/admin/api/endpoints.ts";
import { openApiDocument } from "../../src/features/admin/api/openapi.ts";
import { describedUserApi } from "../../src/features/api/described.ts";
import { base, Management, tokenOf, told } from "../support/management.ts";
import { mountedRoutes } from "../support/mounted-routes.ts";
import { type Description, flaws } from "../support/openapi-flaws.ts";
import { provoked } from "../support/provoked.ts";

let management: Management;
beforeAll(async () => {
  management = await Management.open();
});
afterAll(() => management.close());

describe("who comes in", () => {
  const rows = operations.map(
    (row) => [row.method, row.path.replaceAll(/:user_id/g, "1").replaceAll(/:\w+/g, "x")] as const,
  );
  const ask = (token: string | undefined, [method, path]: (typeof rows)[number]) =>
    management.seed.call(path, token, { method });

  it("is an admin's token with the scope, whose application is approved: at every address", async () => {
    const ordinary = await tokenOf(management.seed, "user");
    const scopeless = await tokenOf(management.seed, "admin", ["view-user", "detail-user", "edit-user"]);
    const unapproved = await management.seed.token({
      user: await management.seed.user({ role: "admin" }),
      scopes: ["admin"],
    });
    const client = await management.seed.approvedToken({ user: null, scopes: ["admin"] });
    const disabled = await tokenOf(management.seed, "admin");
    await management.seed.storage.write(({ users }) => users.setStatus(disabled.user?.id ?? 0, "disabled"));
    for (const row of rows) {
      await provoked("api", "unauthenticated", "token_missing", await ask(undefined, row));
      await provoked("api", "permission_denied", "admin_only", await ask(ordinary.token, row));
      await provoked("api", "insufficient_scope", "scope_missing", await ask(scopeless.token, row));
      await provoked("api", "unapproved_scope", "approval_not_requested", await ask(unapproved.token, row));
      await provoked("api", "permission_denied", "not_a_user", await ask(client.token, row));
      await provoked("api", "permission_denied", "user_disabled", await ask(disabled.token, row));
    }
  });

  it("is nobody any more from the moment on when role, approval or token are taken away", async () => {
    const [role, approval, token] = [
      await tokenOf(management.seed, "admin"),
      await tokenOf(management.seed, "admin"),
      await tokenOf(management.seed, "admin"),
    ];
    for (const issued of [role, approval, token])
      await told("listUsers", await management.get("/users", issued));
    await management.seed.storage.write(({ users }) => users.setRole(role.user?.id ?? 0, "user"));
    await management.seed.decide(approval.client, "admin", "withdrawn");
    await management.seed.storage.write(({ authorizations }) =>
      authorizations.revokeAccessToken(token.id, Date.now()),
    );
    await provoked("api", "permission_denied", "admin_only", await management.get("/users", role));
    await provoked("api", "unapproved_scope", "approval_withdrawn", await management.get("/users", approval));
    await provoked("api", "token_invalid", "token_revoked", await management.get("/users", token));
  });

  it("knows its methods, and its paths only", async () => {
    const put = await management.seed.call(`${base}/users`, management.admin.token, { method: "PUT" });
    await provoked("api", "validation_error", "method_not_allowed", put);
    expect(put.headers.get("allow")).toBe("GET, HEAD, POST");
    await provoked("api", "resource_not_found", "path_unknown", await management.get("/nothing"));
  });
});

describe("the console can do nothing that programs cannot", () => {
  const served = mountedRoutes();
  const plain = (path: string) => path.replaceAll(/:\w+/g, ":");

  it("look at: each of its pages is a row of the same path", () => {
    const rows = operations.filter(({ method }) => method === "GET").map(({ path }) => plain(path));
    const pages = served.filter(({ method, path }) => method === "GET" && /^\/admin\//.test(path));
    // A form alone: there is nothing to read.
    const forms = ["/admin/users/new"];
    const read = pages.map(({ path }) => path).filter((path) => !forms.includes(path));
    expect(read.length).toBeGreaterThan(10);
    expect(read.map((path) => plain(`/api${path}`)).filter((path) => !rows.includes(path))).toEqual([]);
  });

  it("do: each of its acts is carried out by a row, with the same schema and role", async () => {
    const folder = new URL("../../src/features/admin/acts/", import.meta.url);
    const files = readdirSync(folder).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));
    const modules: object[] = await Promise.all(files.map((name) => import(new URL(name, folder).href)));
    const acts = modules.flatMap((module) =>
      Object.entries(module).filter(([, value]) => typeof value === "object" && "dangerous" in value),
    );
    expect(acts.length).toBeGreaterThan(10);
    const carriedOut = new Set(operations.map(({ act }) => act));
    expect(acts.filter(([, act]) => !carriedOut.has(act)).map(([name]) => name)).toEqual([]);
  });

  it("change: its forms are written down nowhere but in acts", () => {
    const folder = new URL("../../src/features/admin/", import.meta.url);
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
    const outside = files.filter((name) => /\.tsx?$/.test(name) && !name.startsWith("acts"));
    const writing = outside.filter((name) => /\.write\(/.test(readFileSync(new URL(name, folder), "utf8")));
    expect(writing).toEqual([]);
  });
});

describe("the description", () => {
  const asked = async () => {
    const response = await fetch(`${management.seed.server.origin}/docs/api/openapi.json`);
    return (await response.json()) as Description;
  };

  it("is valid, has every route that is mounted, and no other", async () => {
    const document = await asked();
    const site = { issuer: management.seed.server.origin, name: "Mubarokah ID" };
    expect(document).toEqual(JSON.parse(JSON.stringify(openApiDocument(site, describedUserApi))));
    expect([document.openapi, document.servers]).toEqual(["3.1.0", [{ url: management.seed.server.origin }]]);
    expect(flaws(document)).toEqual([]);
    expect(flaws({ ...document, tags: [] }).length).toBe(operations.length + describedUserApi.length);
    const ids: string[] = [];
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const [method, operation] of Object.entries(methods)) {
        ids.push(`${method} ${path} ${operation.operationId}`);
        const inPath = operation.parameters.filter((parameter) => parameter.in === "path");
        expect(inPath.map(({ name }) => `{${name}}`)).toEqual(path.match(/\{\w+\}/g) ?? []);
        expect(Object.keys(operation.responses)).toEqual([expect.stringMatching(/^20[01]$/), "default"]);
        for (const { schema } of operation.parameters) expect(schema.type ?? schema.enum).toBeDefined();
      }
    }
    expect(ids).toHaveLength(operations.length + describedUserApi.length);
    expect(new Set(ids.map((id) => id.split(" ")[2])).size).toBe(ids.length);
    const mounted = mountedRoutes().filter(({ path }) => path.startsWith("/api/"));
    const templates = mounted.map(({ path }) => path.replaceAll(/:(\w+)/g, "{$1}"));
    expect(Object.keys(document.paths).sort()).toEqual(templates.sort());
  });

  it("says of the user API what it answers", async () => {
    const { seed } = management;
    const user = await seed.user({ gender: "female", dateOfBirth: "1999-12-31", role: "admin" });
    const scopes = ["view-user", "detail-user", "edit-user", "admin"];
    const body = JSON.stringify({ name: "Ayu", bio: null, address: "Jl. Mawar 1" });
    const headers = { "Content-Type": "application/json" };
    for (const { path, method, output } of describedUserApi) {
      // Signing out takes all tokens along.
      const { token, client } = await seed.approvedToken({ user, scopes });
      const at = path.replace(":id", String(user.id)).replace(":clientId", client.id);
      const answer = await seed.call(at, token, method === "PATCH" ? { method, headers, body } : { method });
      expect([path, answer.status]).toEqual([path, 200]);
      output.parse(await answer.json());
    }
  });

  it("is a page too, in every language", async () => {
    for (const [locale, title] of [
      ["en", "Management API"],
      ["id", "API pengelolaan"],
      ["ar", "واجهة الإدارة البرمجية"],
    ] as const) {
      const page = await fetch(`${management.seed.server.origin}/docs/api?ui_locales=${locale}`);
      const text = await page.text();
      expect([page.status, text.includes(`<h1>${title}</h1>`)]).toEqual([200, true]);
      for (const { id } of operations) expect(text).toContain(`id="${id}"`);
    }
  });
});
