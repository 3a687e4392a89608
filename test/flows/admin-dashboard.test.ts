import { afterAll, beforeAll, expect, it } from "vitest";
import { Portal } from "../support/portal.ts";
import { provoked } from "../support/provoked.ts";

const hour = 3_600_000;
let portal: Portal;
beforeAll(async () => {
  portal = await Portal.open();
});
afterAll(() => portal.close());

async function sum(fits: (name: string) => boolean): Promise<number> {
  const now = Date.now();
  const sums = await portal.seed.storage.committed.hourlyCounts.sums(now - 24 * hour, hour);
  return sums.filter(({ name }) => fits(name)).reduce((total, { count }) => total + count, 0);
}

it("Sign-ins, answers and errors are counted by the hour, of all nodes together, and shown", async () => {
  const admin = await portal.person("admin");
  const browser = await portal.signedIn(admin);
  const { response } = await browser.request("/admin/nowhere");
  await provoked("api", "resource_not_found", "path_unknown", response);
  await expect.poll(() => sum((name) => name === "sign_in"), { timeout: 15_000 }).toBe(1);
  await expect.poll(() => sum((name) => name.startsWith("latency.")), { timeout: 15_000 }).toBeGreaterThan(1);
  const now = Date.now();
  const of = (name: string, count: number) => ({ hour: now - (now % hour), name, count });
  // As another node would.
  await portal.seed.storage.write((all) =>
    all.hourlyCounts.add([of("sign_in", 1_233), of("token", 77), of("latency.more", 10_000)]),
  );
  for (const range of ["day", "week", "year"]) {
    const page = await browser.get(`/admin/dashboard?range=${range}`);
    expect(page.status).toBe(200);
    expect(page.text).toContain("1,234 in all, 1,234 at most");
    expect(page.text).toContain("77 in all");
    expect(page.text).toContain("nineteen were answered within 5,000 ms at most");
    expect(page.text).toContain('<a href="/docs/errors/resource_not_found">');
    expect(/<script(?! type="module" src="\/assets\/)|style=/.test(page.text)).toBe(false);
  }
  expect((await browser.request("/admin")).headers.get("location")).toBe("/admin/dashboard");
});
