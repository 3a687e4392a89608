import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ApiSeed } from "../support/api-seed.ts";
import { aPerson, type KnownPerson, signInAs } from "../support/people.ts";
import { provoked } from "../support/provoked.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { justSignedIn } from "../support/signed-in.ts";
import { type Page, Visitor } from "../support/visitor.ts";

let server: TestServer;
let seed: ApiSeed;
beforeAll(async () => {
  server = await startServer({ env: { RATE_LIMITS: "off" } });
  seed = await ApiSeed.open(server);
});
afterAll(async () => {
  await seed.storage.close();
  await server.stop();
});

async function signedIn(change = {}): Promise<{ visitor: Visitor; person: KnownPerson; page: Page }> {
  const person = await aPerson(seed, change);
  const visitor = await justSignedIn(seed, person.user);
  return { visitor, person, page: await visitor.get("/account") };
}

const stored = ({ user }: KnownPerson) => seed.storage.committed.users.find(user.id);

describe("account pages", () => {
  it.each([
    "/account",
    "/account/password",
    "/account/sessions",
    "/account/applications",
    "/account/confirm",
  ])("%s asks a stranger to sign in, GET and POST", async (path) => {
    const stranger = new Visitor(server.origin);
    const page = await stranger.request(path);
    expect([page.status, page.headers.get("location")]).toEqual([
      302,
      expect.stringMatching(/^\/login\?next=[a-z]+$/),
    ]);
    const csrf = (await stranger.get("/login")).forms[0]?.fields.get("csrf") ?? "";
    const posted = await stranger.request(path, { method: "POST", body: new URLSearchParams({ csrf }) });
    expect([posted.status, posted.headers.get("location")]).toEqual([303, page.headers.get("location")]);
  });

  it.each([
    "/account",
    "/account/language",
    "/account/switch",
    "/account/password",
    "/account/sessions",
    "/account/applications",
    "/account/confirm",
  ])("%s refuses forged forms", async (path) => {
    const { visitor, page } = await signedIn();
    const csrf = page.forms[0]?.fields.get("csrf") ?? "";
    const bare = await visitor.request(path, { method: "POST", body: new URLSearchParams({ name: "x" }) });
    await provoked("api", "permission_denied", "form_token_invalid", bare.response);
    const foreign = await visitor.request(path, {
      method: "POST",
      body: new URLSearchParams({ csrf }),
      headers: { Origin: "https://evil.example" },
    });
    await provoked("api", "permission_denied", "origin_foreign", foreign.response);
  });

  it("are never cached, and say only sentences of their own", async () => {
    const { visitor } = await signedIn();
    for (const status of ["saved", "<b>pwned</b>", "constructor", "__proto__", "toString"]) {
      const page = await visitor.get(`/account?status=${encodeURIComponent(status)}`);
      expect(page.status).toBe(200);
      expect(page.headers.get("cache-control")).toBe("no-store");
      expect(page.text).not.toContain("pwned");
      expect(page.text.includes('role="status"')).toBe(status === "saved");
    }
  });
});

describe("the profile", () => {
  it("is shown, and saved field by field", async () => {
    const { visitor, person, page } = await signedIn({ username: "budi.s", bio: "old" });
    expect(page.text).toContain("budi.s");
    expect(page.text).toContain(String(person.user.id));
    const saved = await visitor.submit(page, {
      name: " Budi <i>Santoso</i> ",
      gender: "male",
      bio: "line 1\nline 2",
      place_of_birth: "Malang",
      date_of_birth: "1999-12-31",
      address: "Jl. Kawi 1",
    });
    expect(saved.url.search).toBe("?status=saved");
    expect(saved.text).toContain("Your profile is saved.");
    expect(saved.text).not.toContain("<i>");
    expect(await stored(person)).toMatchObject({
      name: "Budi <i>Santoso</i>",
      gender: "male",
      bio: "line 1\nline 2",
      placeOfBirth: "Malang",
      dateOfBirth: "1999-12-31",
      address: "Jl. Kawi 1",
    });
    await visitor.submit(saved, { gender: "", bio: "", place_of_birth: "", date_of_birth: "", address: " " });
    expect(await stored(person)).toMatchObject({
      name: "Budi <i>Santoso</i>",
      gender: null,
      bio: null,
      placeOfBirth: null,
      dateOfBirth: null,
      address: null,
    });
  });

  it.each([
    ["name", " ", "This cannot be empty."],
    ["name", "x".repeat(101), "This can have at most 100 characters."],
    ["gender", "robot", "This must be one of male, female and other."],
    ["bio", "x".repeat(201), "This can have at most 200 characters."],
    ["place_of_birth", "a\u202eb", "This contains characters that cannot be used here."],
    ["date_of_birth", "2999-01-01", "This cannot be in the future."],
    ["date_of_birth", "2001-02-29", "This must be a real date, written YYYY-MM-DD."],
    ["address", "x".repeat(501), "This can have at most 500 characters."],
  ])("keeps nothing when %s is wrong, and says why beside it", async (field, value, sentence) => {
    const { visitor, person, page } = await signedIn();
    const before = await stored(person);
    const values = { name: "New Name", [field]: value };
    const answer = await visitor.post(page, values);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(`<p class="problem" id="${field}-problem">${sentence}</p>`);
    expect(answer.text).toContain(`aria-describedby="${field}-problem"`);
    if (field !== "name") expect(answer.forms[0]?.fields.get("name")).toBe("New Name");
    expect(await stored(person)).toEqual(before);
  });

  it("leaves fields alone that a script did not send, and what is no field of it", async () => {
    const { visitor, person, page } = await signedIn({ bio: "stays" });
    const { csrf = "", user = "" } = Object.fromEntries(page.forms[0]?.fields ?? []);
    const body = new URLSearchParams({
      csrf,
      user,
      name: "Ani",
      role: "admin",
      email: "x@evil.example",
      id: "1",
    });
    expect((await visitor.request("/account", { method: "POST", body })).status).toBe(303);
    expect(await stored(person)).toMatchObject({
      name: "Ani",
      bio: "stays",
      role: "user",
      email: person.user.email,
    });
  });

  it("of one account is not overwritten by a tab that was opened for another", async () => {
    const { visitor, person, page } = await signedIn();
    const other = await aPerson(seed, { name: "Other" });
    await signInAs(visitor, other, "/login?account=new");
    const answer = await visitor.submit(page, { name: "Written in the old tab" });
    expect(answer.url.search).toBe("?status=other_account");
    expect((await stored(other))?.name).toBe("Other");
    expect((await stored(person))?.name).toBe(person.user.name);
  });

  it("is shown again, filled in, when the form is stale", async () => {
    const { visitor, person, page } = await signedIn();
    const csrf = (await new Visitor(server.origin).get("/login")).forms[0]?.fields.get("csrf") ?? "";
    const again = await visitor.post(page, { csrf, name: "Almost lost", bio: "<script>" });
    expect(again.status).toBe(400);
    expect(again.text).toContain("Please send the form once more");
    expect(again.forms[0]?.fields.get("name")).toBe("Almost lost");
    expect(again.text).not.toContain("<script>");
    expect((await stored(person))?.name).toBe(person.user.name);
    await visitor.submit(again, {});
    expect(await stored(person)).toMatchObject({ name: "Almost lost", bio: "<script>" });
  });
});

describe("the language", () => {
  it("that was chosen is the account's, in every browser, unless that picks another", async () => {
    const { visitor, person, page } = await signedIn();
    const chosen = await visitor.submit(page, { locale: "id" });
    expect(chosen.headers.get("content-language")).toBe("id");
    expect((await stored(person))?.locale).toBe("id");
    const elsewhere = new Visitor(server.origin);
    await signInAs(elsewhere, person);
    expect((await elsewhere.get("/account")).headers.get("content-language")).toBe("id");
    expect((await elsewhere.get("/account?ui_locales=en")).headers.get("content-language")).toBe("en");
  });

  it("must be one of ours", async () => {
    const { visitor, person, page } = await signedIn();
    for (const locale of ["tlh", "", "../en"]) await visitor.post(page, { locale });
    expect((await stored(person))?.locale).toBeNull();
  });
});
