import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { approvalOf, asked, asking, decide, deciding, request, scope } from "../support/approvals.ts";
import { Portal, registerApplication, send } from "../support/portal.ts";
import { provoked } from "../support/provoked.ts";

let portal: Portal;
beforeAll(async () => {
  portal = await Portal.open();
});
afterAll(() => portal.close());

describe("the whole story", () => {
  it("of an application that needs details: refused, asked, approved, and the same token reads them", async () => {
    const developer = await portal.signedIn(await portal.person());
    const { id, secret = "" } = await registerApplication(developer, {
      name: "Toko Pengantar",
      "scope.detail-user": "on",
    });
    const customer = await portal.seed.user({ address: "Jl. Malioboro 1" });
    const client = await portal.find(id);
    const { token } = await portal.seed.token({ user: customer, client, scopes: ["view-user", scope] });
    const details = () => portal.seed.call("/api/user/details", token);
    await provoked("api", "unapproved_scope", "approval_not_requested", await details());
    const overview = await developer.get(`/developer/applications/${id}`);
    expect(overview.text).toContain("Not asked for");
    await send(developer, await developer.get(asking(id)), request);
    await provoked("api", "unapproved_scope", "approval_pending", await details());

    const admin = await portal.signedIn(await portal.person("admin"));
    const queue = await admin.get("/admin/approvals");
    expect(queue.text).toContain("Toko Pengantar");
    const page = await admin.get(deciding(id));
    for (const text of [
      ...Object.values(request),
      "bio, phone number, place and date of birth",
      "Approval asked for",
    ])
      expect(page.text).toContain(text);
    const done = await send(admin, page, { decision: "approve" });
    expect(done.url.search).toBe("?status=decided");

    const answer = await details();
    expect([answer.status, ((await answer.json()) as { address: string }).address]).toEqual([
      200,
      "Jl. Malioboro 1",
    ]);
    expect((await developer.get(asking(id))).text).toContain("The application may use this scope.");
    expect((await admin.get("/admin/approvals")).text).not.toContain("Toko Pengantar");
    expect((await admin.get("/admin/approvals?state=approved")).text).toContain("Toko Pengantar");

    await decide(admin, id, "withdraw", "The policy is gone");
    await provoked("api", "unapproved_scope", "approval_withdrawn", await details());
    const story = (await portal.story(id)).map(({ action, details: told }) => [action, told["scope"]]);
    expect(story).toEqual([
      ["client.created", undefined],
      ["approval.requested", scope],
      ["approval.approved", scope],
      ["approval.withdrawn", scope],
    ]);
    expect(JSON.stringify(await portal.story(id))).not.toContain(secret);
    const told = await developer.get(`/developer/applications/${id}`);
    expect(told.text).toContain("Approval withdrawn");
    expect(told.text).toContain("an administrator");
  });
});

describe("asking", () => {
  it("keeps every answer, and cannot be done again while it waits", async () => {
    const { id, browser, page } = await asked(portal);
    expect(page.url.search).toBe("?status=approval_requested");
    expect(JSON.parse((await approvalOf(portal, id))?.request ?? "")).toEqual(request);
    const waiting = await browser.get(asking(id));
    expect(waiting.forms).toEqual([]);
    const csrf = (await browser.get(`/developer/applications/${id}/edit`)).forms[0]?.fields;
    const body = new URLSearchParams({ ...Object.fromEntries(csrf ?? []), ...request, purpose: "Other" });
    const again = await browser.request(asking(id), { method: "POST", body });
    expect(again.headers.get("location")).toContain("status=not_requested");
    expect((await approvalOf(portal, id))?.request).toContain("Fill in the delivery address");
  });

  it("needs every answer, tells what is missing, and stores nothing until all are there", async () => {
    const { id, page } = await asked(portal, {
      privacy_policy_url: "javascript:alert(1)",
      purpose: " ",
      security_measures: "x".repeat(1001),
      contact: "two\u0007lines",
    });
    expect(page.status).toBe(400);
    for (const text of [
      "Please give an https address.",
      "Please fill this in.",
      "This is too long.",
      "without control characters",
    ])
      expect(page.text).toContain(text);
    expect(page.forms[0]?.fields.get("privacy_policy_url")).toBe("javascript:alert(1)");
    expect(page.text).not.toContain('href="javascript:');
    expect(await approvalOf(portal, id)).toBeUndefined();
  });

  it("is possible for a sensitive scope of one's own application, and for nothing else", async () => {
    const { browser } = await portal.somebody();
    const { id } = await registerApplication(browser, { "scope.detail-user": "on" });
    for (const name of ["view-user", "admin", "nothing", "%00"]) {
      const page = await browser.request(`/developer/applications/${id}/approvals/${name}`);
      await provoked("api", "resource_not_found", "path_unknown", page.response);
    }
    const stranger = await portal.somebody("admin");
    const foreign = await stranger.browser.request(asking(id));
    await provoked("api", "resource_not_found", "client_unknown", foreign.response);
  });

  it("is possible again after a rejection, whose reason is shown", async () => {
    const { id, browser } = await asked(portal);
    const admin = await portal.somebody("admin");
    const reason = "No <b>privacy policy</b>\nfor addresses";
    await decide(admin.browser, id, "reject", reason);
    const page = await browser.get(asking(id));
    expect(page.text).toContain("No &lt;b&gt;privacy policy&lt;/b&gt;\nfor addresses");
    expect(page.forms[0]?.fields.get("purpose")).toBe(request.purpose);
    await send(browser, page, { purpose: "Only the city" });
    expect(await approvalOf(portal, id)).toMatchObject({ status: "pending", note: null });
    expect((await approvalOf(portal, id))?.request).toContain("Only the city");
  });
});
