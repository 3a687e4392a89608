import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ApiSeed } from "../support/api-seed.ts";
import { aPerson } from "../support/people.ts";
import { provoked } from "../support/provoked.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { justSignedIn } from "../support/signed-in.ts";
import { Visitor } from "../support/visitor.ts";

let server: TestServer;
let seed: ApiSeed;
beforeAll(async () => {
  server = await startServer();
  seed = await ApiSeed.open(server);
});
afterAll(async () => {
  await seed.storage.close();
  await server.stop();
});

async function signedIn() {
  const person = await aPerson(seed);
  const visitor = await justSignedIn(seed, person.user);
  return { visitor, person };
}

describe("connected applications", () => {
  it("are listed with what they may see, in words", async () => {
    const { visitor, person } = await signedIn();
    expect((await visitor.get("/account/applications")).text).toContain("No application is connected");
    const shop = await seed.client({ name: "Toko <b>Sejahtera</b>", verified: false });
    await seed.token({ user: person.user, client: shop, scopes: ["view-user", "detail-user", "room.book"] });
    const page = await visitor.get("/account/applications");
    expect(page.text).toContain("Toko &lt;b&gt;Sejahtera&lt;/b&gt;");
    expect(page.text).toContain("Not verified");
    expect(page.text).toContain("See your name, e-mail address, username, gender and profile picture");
    expect(page.text).toContain("See what you say about yourself, your phone number");
    expect(page.text).toContain("Use the permission room.book");
    expect(page.text.match(/<time class="moment" datetime=/g)).toHaveLength(2);
  });

  it("lose their tokens at once when their access is removed, and no other does", async () => {
    const { visitor, person } = await signedIn();
    const bystander = await aPerson(seed);
    const shop = await seed.client({ name: "Toko" });
    const first = await seed.token({ user: person.user, client: shop });
    const second = await seed.token({ user: person.user, client: shop });
    const school = await seed.token({ user: person.user, client: await seed.client({ name: "Sekolah" }) });
    const other = await seed.token({ user: bystander.user, client: shop });
    const page = await visitor.get("/account/applications");
    const answer = await visitor.submit(page, {}, ["application", shop.id]);
    expect(answer.url.search).toBe("?status=access_removed");
    expect(answer.text).not.toContain("Toko");
    expect(answer.text).toContain("Sekolah");
    for (const { token } of [first, second])
      await provoked("api", "token_invalid", "token_revoked", await seed.call("/api/user", token));
    for (const { token } of [school, other]) expect((await seed.call("/api/user", token)).status).toBe(200);
    expect(await seed.storage.committed.consents.find(person.user.id, shop.id)).toBeUndefined();
    expect(await seed.storage.committed.consents.find(bystander.user.id, shop.id)).toBeDefined();
  });

  it("stay as they are when the form is stale or names another", async () => {
    const { visitor, person } = await signedIn();
    const shop = await seed.client({ name: "Toko" });
    const { token } = await seed.token({ user: person.user, client: shop });
    const page = await visitor.get("/account/applications");
    const csrf = (await new Visitor(server.origin).get("/login")).forms[0]?.fields.get("csrf") ?? "";
    const stale = await visitor.submit(page, { csrf }, ["application", shop.id]);
    expect(stale.url.search).toBe("?status=stale");
    const { fields } = page.forms[0] ?? { fields: new Map<string, string>() };
    for (const application of ["", "nothing", "'; drop table consents; --"]) {
      const body = new URLSearchParams({ ...Object.fromEntries(fields), application });
      expect((await visitor.request("/account/applications", { method: "POST", body })).status).toBe(303);
    }
    expect((await seed.call("/api/user", token)).status).toBe(200);
    expect((await visitor.get("/account/applications")).text).toContain("Toko");
  });
});
