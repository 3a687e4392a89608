import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Role, User } from "../../src/storage/port/users.ts";
import { mailTo } from "../support/outbox.ts";
import { ageSessions } from "../support/people.ts";
import { Portal, type SignedInPerson, send } from "../support/portal.ts";
import { provoked } from "../support/provoked.ts";
import { signedInVisitor } from "../support/signed-in.ts";
import { type Page, Visitor } from "../support/visitor.ts";

let portal: Portal;
let admin: SignedInPerson;
let highest: SignedInPerson;
beforeAll(async () => {
  portal = await Portal.open();
  admin = await portal.somebody("admin");
  highest = await portal.somebody("super-admin");
  // The demo's own would be one more.
  await portal.seed.storage.write(async ({ users }) => {
    for (const { id } of await users.page({ role: "super-admin" }, 10))
      if (id !== highest.user.id) await users.setRole(id, "user");
  });
});
afterAll(() => portal.close());

const at = (id: number) => `/admin/users/${id}`;
const act = async ({ browser }: SignedInPerson, id: number, name: string) =>
  send(browser, await browser.get(at(id)), { act: name }, at(id));
const setRole = async ({ browser }: SignedInPerson, id: number, role: Role) =>
  send(browser, await browser.get(at(id)), { role }, `${at(id)}/role`);
const find = async (id: number) => (await portal.seed.storage.committed.users.find(id)) as User;
const story = async (id: number) => {
  const target = { kind: "user", id: String(id) } as const;
  const entries = await portal.seed.storage.committed.audit.list({ target }, 20);
  return entries.map(({ action, actorId, via }) => [action, actorId, via]).reverse();
};
const named = (page: Page) => [...page.text.matchAll(/href="\/admin\/users\/(\d+)"/g)].map(([, id]) => id);
const nextOf = (page: Page) => /href="([^"]+)" rel="next"/.exec(page.text)?.[1]?.replaceAll("&amp;", "&");

/** Sends a form's fields as somebody could who writes them by hand. */
async function forge(browser: Visitor, from: string, to: string, fields: Record<string, string>) {
  const known = Object.fromEntries((await browser.get(from)).forms[0]?.fields ?? []);
  return browser.request(to, { method: "POST", body: new URLSearchParams({ ...known, ...fields }) });
}

describe("finding people", () => {
  it("by the beginning of name, username, address or number, and by the account's number", async () => {
    const [{ id }, other] = [
      await portal.seed.user({ name: "Zulaikha <b>", username: "zul.99", email: "zulai@contoh.id" }),
      await portal.seed.user({ name: "Bukan Zulaikha", phoneNumber: "+6281234567001" }),
    ];
    const search = async (q: string) => admin.browser.get(`/admin/users?${new URLSearchParams({ q })}`);
    for (const q of ["zulaikha", "ZUL.9", "zulai@con", String(id)])
      expect([q, named(await search(q))]).toEqual([q, [String(id)]]);
    for (const q of ["0812 3456 7001", "+62812345670", "bukan z"])
      expect([q, named(await search(q))]).toEqual([q, [String(other.id)]]);
    for (const q of ["%", "ikha", "' or 1=1 --", "x".repeat(5000)])
      expect([q.slice(0, 9), named(await search(q))]).toEqual([q.slice(0, 9), []]);
    const page = await search("zul");
    expect([page.text.includes("Zulaikha &lt;b&gt;"), page.text.includes("Zulaikha <b>")]).toEqual([
      true,
      false,
    ]);
  });

  it("page by page, each once; a place is good for its own list only", async () => {
    const wanted: string[] = [];
    for (let index = 0; index < 45; index++) {
      const name = index % 2 === 0 ? "Paged" : `Other ${index}`;
      wanted.push(String((await portal.seed.user({ name, username: `paged.${index}` })).id));
    }
    const seen: (string | undefined)[] = [];
    let next: string | undefined = "/admin/users?q=paged";
    const places: string[] = [];
    while (next) {
      places.push(next);
      const page = await admin.browser.get(next);
      seen.push(...named(page));
      next = nextOf(page);
    }
    expect(seen).toHaveLength(45);
    expect(new Set(seen)).toEqual(new Set(wanted));
    for (const stolen of ["q=other", "show=admin"]) {
      const place = (places[1] ?? "").replace("q=paged", stolen);
      await provoked(
        "api",
        "validation_error",
        "list_place_unknown",
        (await admin.browser.request(place)).response,
      );
    }
    const all = await admin.browser.get("/admin/users");
    expect(named(await admin.browser.get(nextOf(all) ?? ""))).not.toContain(named(all)[0]);
  });

  it("by role and state", async () => {
    const { id } = await portal.seed.user({ status: "disabled" });
    expect(named(await admin.browser.get("/admin/users?show=disabled"))).toContain(String(id));
    expect(named(await admin.browser.get("/admin/users?show=admin"))).toContain(String(admin.user.id));
    expect(named(await admin.browser.get("/admin/users?show=super-admin"))).toContain(
      String(highest.user.id),
    );
  });
});

describe("an administrator", () => {
  it("disables, signs out and resets; each counts at once and is written down", async () => {
    const person = await portal.somebody();
    const { id } = person.user;
    const { token } = await portal.seed.token({ user: person.user });
    await portal.seed.storage.write(async ({ factors }) => {
      await factors.put(id, { kind: "email", sealed: null, createdAt: 1 });
    });
    expect((await act(admin, id, "reset_factors")).url.search).toBe("?status=factors_reset");
    expect(await portal.seed.storage.committed.factors.list(id)).toEqual([]);
    const told = await mailTo(portal.server, person.user.email ?? "");
    expect([told.subject, /127\.0\.0\.1/.test(told.text)]).toEqual(["Faktor kedua Anda diatur ulang", false]);
    expect((await act(admin, id, "end_sessions")).url.search).toBe("?status=user_signed_out");
    expect((await person.browser.request("/account")).status).toBe(302);
    expect((await portal.seed.call("/api/user", token)).status).toBe(401);
    expect((await act(admin, id, "disable")).url.search).toBe("?status=user_disabled");
    expect((await find(id)).status).toBe("disabled");
    expect((await act(admin, id, "enable")).url.search).toBe("?status=user_enabled");
    const by = (action: string) => [action, admin.user.id, "page"];
    const done = ["user.factors_reset", "user.signed_out", "user.disabled", "user.enabled"];
    expect(await story(id)).toEqual(done.map(by));
    expect((await admin.browser.get(at(id))).text).toContain("Second factors reset");
  });

  it("is asked for the password first when the last proof is old, and comes back", async () => {
    const known = await portal.person("admin");
    const browser = await portal.signedIn(known);
    const { id } = await portal.seed.user();
    await ageSessions(portal.seed, known.user, 6 * 60_000);
    const question = await act({ user: known.user, browser }, id, "disable");
    expect([question.url.pathname, (await find(id)).status]).toEqual(["/account/confirm", "active"]);
    const back = await browser.submit(question, { password: known.password });
    expect(back.url.pathname).toBe(at(id));
    await send(browser, back, { act: "disable" }, at(id));
    expect((await find(id)).status).toBe("disabled");
  });

  it("acts on no administrator, gives no role, and leaves the own account alone", async () => {
    const other = await portal.somebody("admin");
    const { id } = await portal.seed.user();
    const refused = async (path: string, field: string, value: string) =>
      (await forge(admin.browser, at(id), path, { [field]: value })).response;
    const denied = async (reason: "super_admin_only" | "own_account", answer: Promise<Response>) =>
      provoked("api", "permission_denied", reason, await answer);
    await denied("super_admin_only", refused(at(other.user.id), "act", "disable"));
    await denied("super_admin_only", refused(`${at(id)}/role`, "role", "admin"));
    await denied("own_account", refused(at(admin.user.id), "act", "disable"));
    const unknown = await refused(at(999_999_999), "act", "disable");
    await provoked("api", "resource_not_found", "user_unknown", unknown);
    for (const word of ["", "owner", "__proto__", "toString"])
      for (const [path, field] of [
        [at(id), "act"],
        [`${at(id)}/role`, "role"],
      ] as const)
        expect((await refused(path, field, word)).headers.get("location")).toContain("status=stale");
    expect([(await find(id)).role, (await find(other.user.id)).status]).toEqual(["user", "active"]);
  });

  it("does nothing by forms without this browser's token or for another account", async () => {
    const { id } = await portal.seed.user();
    const body = new URLSearchParams({ user: String(admin.user.id), act: "disable" });
    const bare = await admin.browser.request(at(id), { method: "POST", body });
    await provoked("api", "permission_denied", "form_token_invalid", bare.response);
    const foreign = await forge(admin.browser, at(id), at(id), { user: "1", act: "disable" });
    expect(foreign.headers.get("location")).toContain("status=other_account");
    expect((await find(id)).status).toBe("active");
  });
});

describe("a super-admin", () => {
  it("gives and takes roles, and the last one stays", async () => {
    const { id } = await portal.seed.user();
    expect((await setRole(highest, id, "admin")).url.search).toBe("?status=role_changed");
    expect((await setRole(highest, id, "super-admin")).url.search).toBe("?status=role_changed");
    expect((await act(highest, id, "disable")).url.search).toBe("?status=user_disabled");
    const last = await forge(highest.browser, at(id), `${at(highest.user.id)}/role`, { role: "user" });
    await provoked("api", "permission_denied", "last_super_admin", last.response);
    await act(highest, id, "enable");
    const other = {
      user: await find(id),
      browser: await signedInVisitor(portal.seed, [await find(id)], { provenAt: Date.now() }),
    };
    expect((await setRole(other, id, "user")).status).toBe(403);
    expect((await find(id)).role).toBe("user");
    expect((await find(highest.user.id)).role).toBe("super-admin");
    expect((await story(id)).map(([action]) => action)).toEqual([
      ...["user.role_changed", "user.role_changed", "user.disabled", "user.enabled", "user.role_changed"],
    ]);
  });
});

describe("a new account", () => {
  const create = async ({ browser }: SignedInPerson, fields: Record<string, string>) =>
    send(browser, await browser.get("/admin/users/new"), fields, "/admin/users/new");

  it("is invited by mail, and its link chooses the password", async () => {
    const made = await create(admin, { name: "Ayu Baru", email: "Ayu.Baru@contoh.id", username: "Ayu.Baru" });
    expect(made.url.search).toBe("?status=user_created");
    const id = Number(made.url.pathname.split("/").at(-1));
    expect(await find(id)).toMatchObject({ role: "user", username: "ayu.baru", emailVerifiedAt: null });
    const mail = await mailTo(portal.server, "Ayu.Baru@contoh.id");
    const visitor = new Visitor(portal.server.origin);
    const form = await visitor.get(mail.link ?? "");
    const password = "kuda baterai jepit betul";
    expect((await visitor.submit(form, { password })).url.pathname).toBe("/login");
    const account = await visitor.submit(await visitor.get("/login"), { identifier: "ayu.baru", password });
    expect(account.url.pathname).toBe("/account");
    expect((await find(id)).emailVerifiedAt).not.toBeNull();
    expect((await story(id))[0]).toEqual(["user.created", admin.user.id, "page"]);
  });

  it("says what is wrong beside the field, and stores nothing", async () => {
    const taken = await portal.seed.user({ username: "sudah.ada" });
    const cases: readonly (readonly [Record<string, string>, string])[] = [
      [{ name: "", email: "a@contoh.id" }, "This cannot be empty."],
      [{ name: "A", email: "" }, "This cannot be empty."],
      [{ name: "A", email: "nobody" }, "This is not an e-mail address."],
      [{ name: "A", phone_number: "+621" }, "There is no such phone number."],
      [{ name: "A", email: "b@contoh.id", username: "admin" }, "Nobody can have this username."],
      [{ name: "A", email: "b@contoh.id", username: "SUDAH.ada" }, "Somebody has this already."],
      [{ name: "A", email: taken.email ?? "" }, "Somebody has this already."],
      [{ name: "x".repeat(101), email: "b@contoh.id" }, "This is too long."],
    ];
    for (const [fields, sentence] of cases) {
      const page = await create(admin, fields);
      expect([page.status, page.text.includes(sentence)]).toEqual([400, true]);
    }
    expect(await portal.seed.storage.committed.users.findByEmail("b@contoh.id")).toBeUndefined();
  });

  it("has a role only from a super-admin", async () => {
    const fields = { name: "Rina", email: "rina@contoh.id", role: "admin" };
    const forged = await forge(admin.browser, "/admin/users/new", "/admin/users/new", fields);
    await provoked("api", "permission_denied", "super_admin_only", forged.response);
    expect((await create(highest, fields)).url.search).toBe("?status=user_created");
    expect((await portal.seed.storage.committed.users.findByEmail("rina@contoh.id"))?.role).toBe("admin");
  });
});
