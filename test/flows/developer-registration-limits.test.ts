import { describe, expect, it } from "vitest";
import { Portal, registerApplication, sendRegistration } from "../support/portal.ts";
import { provoked } from "../support/provoked.ts";

describe("where only the operator registers applications", () => {
  it("nobody does it by themselves, and what was registered before is still theirs", async () => {
    const closed = await Portal.open({ DEVELOPER_REGISTRATION: "off" });
    const { user, browser } = await closed.somebody();
    const mine = await closed.seed.client({ ownerId: user.id, name: "Registered before" });
    const list = await browser.get("/developer");
    expect(list.text).toContain("Registered before");
    expect(list.text).toContain("registered by the people who run this service");
    expect(list.text).not.toContain('class="button" href="/developer/new"');
    const form = await browser.request("/developer/new");
    await provoked("api", "permission_denied", "application_registration_closed", form.response);
    const fields = (await browser.get(`/developer/applications/${mine.id}/edit`)).forms[0]?.fields;
    const body = new URLSearchParams({ ...Object.fromEntries(fields ?? []), name: "Another" });
    const sent = await browser.request("/developer/new", { method: "POST", body });
    await provoked("api", "permission_denied", "application_registration_closed", sent.response);
    expect((await browser.get(`/developer/applications/${mine.id}`)).status).toBe(200);
    expect(await closed.seed.storage.committed.clients.page({ ownerId: user.id }, 9)).toHaveLength(1);
    await closed.close();
  });

  it("is limited to some a day for each developer", async () => {
    const limited = await Portal.open({ RATE_LIMITS: "application_registration_by_user=2" });
    const [one, other] = [await limited.somebody(), await limited.somebody()];
    for (const name of ["First", "Second"]) await registerApplication(one.browser, { name });
    const third = await sendRegistration(one.browser, { name: "Third" });
    await provoked("api", "rate_limit_exceeded", "rate_limited", third.response);
    expect(await limited.seed.storage.committed.clients.page({ ownerId: one.user.id }, 9)).toHaveLength(2);
    await registerApplication(other.browser);
    await limited.close();
  });
});
