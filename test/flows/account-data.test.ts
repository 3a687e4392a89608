import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rules } from "../../src/storage/sql/person/rules.ts";
import { movedTables } from "../../src/storage/sql/transfer/tables.ts";
import { mailsTo } from "../support/outbox.ts";
import { ageSessions } from "../support/people.ts";
import {
  fillForPerson,
  type PersonRow,
  type PersonSection,
  sectionsOf,
  toldValue,
} from "../support/person-rows.ts";
import { Portal, type SignedInPerson } from "../support/portal.ts";
import { provoked } from "../support/provoked.ts";
import { type Page, Visitor } from "../support/visitor.ts";
import { codeTo, messagesTo, signedInByNumber } from "../support/whatsapp.ts";

const path = "/account/data";

type Records = readonly Readonly<Record<string, unknown>>[];

interface DataFile {
  readonly format: string;
  readonly issuer: string;
  readonly exported_at: string;
  readonly held: Readonly<Record<string, Records>>;
  readonly left_out: Readonly<Record<string, string>>;
}

let portal: Portal;
beforeAll(async () => {
  portal = await Portal.open({ RATE_LIMITS: "off,data_download_by_user=3/3600" });
});
afterAll(() => portal.close());

async function download({ browser }: Pick<SignedInPerson, "browser">): Promise<Page> {
  return browser.post(await browser.get(path));
}

const parsed = (page: Page) => JSON.parse(page.text) as DataFile;

/** What of a stored row is neither among the records nor left out for the reason that the rules give. */
function untold(
  { name, columns }: PersonSection,
  stored: PersonRow,
  records: Records,
  leftOut: DataFile["left_out"],
): string[] {
  return Object.entries(columns).flatMap(([column, how]) => {
    const told = records.map((record) => JSON.stringify(record[column]));
    const right =
      typeof how === "string"
        ? told.includes(JSON.stringify(toldValue(how, stored[column] ?? null)))
        : leftOut[`${name}.${column}`] === how.because && told.every((value) => value === undefined);
    return right ? [] : [`${name}.${column}`];
  });
}

describe("everything that is held about a person", () => {
  it("is told to them, column by column, or left out with a reason; and nothing of anybody else", async () => {
    const [person, stranger] = [await portal.somebody(), await portal.somebody()];
    const { database } = portal.server;
    await fillForPerson(database, "foreign", stranger.user.id);
    const rows = await fillForPerson(database, "own", person.user.id);
    const page = await download(person);
    const { held, left_out } = parsed(page);
    const missing: string[] = [];
    for (const { name: table } of movedTables) {
      const [first] = await database.sql(`select * from ${table} limit 1`);
      for (const [index, section] of sectionsOf(table).entries()) {
        expect(Object.keys(section.columns).toSorted()).toEqual(Object.keys(first ?? {}).toSorted());
        const records = held[section.name] ?? [];
        missing.push(...untold(section, rows.get(table)?.[index] ?? {}, records, left_out));
      }
    }
    expect(missing).toEqual([]);
    expect(page.text).not.toContain("-kept-");
    expect(page.text).not.toContain("foreign");
    expect(page.text).not.toContain("192.0.2.9");
  });

  it("is asked of every table there is", () => {
    expect(Object.keys(rules).toSorted()).toEqual(
      [...movedTables.map(({ name }) => name), "nodes"].toSorted(),
    );
  });

  it("is read a portion at a time, in an order without gaps and repetitions", async () => {
    const { user } = await portal.somebody();
    const now = Date.now();
    await portal.seed.storage.write(async ({ sessions }) => {
      for (let index = 0; index < 7; index++)
        await sessions.rememberDevice(user.id, `device ${index}`, now + index);
    });
    const store = portal.seed.storage.committed.personData;
    const seen: unknown[] = [];
    let after: string | undefined;
    do {
      const { records, next } = await store.page("known_browsers", user.id, 3, after);
      expect(records.length).toBeLessThanOrEqual(3);
      seen.push(...records.map((record) => record["last_seen_at"]));
      after = next;
    } while (after !== undefined);
    const moments = Array.from({ length: 7 }, (_, index) => new Date(now + index).toISOString());
    expect(seen.toSorted()).toEqual(moments);
    await expect(store.page("users", user.id, 3)).rejects.toThrow();
  });
});

describe("the file", () => {
  it("comes as a download that no cache keeps, and the person is told", async () => {
    const person = await portal.somebody();
    const page = await download(person);
    expect(Object.fromEntries(page.headers)).toMatchObject({
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="account-${person.user.id}.json"`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    });
    const file = parsed(page);
    expect([file.format, file.issuer]).toEqual(["mubarokah-id-person", portal.server.origin]);
    expect(file.held["account"]).toMatchObject([{ id: person.user.id, email: person.user.email }]);
    const [mail] = await mailsTo(portal.server, person.user.email ?? "");
    expect(mail?.subject).toBe("Your data was downloaded");
  });

  it("is given to who has only a number, after a code by WhatsApp", async () => {
    const { visitor, user, number } = await signedInByNumber(portal.seed);
    await ageSessions(portal.seed, user, 6 * 60_000);
    const waiting = await visitor.submit(await visitor.get(path), {}, ["send", "phone"]);
    const page = await visitor.submit(waiting, { code: await codeTo(portal.server, number) });
    expect(page.url.pathname).toBe(path);
    const { held } = parsed(await visitor.post(page));
    expect(held["account"]).toMatchObject([{ phone_number: number, email: null }]);
    expect(held["messages"]?.length).toBeGreaterThan(1);
    const [told] = await messagesTo(portal.server, number);
    expect(told?.subject).toBe("Your data was downloaded");
  });

  it("is not given without a proof of these five minutes", async () => {
    const { browser, user } = await portal.somebody();
    const page = await browser.get(path);
    await ageSessions(portal.seed, user, 6 * 60_000);
    const sent = await browser.post(page);
    expect([sent.status, sent.headers.get("location")]).toEqual([303, "/account/confirm?next=data"]);
    expect((await browser.get(path)).url.pathname).toBe("/account/confirm");
  });

  it("is not given to a link, a foreign, forged or stale form, or for another account", async () => {
    const { browser } = await portal.somebody();
    const other = await portal.somebody();
    const fields = Object.fromEntries((await browser.get(path)).forms[0]?.fields ?? []);
    const post = (change: Readonly<Record<string, string>>, headers = {}) =>
      browser.request(path, { method: "POST", body: new URLSearchParams({ ...fields, ...change }), headers });
    expect((await browser.get(`${path}?user=${other.user.id}`)).headers.get("content-type")).toContain(
      "html",
    );
    const claimed = await post({ user: String(other.user.id) });
    expect(claimed.headers.get("location")).toBe(`${path}?status=other_account`);
    const csrf = (await new Visitor(portal.server.origin).get("/login")).forms[0]?.fields.get("csrf") ?? "";
    expect((await post({ csrf })).headers.get("location")).toBe(`${path}?status=stale`);
    const foreign = await post({}, { Origin: "https://evil.example" });
    await provoked("api", "permission_denied", "origin_foreign", foreign.response);
    await provoked("api", "permission_denied", "form_token_invalid", (await post({ csrf: "" })).response);
  });

  it("is given a few times a day", async () => {
    const person = await portal.somebody();
    for (let index = 0; index < 3; index++) expect((await download(person)).status).toBe(200);
    await provoked("api", "rate_limit_exceeded", "rate_limited", (await download(person)).response);
  });
});
