import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Client } from "../../src/storage/port/clients.ts";
import type { User } from "../../src/storage/port/users.ts";
import { ApiSeed } from "../support/api-seed.ts";
import { provoked } from "../support/provoked.ts";
import { startServer } from "../support/server.ts";
import {
  allowed,
  authorizationParameters,
  authorizePath,
  type Change,
  signedInVisitor,
} from "../support/signed-in.ts";
import { type Page, Visitor } from "../support/visitor.ts";

const approve = ["decision", "approve"] as const;
const deny = ["decision", "deny"] as const;
let seed: ApiSeed;
beforeAll(async () => {
  seed = await ApiSeed.open(await startServer({ env: { RATE_LIMITS: "off" } }));
});
afterAll(async () => {
  await seed.storage.close();
  await seed.server.stop();
});

interface Scene {
  readonly client: Client;
  readonly user: User;
  readonly visitor: Visitor;
  /** The consent page, waiting for an answer. */
  readonly consent: Page;
  readonly id: string;
}

async function atConsent(change: Partial<Client> = {}, parameters: Change = {}): Promise<Scene> {
  const client = await seed.client(change);
  const user = await seed.user();
  const visitor = await signedInVisitor(seed, [user]);
  const consent = await visitor.get(authorizePath(client, parameters));
  expect([consent.url.pathname, consent.status]).toEqual(["/consent", 200]);
  return { client, user, visitor, consent, id: consent.url.searchParams.get("interaction") ?? "" };
}

async function expire(id: string): Promise<void> {
  await seed.server.database.sql("update interactions set expires_at = ? where id = ?", Date.now() - 1, id);
}

function isCode(page: Page): boolean {
  return new URL(page.headers.get("location") ?? "none:").searchParams.has("code");
}

describe("a request that took too long", () => {
  it.each([approve, deny])("%j: the application learns of it, once", async (...decision) => {
    const { visitor, consent, id } = await atConsent();
    await expire(id);
    const late = await visitor.submit(consent, {}, decision);
    expect(late.status).toBe(303);
    await provoked("oauth", "access_denied", "interaction_expired", late.response);
    const again = await visitor.submit(consent, {}, decision);
    await provoked("oauth", "access_denied", "interaction_finished", again.response);
  });

  it("a stale link shows a page that starts the same request again", async () => {
    const { visitor, consent, id, client } = await atConsent({}, { state: "<the> same" });
    await expire(id);
    for (const path of ["/consent", "/accounts", "/login", "/oauth/authorize"]) {
      const stale = await visitor.get(`${path}?interaction=${id}`);
      const { html = "" } = await provoked("oauth", "access_denied", "interaction_expired", stale.response);
      const href = /<a class="button" href="([^"]+)"/.exec(html)?.[1]?.replaceAll("&amp;", "&") ?? "";
      const again = await visitor.get(href);
      expect(again.url.pathname).toBe("/consent");
      const answer = await visitor.submit(again, {}, deny);
      expect(answer.headers.get("location")).toContain("state=%3Cthe%3E+same&");
    }
    expect(consent.text).toContain(client.name);
  });

  it("an application that nobody verified learns of it too, since somebody is signed in", async () => {
    const { visitor, consent, id } = await atConsent({ verified: false });
    await expire(id);
    await provoked(
      "oauth",
      "access_denied",
      "interaction_expired",
      (await visitor.submit(consent, {}, deny)).response,
    );
  });
});

describe("a request that is finished", () => {
  it("back button: a page with a way on, no second code", async () => {
    const { visitor, consent, id } = await atConsent();
    expect(isCode(await visitor.submit(consent, {}, approve))).toBe(true);
    for (const path of ["/consent", "/accounts", "/login", "/oauth/authorize"]) {
      const back = await visitor.get(`${path}?interaction=${id}`);
      await provoked("oauth", "access_denied", "interaction_finished", back.response);
    }
    for (const decision of [approve, deny]) {
      const again = await visitor.submit(consent, {}, decision);
      await provoked("oauth", "access_denied", "interaction_finished", again.response);
    }
  });
});

describe("another browser", () => {
  it("cannot see, approve, deny or continue a request, and learns nothing of it", async () => {
    const { visitor, consent, id, client } = await atConsent({ name: "Rahasia" }, { state: "secret-state" });
    const thief = await signedInVisitor(seed, [await seed.user()]);
    thief.cookies.set("mbid_device", "A".repeat(43));
    for (const path of ["/consent", "/accounts", "/oauth/authorize", "/login"]) {
      const seen = await thief.get(`${path}?interaction=${id}`);
      const { html } = await provoked("oauth", "access_denied", "interaction_foreign", seen.response);
      expect(html).not.toContain("Rahasia");
      expect(html).not.toContain("secret-state");
      expect(html).not.toContain(client.id);
    }
    const own = await thief.get(authorizePath(client));
    const csrf = own.forms.at(-1)?.fields.get("csrf") ?? "";
    for (const decision of ["approve", "deny"]) {
      const fields = { ...Object.fromEntries(consent.forms.at(-1)?.fields ?? []), csrf, decision };
      const body = new URLSearchParams(fields);
      const seen = await thief.request(consent.url, { method: "POST", body });
      await provoked("oauth", "access_denied", "interaction_foreign", seen.response);
    }
    expect(isCode(await visitor.submit(consent, {}, approve))).toBe(true);
  });

  it("a victim who signs in at somebody else's request gives nothing away", async () => {
    const client = await seed.client();
    const attacker = new Visitor(seed.server.origin);
    const login = await attacker.get(authorizePath(client));
    const id = login.url.searchParams.get("interaction") ?? "";
    const user = await seed.user();
    await allowed(seed, user, client);
    const victim = await signedInVisitor(seed, [user]);
    await provoked(
      "oauth",
      "access_denied",
      "interaction_foreign",
      (await victim.get(`/login?interaction=${id}`)).response,
    );
    expect((await attacker.get(`/oauth/authorize?interaction=${id}`)).url.pathname).toBe("/login");
  });

  it.each(["", "x", "0".repeat(26), "z".repeat(10_000), "%00", "../../x", "'--"])(
    "an id that is none (%.20j)",
    async (id) => {
      const visitor = new Visitor(seed.server.origin);
      for (const path of ["/consent", "/accounts"]) {
        const seen = await visitor.request(`${path}?interaction=${id}`);
        await provoked("oauth", "access_denied", "interaction_expired", seen.response);
      }
    },
  );
});

describe("POST", () => {
  it("is kept for the browser that follows, and for no other after it", async () => {
    const client = await seed.client();
    const user = await seed.user();
    await allowed(seed, user, client);
    const body = authorizationParameters(client, { state: "posted +&=%" });
    const posted = await fetch(`${seed.server.origin}/oauth/authorize`, {
      method: "POST",
      body,
      redirect: "manual",
    });
    expect([posted.status, posted.headers.get("set-cookie")]).toEqual([303, null]);
    const next = posted.headers.get("location") ?? "";
    expect(next).toMatch(/^\/oauth\/authorize\?interaction=[0-9a-z]{26}$/);
    const visitor = await signedInVisitor(seed, [user]);
    const answer = await visitor.request(next);
    expect(answer.status).toBe(302);
    expect(new URL(answer.headers.get("location") ?? "").searchParams.get("state")).toBe("posted +&=%");
    expect(isCode(answer)).toBe(true);
    const other = await new Visitor(seed.server.origin).request(next);
    await provoked("oauth", "access_denied", "interaction_foreign", other.response);
  });

  it("prompt=none still shows nothing", async () => {
    const client = await seed.client();
    const body = authorizationParameters(client, { prompt: "none" });
    const visitor = new Visitor(seed.server.origin);
    const answer = await visitor.get(
      (await visitor.request("/oauth/authorize", { method: "POST", body })).headers.get("location") ?? "",
    );
    await provoked("oauth", "login_required", "not_signed_in", answer.response);
  });
});

describe("what changed while the page was open", () => {
  it("the account was disabled", async () => {
    const { visitor, consent, user } = await atConsent();
    await seed.storage.write(({ users }) => users.setStatus(user.id, "disabled"));
    await provoked(
      "oauth",
      "access_denied",
      "user_disabled",
      (await visitor.submit(consent, {}, approve)).response,
    );
  });

  it("the application was disabled", async () => {
    const { visitor, consent, client, id } = await atConsent();
    await seed.storage.write(({ clients }) => clients.update(client.id, { status: "disabled" }));
    const answer = await visitor.submit(consent, {}, approve);
    await provoked("oauth", "access_denied", "client_disabled", answer.response);
    const link = await visitor.get(`/consent?interaction=${id}`);
    await provoked("oauth", "access_denied", "interaction_finished", link.response);
  });

  it("the redirect URI was removed: nobody is sent there any more", async () => {
    const { visitor, consent, client } = await atConsent();
    await seed.storage.write(({ clients }) =>
      clients.update(client.id, { redirectUris: ["https://new.example/"] }),
    );
    for (const decision of [approve, deny]) {
      const answer = await visitor.submit(consent, {}, decision);
      expect(answer.headers.get("location")).toBeNull();
      await provoked("oauth", "invalid_request", "redirect_uri_not_registered", answer.response);
    }
  });

  it("the scope was taken from the application", async () => {
    const { visitor, consent, client } = await atConsent({}, { scope: "detail-user" });
    await seed.storage.write(({ clients }) => clients.update(client.id, { scopes: ["view-user"] }));
    const answer = await visitor.submit(consent, {}, approve);
    await provoked("oauth", "invalid_scope", "scope_not_permitted", answer.response);
  });

  it("the application was deleted", async () => {
    const { visitor, consent, client } = await atConsent();
    await seed.storage.write(({ clients }) => clients.delete(client.id));
    await provoked(
      "oauth",
      "access_denied",
      "interaction_expired",
      (await visitor.submit(consent, {}, approve)).response,
    );
  });
});
