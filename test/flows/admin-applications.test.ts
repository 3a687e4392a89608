import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Portal, registerApplication, send } from "../support/portal.ts";
import { provoked } from "../support/provoked.ts";
import { allowed, authorizePath, signedInVisitor } from "../support/signed-in.ts";
import type { Visitor } from "../support/visitor.ts";

let portal: Portal;
beforeAll(async () => {
  portal = await Portal.open();
});
afterAll(() => portal.close());

const at = (id: string) => `/admin/applications/${id}`;

async function act(browser: Visitor, id: string, name: string) {
  return send(browser, await browser.get(at(id)), { act: name });
}

describe("an administrator", () => {
  it("verifies an application, and people read nothing of a warning any more", async () => {
    const developer = await portal.somebody();
    const admin = await portal.somebody("admin");
    const { id } = await registerApplication(developer.browser, { name: "Toko Baru" });
    const consent = async () => {
      const visitor = await signedInVisitor(portal.seed, [await portal.seed.user()]);
      return (await visitor.get(authorizePath(await portal.find(id)))).text;
    };
    expect(await consent()).toContain("Not verified");
    const list = await admin.browser.get("/admin/applications?show=unverified");
    expect(list.text).toContain("Toko Baru");
    expect((await act(admin.browser, id, "verify")).url.search).toBe("?status=verified");
    expect(await consent()).not.toContain("Not verified");
    expect((await admin.browser.get("/admin/applications?show=unverified")).text).not.toContain("Toko Baru");
    expect((await act(admin.browser, id, "unverify")).url.search).toBe("?status=unverified");
    expect(await consent()).toContain("Not verified");
    const story = (await portal.story(id)).map(({ action, actorId }) => [action, actorId]);
    expect(story.slice(1)).toEqual([
      ["client.verified", admin.user.id],
      ["client.unverified", admin.user.id],
    ]);
  });

  it("verifies what the page showed, not what became of it meanwhile", async () => {
    const developer = await portal.somebody();
    const admin = await portal.somebody("admin");
    const { id } = await registerApplication(developer.browser, { name: "Harmless" });
    const page = await admin.browser.get(at(id));
    const edit = `/developer/applications/${id}/edit`;
    await send(developer.browser, await developer.browser.get(edit), {
      redirect_uris: "https://evil.example/callback",
    });
    const answer = await send(admin.browser, page, { act: "verify" });
    expect(answer.url.search).toBe("?status=not_verified");
    expect((await portal.find(id)).verified).toBe(false);
  });

  it("disables an application at once, and its owner cannot undo it", async () => {
    const developer = await portal.somebody();
    const admin = await portal.somebody("admin");
    const { id } = await registerApplication(developer.browser);
    const person = await portal.seed.user();
    await allowed(portal.seed, person, await portal.find(id));
    const { token } = await portal.seed.token({ user: person, client: await portal.find(id) });
    expect((await act(admin.browser, id, "disable")).url.search).toBe("?status=disabled");
    const call = await portal.seed.call("/api/user", token);
    await provoked("api", "token_invalid", "client_disabled", call);
    const own = await developer.browser.get(`/developer/applications/${id}`);
    expect(own.text).toContain("only an administrator can enable it again");
    await send(developer.browser, own, { status: "active" });
    expect((await portal.find(id)).status).toBe("disabled");
    expect((await act(admin.browser, id, "enable")).url.search).toBe("?status=enabled");
    expect((await portal.seed.call("/api/user", token)).status).toBe(200);
  });

  it("sees every application with its owner and who did what from where", async () => {
    const developer = await portal.somebody("user", 0, { name: "Ayu Lestari" });
    const admin = await portal.somebody("admin");
    const { id } = await registerApplication(developer.browser, { name: "<i>Toko</i>", "scope.admin": "on" });
    await portal.server.cli("client", "verify", id);
    const page = await admin.browser.get(at(id));
    expect(page.text).toContain("&lt;i&gt;Toko&lt;/i&gt;");
    expect(page.text).toContain(`<bdi>Ayu Lestari</bdi> (${developer.user.id})`);
    expect(page.text).toContain(`<bdi>Ayu Lestari</bdi> (${developer.user.id}) from 127.0.0.1`);
    expect(page.text).toContain("the operator, at the command line (");
    expect(page.text).toContain(`/admin/approvals/${id}/admin`);
    const unknown = await admin.browser.request(at(randomUUID()));
    await provoked("api", "resource_not_found", "client_unknown", unknown.response);
  });

  it("does nothing by a form that is stale or asks for something else", async () => {
    const admin = await portal.somebody("admin");
    const { id } = await portal.seed.client({ verified: false });
    for (const name of ["", "delete", "__proto__", "toString"])
      expect((await act(admin.browser, id, name)).url.search).toBe("?status=stale");
    const page = await admin.browser.get(at(id));
    expect((await send(admin.browser, page, { act: "verify", csrf: "x".repeat(43) })).url.search).toBe(
      "?status=stale",
    );
    expect((await portal.find(id)).verified).toBe(false);
    expect(await portal.story(id)).toEqual([]);
  });
});
