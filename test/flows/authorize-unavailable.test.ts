import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { maintenanceSetting } from "../../src/web/maintenance.ts";
import { ApiSeed } from "../support/api-seed.ts";
import { provoked } from "../support/provoked.ts";
import { startServer } from "../support/server.ts";
import { authorizationParameters, authorizePath, signedInVisitor } from "../support/signed-in.ts";
import { Visitor } from "../support/visitor.ts";

let seed: ApiSeed;
beforeAll(async () => {
  seed = await ApiSeed.open(await startServer({ env: { RATE_LIMITS: "authorize_by_ip=40/60" } }));
});
afterAll(async () => {
  await seed.storage.close();
  await seed.server.stop();
});

function until(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function maintenance(on: boolean): Promise<void> {
  const value = JSON.stringify({ retryAfter: 77, message: null });
  await seed.storage.write(async ({ settings }) => {
    if (on) await settings.put(maintenanceSetting, value);
    else await settings.delete(maintenanceSetting);
  });
  await until(1000);
}

describe("maintenance", () => {
  it("is told to the application by redirect, on a page where that would be wrong, and ends nothing", async () => {
    const client = await seed.client();
    const unverified = await seed.client({ verified: false });
    const visitor = await signedInVisitor(seed, [await seed.user()]);
    const consent = await visitor.get(authorizePath(client));
    await maintenance(true);
    const stranger = new Visitor(seed.server.origin);
    const reason = ["oauth", "temporarily_unavailable", "maintenance"] as const;
    await provoked(...reason, (await stranger.request(authorizePath(client))).response);
    await provoked(...reason, (await visitor.request(authorizePath(client, { prompt: "none" }))).response);
    const body = authorizationParameters(client);
    const posted = await stranger.request("/oauth/authorize", { method: "POST", body });
    expect(posted.status).toBe(303);
    await provoked(...reason, posted.response);
    const page = await stranger.request(authorizePath(unverified));
    expect([page.status, page.headers.get("retry-after"), page.headers.get("location")]).toEqual([
      503,
      "77",
      null,
    ]);
    await provoked(...reason, page.response);
    const mistake = await stranger.request(authorizePath(client, { redirect_uri: "https://evil.example/" }));
    await provoked("oauth", "invalid_request", "redirect_uri_not_registered", mistake.response);
    await maintenance(false);
    const answer = await visitor.submit(consent, {}, ["decision", "approve"]);
    expect(answer.headers.get("location")).toContain("?code=");
  });
});

describe("the database", () => {
  it("locked: what cannot be stored is told to the application", async () => {
    const client = await seed.client();
    const unlock = await seed.server.database.lock();
    const answer = await new Visitor(seed.server.origin).request(authorizePath(client));
    await unlock();
    expect(answer.status).toBe(302);
    await provoked("oauth", "temporarily_unavailable", "database_unavailable", answer.response);
  });

  it("broken in a way nobody thought of: the application is told, and no more than that", async () => {
    const client = await seed.client();
    const visitor = await signedInVisitor(seed, [await seed.user()]);
    await seed.server.database.sql("alter table consents rename to lost");
    const answer = await visitor.request(authorizePath(client));
    await seed.server.database.sql("alter table lost rename to consents");
    const { location } = await provoked("oauth", "server_error", "unexpected", answer.response);
    expect(location?.href).not.toMatch(/consents|sql|no.such/i);
    await expect.poll(() => seed.server.log()).toContain("unexpected");
  });
});

describe("too many requests from one address", () => {
  it("get a page with Retry-After and no redirect, whatever they ask", async () => {
    const client = await seed.client();
    const visitor = new Visitor(seed.server.origin);
    let page = await visitor.request(authorizePath(client, { prompt: "none" }));
    for (let i = 0; i < 50 && page.status === 302; i++)
      page = await visitor.request(authorizePath(client, { prompt: "none" }));
    expect([page.status, page.headers.get("location")]).toEqual([429, null]);
    await provoked("oauth", "temporarily_unavailable", "rate_limited", page.response);
    expect(page.headers.get("x-ratelimit-limit")).toBe("40");
    const body = authorizationParameters(client);
    const posted = await visitor.request("/oauth/authorize", { method: "POST", body });
    await provoked("oauth", "temporarily_unavailable", "rate_limited", posted.response);
  });
});
