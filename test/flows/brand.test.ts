import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readConfig } from "../../src/config.ts";
import { smtpTransport } from "../../src/jobs/smtp.ts";
import { startMailServer } from "../support/mail-server.ts";
import { mailTo } from "../support/outbox.ts";
import { png } from "../support/pictures.ts";
import { Portal, sendRegistration } from "../support/portal.ts";
import { runToEnd } from "../support/run-main.ts";
import { Visitor } from "../support/visitor.ts";

const folder = mkdtempSync(join(tmpdir(), "mubarokah-id-brand-"));
const logo = join(folder, "logo.png");
const brand = { BRAND_NAME: "Kampus Merdeka", BRAND_COLOR: "#7a1f5c", BRAND_LOGO: logo };

let portal: Portal;
beforeAll(async () => {
  writeFileSync(logo, png(8, 8));
  portal = await Portal.open(brand);
});
afterAll(async () => {
  await portal.close();
  rmSync(folder, { recursive: true });
});

it("pages have the operator's name, colours and logo, from our own origin", async () => {
  const page = await new Visitor(portal.server.origin).get("/login");
  expect(page.text).toContain("· Kampus Merdeka</title>");
  expect(page.text).not.toContain("Mubarokah");
  const [, sheet = ""] = /<link rel="stylesheet" href="([^"]+)"/.exec(page.text) ?? [];
  const [, icon = ""] = /<link rel="icon" href="([^"]+)" type="image\/png"/.exec(page.text) ?? [];
  const css = await fetch(portal.server.origin + sheet);
  const text = await css.text();
  expect(css.headers.get("content-type")).toBe("text/css; charset=utf-8");
  expect(text).toContain("--brand: light-dark(#7a1f5c, #");
  expect(text).toContain(`background-image: url("${icon}")`);
  const picture = await fetch(portal.server.origin + icon);
  expect(Object.fromEntries(picture.headers)).toMatchObject({
    "content-type": "image/png",
    "cache-control": "public, max-age=31536000, immutable",
    "x-content-type-options": "nosniff",
  });
  expect(Buffer.from(await picture.arrayBuffer())).toEqual(Buffer.from(png(8, 8)));
  expect((await fetch(`${portal.server.origin}/assets/logo.000000000000.png`)).status).toBe(404);
});

it("the demo is played with it, and challenges have it as their realm", async () => {
  const visitor = new Visitor(portal.server.origin);
  const asked = await visitor.get("/demo");
  expect(asked.text).toContain("Kampus Merdeka");
  expect(asked.text).not.toContain("Mubarokah");
  const began = await visitor.post(asked, {}, ["application", "confidential"]);
  const state = new URL(began.headers.get("location") ?? "").searchParams.get("state") ?? "";
  const steps = await visitor.get(`/demo/callback?${new URLSearchParams({ error: "access_denied", state })}`);
  expect(steps.text).toContain("The browser is sent to Kampus Merdeka");
  expect(steps.text).not.toContain("Mubarokah");
  const refused = await fetch(`${portal.server.origin}/api/user`);
  expect(refused.headers.get("www-authenticate")).toBe('Bearer realm="Kampus Merdeka"');
});

it("mails have the name, and nobody registers an application under it", async () => {
  const { browser, user } = await portal.somebody();
  await browser.submit(await browser.get("/account/data"));
  const { text } = await mailTo(portal.server, user.email ?? "");
  expect(text).toMatch(/Kampus Merdeka\n$/);
  const refused = await sendRegistration(browser, { name: "Kampus Merdeka" });
  expect(refused.status).toBe(400);
});

it("mails show it to mailboxes that show colours, and the text stays what it was", async () => {
  const mails = await startMailServer();
  const text = "Halo <b>Siti</b>,\n\nbuka ini:\n\nhttp://localhost:3000/reset?token=a&b\n";
  const message = { to: "siti@example.com", subject: "Kata sandi", text };
  const { brand: chosen } = readConfig(brand);
  await smtpTransport(mails.url, "id@example.com", chosen).send("1", message);
  await smtpTransport(mails.url, "id@example.com", readConfig({}).brand).send("2", message);
  await mails.stop();
  const [branded, plain] = mails.received;
  expect(plain?.headers.get("content-type")).toMatch(/^text\/plain/);
  expect(plain?.text.trim()).toBe(text.trim());
  expect(branded?.headers.get("content-type")).toMatch(/^multipart\/alternative/);
  const body = (branded?.text ?? "").replaceAll("=\n", "").replaceAll("=3D", "=");
  expect(body).toContain(text.trim());
  expect(body).toContain("Halo &lt;b&gt;Siti&lt;/b&gt;,");
  expect(body).toContain('<a href="http://localhost:3000/reset?token=a&amp;b"');
  expect(body).toContain("#7a1f5c");
  expect(body).toContain("Content-ID: <logo@brand>");
  expect(body).not.toMatch(/src="http/);
});

it("a colour that would be hard to read and a logo that is none end the start, with a line each", async () => {
  const env = { DATABASE_URL: "sqlite::memory:", BRAND_COLOR: "#ffcc00", BRAND_LOGO: import.meta.filename };
  const { code, stderr } = await runToEnd("main", { env });
  expect(code).toBe(1);
  expect(
    stderr
      .trim()
      .split("\n")
      .map((line) => line.split(" ").slice(0, 3).join(" ")),
  ).toEqual(["BRAND_COLOR would be", "BRAND_LOGO must be"]);
});
