import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commandLine } from "../support/command-line.ts";
import { Portal, type SignedInPerson, send } from "../support/portal.ts";
import { provoked } from "../support/provoked.ts";
import { Visitor } from "../support/visitor.ts";

const page = "/admin/maintenance";
let portal: Portal;
let admin: SignedInPerson;
let person: SignedInPerson;
let token: string;
beforeAll(async () => {
  portal = await Portal.open();
  admin = await portal.somebody("admin");
  person = await portal.somebody();
  ({ token } = await portal.seed.token({ user: person.user, scopes: ["view-user", "edit-user"] }));
});
afterAll(() => portal.close());

const submit = async (act: string, fields: Record<string, string | null> = {}) =>
  send(admin.browser, await admin.browser.get(page), fields, `${page}/${act}`);
const health = async () =>
  ((await (await fetch(`${portal.server.origin}/health`)).json()) as { maintenance: string }).maintenance;
const command = async (...words: string[]): Promise<Record<string, unknown>> => {
  const environment = { DATABASE_URL: portal.server.database.url };
  return JSON.parse((await commandLine(environment, [...words, "--json"])).stdout);
};
const status = () => command("maintenance", "status");
const minute = (from: number) => new Date(from).toISOString().slice(0, 16);

/** Every node has to follow within a second; a busy machine is given some more to answer. */
async function eventually(wanted: string): Promise<void> {
  const deadline = performance.now() + 5_000;
  while ((await health()) !== wanted) {
    if (performance.now() > deadline) throw new Error(`It is ${await health()}, not ${wanted}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe("maintenance that is switched on", () => {
  it("is what the command line says too, holds for everybody but administrators, and ends", async () => {
    const on = await submit("on", { on_message: "Kembali <b>segera</b>", retry_after: "77" });
    expect(on.url.search).toBe("?status=maintenance_on");
    expect(await status()).toEqual({
      ...{ status: "on", retry_after: 77, message: "Kembali <b>segera</b>" },
    });
    await eventually("on");
    const waiting = await person.browser.request("/account");
    await provoked("api", "service_unavailable", "maintenance", waiting.response);
    expect(waiting.text.match(/Kembali &lt;b&gt;segera&lt;\/b&gt;/g)).toHaveLength(1);
    const banner = await new Visitor(portal.server.origin).get("/login");
    expect(banner.text).toContain("The service is down for maintenance.");
    expect((await submit("off")).url.search).toBe("?status=maintenance_off");
    await eventually("off");
    expect((await status())["status"]).toBe("off");
    expect((await person.browser.request("/account")).status).toBe(200);
    const log = await portal.seed.storage.committed.audit.list({ actorId: admin.user.id }, 2);
    expect(log.map(({ action }) => action)).toEqual(["maintenance.off", "maintenance.on"]);
  });

  it("leaves all that reads as it is where it is read-only", async () => {
    const form = await person.browser.get("/account");
    await command("maintenance", "on", "--read-only");
    await eventually("read-only");
    const account = await person.browser.request("/account");
    expect([account.status, account.text.includes("nothing can be changed")]).toEqual([200, true]);
    expect((await portal.seed.call("/api/user", token)).status).toBe(200);
    const change = await portal.seed.patch(token, { name: "Other" });
    await provoked("api", "service_unavailable", "maintenance", change);
    const posted = await person.browser.post(form, { name: "Other" });
    await provoked("api", "service_unavailable", "maintenance", posted.response);
    const body = new URLSearchParams({ grant_type: "client_credentials" });
    const tokens = await fetch(`${portal.server.origin}/oauth/token`, { method: "POST", body });
    await provoked("oauth", "temporarily_unavailable", "maintenance", tokens);
    const look = await fetch(`${portal.server.origin}/oauth/introspect`, { method: "POST", body });
    await provoked("oauth", "invalid_client", "client_authentication_missing", look);
    expect((await portal.seed.storage.committed.users.find(person.user.id))?.name).toBe(person.user.name);
    await submit("off");
    await eventually("off");
  });
});

describe("planned maintenance", () => {
  it("is announced on every page until it is cancelled", async () => {
    const from = Date.now() + 3_600_000;
    const fields = { from: minute(from), until: minute(from + 1_800_000), plan_message: "Pindahan" };
    const planned = await submit("plan", { ...fields, plan_read_only: "yes" });
    expect(planned.url.search).toBe("?status=maintenance_planned");
    const { planned: told } = await status();
    expect(told).toMatchObject({ from: `${fields.from}:00.000Z`, message: "Pindahan", read_only: true });
    expect(await health()).toBe("off");
    for (const [language, sentence] of [
      ["en", "nobody can sign in from"],
      ["id", "tidak ada yang dapat masuk"],
    ] as const)
      await expect
        .poll(async () => {
          const stranger = new Visitor(portal.server.origin, { headers: { "Accept-Language": language } });
          const { text } = await stranger.request("/");
          return [text.includes(sentence), text.includes("Pindahan")];
        })
        .toEqual([true, true]);
    expect((await submit("cancel")).url.search).toBe("?status=maintenance_cancelled");
    expect((await status())["planned"]).toBeUndefined();
  });

  it("begins by itself, and switching it off ends it", async () => {
    const now = Date.now();
    const window = [now - 60_000, now + 600_000].map((at) => new Date(at).toISOString().replace(/\.\d+/, ""));
    await command("maintenance", "plan", "--from", window[0] ?? "", "--until", window[1] ?? "");
    await eventually("on");
    const { response } = await person.browser.request("/account");
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(500);
    await submit("off");
    await eventually("off");
  });
});

it("says beside the field what is wrong, and changes nothing", async () => {
  const cases: readonly (readonly ["on" | "plan", Record<string, string>, string])[] = [
    ["on", { retry_after: "0" }, "whole number from 1 to 86400"],
    ["on", { retry_after: "soon" }, "whole number from 1 to 86400"],
    ["on", { on_message: "x".repeat(301) }, "This is too long."],
    ["on", { on_message: "a\u202eb" }, "one line of plain text"],
    ["plan", { from: "", until: "" }, "Please give a day and a time."],
    ["plan", { from: "2030-01-02T00:00", until: "2030-01-01T00:00" }, "after the beginning"],
    ["plan", { from: "2030-01-01T00:00", until: "2031-01-01T00:00" }, "seven days"],
  ];
  for (const [act, fields, sentence] of cases) {
    const answer = await submit(act, fields);
    expect([answer.status, answer.text.includes(sentence)]).toEqual([400, true]);
  }
  expect(await status()).toEqual({ status: "off", retry_after: null });
});
