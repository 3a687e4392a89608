import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { rowIds } from "../../src/protocol/row-id.ts";
import type { AuditEntry } from "../../src/storage/port/audit.ts";
import { Portal, type SignedInPerson, send } from "../support/portal.ts";
import { provoked } from "../support/provoked.ts";
import type { Page } from "../support/visitor.ts";

const ids = rowIds(Date.now, randomBytes);
let portal: Portal;
let admin: SignedInPerson;
beforeAll(async () => {
  portal = await Portal.open();
  admin = await portal.somebody("admin", 0, { name: "Ibu Admin" });
});
afterAll(() => portal.close());

function add(...entries: Partial<AuditEntry>[]): Promise<void> {
  const usual = { at: Date.now(), via: "page", ip: "192.0.2.7", requestId: null, details: {} } as const;
  const target = { kind: "user", id: "1" } as const;
  return portal.seed.storage.write(async ({ audit }) => {
    for (const entry of entries)
      await audit.add({ ...usual, id: ids(), actorId: null, action: "user.created", target, ...entry });
  });
}

const look = (query: Record<string, string>) =>
  admin.browser.get(`/admin/audit?${new URLSearchParams(query)}`);
const sentences = (page: Page) =>
  [...page.text.matchAll(/<strong>([^<]+)<\/strong><\/p>/g)].map(([, text]) => text);

it("shows who did what to whom from where, by each of its filters", async () => {
  const user = await portal.seed.user({ name: "Budi" });
  const target = { kind: "user", id: String(user.id) } as const;
  await add(
    { actorId: admin.user.id, action: "user.disabled", target, at: Date.UTC(2025, 5, 1, 23, 59) },
    { action: "scope.created", target: { kind: "scope", id: "<b>odd" }, at: Date.UTC(2025, 5, 2) },
  );
  const page = await look({ target_kind: "user", target_id: String(user.id) });
  expect(sentences(page)).toEqual(["Account disabled"]);
  expect(page.text).toContain(`<bdi>Ibu Admin</bdi> (${admin.user.id})`);
  expect(page.text).toContain("192.0.2.7");
  expect(page.text).toContain(`href="/admin/users/${user.id}"`);
  expect(sentences(await look({ actor: String(admin.user.id) }))).toContain("Account disabled");
  expect(sentences(await look({ since: "2025-06-01", until: "2025-06-01" }))).toEqual(["Account disabled"]);
  const scope = await look({ action: "scope.created", since: "2025-06-02" });
  expect(sentences(scope)).toEqual(["Scope created"]);
  expect([scope.text.includes("&lt;b&gt;odd"), scope.text.includes("<b>odd")]).toEqual([true, false]);
});

it("says what it cannot read, and shows nothing then", async () => {
  for (const query of [
    { actor: "1", action: "user.disabled" },
    { actor: "abc" },
    { since: "2026-13-01" },
    { target_id: "1" },
  ]) {
    const page = await look(query as Record<string, string>);
    expect([page.status, sentences(page)]).toEqual([400, []]);
  }
});

it("is read page by page, by places that it gave for these very filters", async () => {
  const target = { kind: "scope", id: "paged" } as const;
  await add(...Array.from({ length: 65 }, (_, at) => ({ at, target, action: "scope.created" }) as const));
  const query = { target_kind: "scope", target_id: "paged" };
  let page = await look(query);
  let seen = sentences(page).length;
  const next = () => /href="([^"]+)" rel="next"/.exec(page.text)?.[1]?.replaceAll("&amp;", "&");
  const second = next() ?? "";
  for (let href = next(); href; href = next()) {
    page = await admin.browser.get(href);
    seen += sentences(page).length;
  }
  expect(seen).toBe(65);
  const other = await admin.browser.request(second.replace("paged", "other"));
  await provoked("api", "validation_error", "list_place_unknown", other.response);
});

it("is copied as CSV that no spreadsheet runs, by whoever is written down for it", async () => {
  const target = { kind: "client", id: "=HYPERLINK(1)" } as const;
  const many = Array.from({ length: 1_203 }, (_, at) => ({ at, target, details: { note: '+1, "ok"' } }));
  await add(...many);
  const page = await look({ target_kind: "client", target_id: target.id });
  const file = await send(admin.browser, page, {}, "/admin/audit/export");
  expect(file.headers.get("content-type")).toContain("text/csv");
  expect(file.headers.get("content-disposition")).toMatch(/^attachment; filename="audit-[\d-]{10}\.csv"$/);
  const lines = file.text.trimEnd().split("\r\n");
  expect(lines).toHaveLength(many.length + 1);
  expect(new Set(lines).size).toBe(lines.length);
  expect(lines[1]).toContain(`"client","'=HYPERLINK(1)","192.0.2.7","","{""note"":""+1, \\""ok\\""""}"`);
  const taken = await look({ action: "audit.exported", target_kind: "", target_id: "" });
  expect(sentences(taken)).toEqual(["Copy of the audit log taken"]);
  const bare = new URLSearchParams({ user: String(admin.user.id) });
  const forged = await admin.browser.request("/admin/audit/export", { method: "POST", body: bare });
  await provoked("api", "permission_denied", "form_token_invalid", forged.response);
});
