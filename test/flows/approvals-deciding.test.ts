import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { approvalOf, asked, asking, decide, deciding, scope } from "../support/approvals.ts";
import { mailsTo, mailTo } from "../support/outbox.ts";
import { ageSessions } from "../support/people.ts";
import { Portal, registerApplication, send } from "../support/portal.ts";
import { provoked } from "../support/provoked.ts";
import type { Visitor } from "../support/visitor.ts";

let portal: Portal;
beforeAll(async () => {
  portal = await Portal.open();
});
afterAll(() => portal.close());

describe("deciding", () => {
  it("tells the developer by mail, in their language, with the reason", async () => {
    const admin = await portal.somebody("admin");
    const { id, user } = await asked(portal);
    await decide(admin.browser, id, "reject", "The privacy policy does not mention addresses");
    const mail = await mailTo(portal.server, user.email ?? "");
    expect(mail.subject).toBe("Your request was rejected");
    expect(mail.text).toContain("The privacy policy does not mention addresses");
    expect(mail.link).toBe(`${portal.server.origin}${asking(id)}`);
    await portal.seed.storage.write(({ users }) => users.setLocale(user.id, "id"));
    await decide(admin.browser, id, "approve");
    expect((await mailTo(portal.server, user.email ?? "")).subject).toBe("Permintaan Anda disetujui");
    expect(await mailsTo(portal.server, user.email ?? "")).toHaveLength(2);
  });

  it("writes to nobody whose address is not proven", async () => {
    const admin = await portal.somebody("admin");
    const owner = await portal.somebody("user", 0, { emailVerifiedAt: null });
    const { id } = await registerApplication(owner.browser, { "scope.detail-user": "on" });
    const done = await decide(admin.browser, id, "approve");
    expect(done.url.search).toBe("?status=decided_silently");
    expect(await mailsTo(portal.server, owner.user.email ?? "")).toEqual([]);
    expect(await approvalOf(portal, id)).toMatchObject({ status: "approved", request: null });
  });

  it("needs a reason for a rejection", async () => {
    const admin = await portal.somebody("admin");
    const { id, user } = await asked(portal);
    const page = await decide(admin.browser, id, "reject", " ");
    expect([page.status, page.text.includes("Please give a reason")]).toEqual([400, true]);
    expect((await approvalOf(portal, id))?.status).toBe("pending");
    expect(await mailsTo(portal.server, user.email ?? "")).toEqual([]);
  });

  it("counts for what the page showed: not when it was asked anew or decided meanwhile", async () => {
    const [one, other] = [await portal.somebody("admin"), await portal.somebody("super-admin")];
    const { id, browser } = await asked(portal);
    const seen = await one.browser.get(deciding(id));
    await decide(other.browser, id, "reject", "First");
    await send(browser, await browser.get(asking(id)), { purpose: "Everything, for ever" });
    const late = await send(one.browser, seen, { decision: "approve" });
    expect(late.status).toBe(400);
    expect(late.text).toContain("This has changed since you opened the page");
    expect(late.text).toContain("Everything, for ever");
    expect((await approvalOf(portal, id))?.status).toBe("pending");
    expect((await send(one.browser, late, { decision: "approve" })).url.search).toBe("?status=decided");
  });

  it("asks for a fresh proof before other people's data are opened, and leads back", async () => {
    const person = await portal.person("admin");
    const browser = await portal.signedIn(person);
    const { id } = await asked(portal);
    await ageSessions(portal.seed, person.user, 6 * 60_000);
    const question = await decide(browser, id, "approve");
    expect(question.url.pathname).toBe("/account/confirm");
    expect((await approvalOf(portal, id))?.status).toBe("pending");
    const back = await browser.submit(question, { password: person.password });
    expect(back.url.pathname).toBe(deciding(id));
    await send(browser, back, { decision: "approve" });
    expect((await approvalOf(portal, id))?.status).toBe("approved");
  });

  it("is refused to everybody else, whatever the form holds, and to stale or unknown ones", async () => {
    const { id, browser } = await asked(portal);
    const fields = Object.fromEntries(
      (await browser.get(`/developer/applications/${id}/edit`)).forms[0]?.fields ?? [],
    );
    const seen = String((await approvalOf(portal, id))?.updatedAt);
    const post = (visitor: Visitor, body: Record<string, string>) =>
      visitor.request(deciding(id), { method: "POST", body: new URLSearchParams(body) });
    const own = await post(browser, { ...fields, seen, decision: "approve" });
    await provoked("api", "permission_denied", "admin_only", own.response);
    const admin = await portal.somebody("admin");
    const { csrf: _, ...bare } = Object.fromEntries(
      (await admin.browser.get(deciding(id))).forms[0]?.fields ?? [],
    );
    const forged = await post(admin.browser, { ...bare, decision: "approve" });
    await provoked("api", "permission_denied", "form_token_invalid", forged.response);
    for (const decision of ["", "delete", "__proto__", "constructor"])
      expect((await decide(admin.browser, id, decision)).status).toBe(400);
    expect((await approvalOf(portal, id))?.status).toBe("pending");
  });

  it("is done once when two admins decide at the same time", async () => {
    const admins = [await portal.somebody("admin"), await portal.somebody("admin")];
    const { id } = await asked(portal);
    const pages = await Promise.all(admins.map(({ browser }) => browser.get(deciding(id))));
    const answers = await Promise.all(
      admins.map(({ browser }, index) => {
        const page = pages[index];
        if (!page) throw new Error("no page");
        return send(browser, page, { decision: index === 0 ? "approve" : "reject", note: "Because" });
      }),
    );
    const statuses = answers.map(({ status }) => status).sort((a, b) => a - b);
    expect(statuses).toEqual([200, 400]);
    const decisions = (await portal.story(id)).filter(({ action }) => /approved|rejected/.test(action));
    expect(decisions).toHaveLength(1);
  });
});

it("The queue is paged, and its places are signed", async () => {
  const admin = await portal.somebody("admin");
  for (let index = 0; index < 25; index++) {
    const client = await portal.seed.client({ name: `Waiting ${index}`, scopes: [scope] });
    await portal.seed.decide(client, scope, "pending");
  }
  const first = await admin.browser.get("/admin/approvals?state=pending");
  const next = /href="([^"]+)" rel="next"/.exec(first.text)?.[1]?.replaceAll("&amp;", "&") ?? "";
  const second = await admin.browser.get(next);
  const names = (text: string) => [...text.matchAll(/>(Waiting \d+)</g)].map(([, name]) => name);
  expect(names(first.text).filter((name) => names(second.text).includes(name))).toEqual([]);
  const elsewhere = await admin.browser.request(next.replace("state=pending", "state=approved"));
  await provoked("api", "validation_error", "list_place_unknown", elsewhere.response);
});
