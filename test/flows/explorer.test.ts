import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { User } from "../../src/storage/port/users.ts";
import { ApiSeed } from "../support/api-seed.ts";
import { deny } from "../support/consent.ts";
import { canary, type Mistake, mistakesOf, type Surroundings } from "../support/misconfigured.ts";
import { provoked } from "../support/provoked.ts";
import { startServer } from "../support/server.ts";
import { authorizePath, signedInVisitor } from "../support/signed-in.ts";
import { type KnownClient, TokenDesk } from "../support/token-desk.ts";
import { type Page, Visitor } from "../support/visitor.ts";

let all: Surroundings;
let owner: User;
let browser: Visitor;
/** Everything that a page has shown. */
let seen = "";

beforeAll(async () => {
  const desk = await TokenDesk.open({ LOG_LEVEL: "trace" });
  const seed = await ApiSeed.open(desk.server);
  owner = await seed.user({ locale: "en" });
  const own = { ownerId: owner.id };
  all = {
    desk,
    seed,
    client: await desk.client({ ...own, scopes: ["view-user", "detail-user"] }),
    publicClient: await desk.publicClient(own),
    other: await desk.client(own),
  };
  browser = await signedInVisitor(seed, [owner]);
});
afterAll(async () => {
  await all.seed.storage.close();
  await all.desk.close();
});

const errorsOf = ({ id }: Pick<KnownClient, "id">, end = "") => `/developer/applications/${id}/errors${end}`;
const requestOf = (response: Response) => response.headers.get("X-Request-Id") ?? "";

async function look(path: string, by = browser): Promise<Page> {
  const page = await by.get(path);
  seen += page.text;
  return page;
}

/** A secret that is wrong, which anybody can send. */
function fail(client: KnownClient, origin = all.desk.server.origin): Promise<Response> {
  const body = new URLSearchParams({ client_id: client.id, client_secret: canary });
  return fetch(`${origin}/oauth/token`, { method: "POST", body });
}

function clientOf({ reason }: Mistake): KnownClient {
  const isPublic = reason === "grant_not_permitted" || reason === "client_secret_unexpected";
  return isPublic ? all.publicClient : all.client;
}

describe("the error explorer", () => {
  it("shows each mistake with what differed and the way to mend it", async () => {
    const mistakes = mistakesOf(all);
    expect(new Set(mistakes.map(({ reason }) => reason)).size).toBeGreaterThan(40);
    for (const mistake of mistakes) {
      const response = await mistake.make();
      const page = await look(errorsOf(clientOf(mistake), `/${requestOf(response)}`));
      expect([mistake.reason, page.status]).toEqual([mistake.reason, 200]);
      for (const text of [mistake.reason, "How to mend it", ...mistake.shows])
        expect(page.text).toContain(text);
      expect(page.text.includes("did not prove")).toBe(mistake.proven !== true);
    }
    const list = await look(errorsOf(all.client));
    for (const { reason } of mistakes.filter((mistake) => clientOf(mistake) === all.client)) {
      expect(list.text).toContain(`${reason}</a>`);
    }
  });

  it("keeps no secret anywhere: not in pages, not in the log, not in the database", async () => {
    await look(errorsOf(all.client, "?period=week"));
    expect(seen.length).toBeGreaterThan(100_000);
    for (const text of [seen, all.desk.server.log(), await all.desk.server.database.contents()]) {
      expect(text.includes(canary)).toBe(false);
      expect(text.includes(String(all.client.secret))).toBe(false);
    }
  });

  it("counts every request, keeps the first of a flood, and filters by reason", async () => {
    const client = await all.desk.client({ ownerId: owner.id });
    await Promise.all(Array.from({ length: 40 }, () => fail(client)));
    const page = await look(errorsOf(client, "?reason=client_authentication_failed"));
    expect(page.text).toContain("40 requests failed.");
    expect(page.text).toContain("Claimed: 40");
    expect(page.text.match(/\/errors\/[0-9a-f]{32}"/g)).toHaveLength(10);
    const none = await look(errorsOf(client, "?reason=token_expired&period=week"));
    expect(none.text).toContain("None is kept.");
    expect((await look(errorsOf(client, "?reason=%3Cscript%3E"))).text).not.toContain("<script>");
  });

  it("finds a request by its id, and says so when there is none", async () => {
    const id = requestOf(await fail(all.client));
    const found = await look(errorsOf(all.client, `?request=+${id.toUpperCase()}`));
    expect(found.url.pathname).toBe(errorsOf(all.client, `/${id}`));
    const missing = await look(errorsOf(all.client, `?request=${"0".repeat(32)}`));
    expect([missing.status, missing.text.includes("The request id may be incomplete")]).toEqual([404, true]);
    const unknown = await browser.request(errorsOf(all.client, "/x"));
    await provoked("api", "resource_not_found", "failed_request_unknown", unknown.response);
  });
});

it("keeps that a person said no, and nothing of the person", async () => {
  const person = await all.seed.user({ name: "Zubaidah Kartika" });
  const theirs = await signedInVisitor(all.seed, [person]);
  const consent = await theirs.get(authorizePath(all.client, { code_challenge: "" }));
  const back = await theirs.submit(consent, {}, deny);
  const page = await look(errorsOf(all.client, `/${requestOf(back.response)}`));
  expect(page.text).toContain("user_denied");
  const rows = await all.desk.server.database.sql("select * from failures");
  expect(rows.length).toBeGreaterThan(40);
  for (const text of [page.text, JSON.stringify(rows)]) {
    for (const told of [person.name, String(person.email), `"${person.id}"`, "127.0.0.1", "::1"])
      expect(text).not.toContain(told);
  }
});

describe("only the owner", () => {
  it("sees errors: others learn nothing, not even with the right ids, nor by an application of their own", async () => {
    const id = requestOf(await fail(all.client));
    const stranger = await all.seed.user();
    const theirs = await all.desk.client({ ownerId: stranger.id });
    const spy = await signedInVisitor(all.seed, [stranger]);
    for (const path of [errorsOf(all.client), errorsOf(all.client, `/${id}`)]) {
      const page = await spy.request(path);
      await provoked("api", "resource_not_found", "client_unknown", page.response);
    }
    for (const path of [errorsOf(theirs, `/${id}`), `/developer/errors/${id}`]) {
      const page = await spy.request(path);
      await provoked("api", "resource_not_found", "failed_request_unknown", page.response);
    }
    expect((await spy.get(errorsOf(theirs, `?request=${id}`))).status).toBe(404);
  });

  it("turns pages: the place in one application's list is none in another's", async () => {
    const page = await look(errorsOf(all.client));
    const [, next = ""] = /href="[^"]*(after=[^"&]+)" rel="next"/.exec(page.text) ?? [];
    const second = await look(errorsOf(all.client, `?${next}`));
    const idsOf = ({ text }: Page) => text.match(/\/errors\/[0-9a-f]{32}"/g) ?? [];
    expect(idsOf(page)).toHaveLength(20);
    expect(new Set([...idsOf(page), ...idsOf(second)]).size).toBe(40);
    for (const path of [errorsOf(all.other, `?${next}`), errorsOf(all.client, `?${next}x`)]) {
      const refused = await browser.request(path);
      await provoked("api", "validation_error", "list_place_unknown", refused.response);
    }
  });

  it("is led from an error_uri to the very request; everybody else gets the same page whatever the id", async () => {
    const origin = all.desk.server.origin;
    const path = authorizePath(all.client, { scope: "view_user" });
    const back = await fetch(origin + path, { redirect: "manual" });
    const uri = new URL(new URL(back.headers.get("location") ?? "").searchParams.get("error_uri") ?? "");
    const id = uri.searchParams.get("request") ?? "";
    const landed = await look(uri.pathname + uri.search);
    expect([landed.url.pathname, landed.status]).toEqual([errorsOf(all.client, `/${id}`), 200]);
    const invented = "0".repeat(32);
    const stranger = await signedInVisitor(all.seed, [await all.seed.user({ locale: "en" })]);
    for (const visitor of [new Visitor(origin), stranger]) {
      const real = await visitor.get(uri.pathname + uri.search);
      const other = await visitor.get(`${uri.pathname}?request=${invented}`);
      expect([real.url.pathname, real.status, other.status]).toEqual([uri.pathname, 200, 200]);
      expect(real.text.replaceAll(id, invented)).toBe(other.text);
    }
  });

  it("lands there from the error page, also by signing in on the way", async () => {
    const visitor = new Visitor(all.desk.server.origin);
    const failed = await visitor.get(authorizePath(all.client, { redirect_uri: "https://www.example.com/" }));
    const link = /href="(\/docs\/errors\/invalid_request\?request=([0-9a-f]{32}))/.exec(failed.text);
    const [, reference = "", id = ""] = link ?? [];
    const page = await visitor.get(reference);
    expect(page.text).toContain(`href="/developer/errors/${id}"`);
    const asked = await visitor.request(`/developer/errors/${id}`);
    expect(asked.headers.get("location")).toBe(`/login?next=failed_request.${id}`);
    const landed = await look(`/developer/errors/${id}`);
    expect(landed.url.pathname).toBe(errorsOf(all.client, `/${id}`));
  });
});

describe("an application that nobody owns", () => {
  const consoleOf = ({ id }: Pick<KnownClient, "id">, end = "") => `/admin/applications/${id}/errors${end}`;

  it("shows its errors to administrators, who are led there like an owner", async () => {
    const client = await all.desk.client();
    const admin = await signedInVisitor(all.seed, [await all.seed.user({ role: "admin", locale: "en" })]);
    const id = requestOf(await fail(client));
    const application = await admin.get(`/admin/applications/${client.id}`);
    expect(application.text).toContain(`href="${consoleOf(client)}"`);
    const list = await look(consoleOf(client, "?period=week"), admin);
    for (const text of ["1 request failed.", `${consoleOf(client)}/${id}`, "client_authentication_failed"])
      expect(list.text).toContain(text);
    for (const way of [`/developer/errors/${id}`, `/docs/errors/invalid_client?request=${id}`]) {
      const { url, text } = await look(way, admin);
      expect([url.pathname, text]).toEqual([
        consoleOf(client, `/${id}`),
        expect.stringContaining(`client rotate-secret ${client.id}`),
      ]);
      expect(text.includes(canary)).toBe(false);
      expect(text).not.toMatch(/href="\/developer\/applications/);
    }
  });

  it("shows them to nobody else, and no administrator sees those of an owned one", async () => {
    const ownerless = await all.desk.client();
    const ids = [requestOf(await fail(ownerless)), requestOf(await fail(all.client))];
    for (const path of [consoleOf(ownerless), ...ids.map((id) => consoleOf(ownerless, `/${id}`))]) {
      const refused = await browser.request(path);
      await provoked("api", "permission_denied", "admin_only", refused.response);
    }
    const unknown = await browser.request(`/developer/errors/${ids[0]}`);
    await provoked("api", "resource_not_found", "failed_request_unknown", unknown.response);
    const admin = await signedInVisitor(all.seed, [await all.seed.user({ role: "super-admin" })]);
    for (const end of ["", `/${ids[1]}`, `?request=${ids[1]}`]) {
      const { status, headers } = await admin.request(consoleOf(all.client, end));
      expect([status, headers.get("location")]).toEqual([302, `/admin/applications/${all.client.id}`]);
    }
    for (const path of [consoleOf(ownerless, `/${ids[1]}`), `/developer/errors/${ids[1]}`]) {
      const foreign = await admin.request(path);
      await provoked("api", "resource_not_found", "failed_request_unknown", foreign.response);
    }
  });
});

it("Every node shows what failed at another within a few seconds", async () => {
  const second = await startServer({ nodeOf: all.desk.server, env: { RATE_LIMITS: "off" } });
  try {
    const id = requestOf(await fail(all.client, `http://localhost:${second.port}`));
    const path = errorsOf(all.client, `/${id}`);
    await expect.poll(async () => (await look(path)).status, { timeout: 20_000 }).toBe(200);
  } finally {
    await second.stop();
  }
});
