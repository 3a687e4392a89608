import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bytes, exif, gif, jpeg, jpegSegment, png, pngChunk } from "../support/pictures.ts";
import { Portal, send } from "../support/portal.ts";
import { provoked } from "../support/provoked.ts";
import { authorizePath, signedInVisitor } from "../support/signed-in.ts";
import { formWithFile, type SentFile, upload as sendFile } from "../support/upload.ts";
import { Visitor } from "../support/visitor.ts";

const path = "/account/picture";
const upload = (browser: Visitor, file: SentFile, change = {}) =>
  sendFile(browser, path, "picture", file, change);

let portal: Portal;
beforeAll(async () => {
  portal = await Portal.open({ RATE_LIMITS: "picture_by_user=5/3600" });
});
afterAll(() => portal.close());

const nameOf = async (user: { id: number }) =>
  (await portal.seed.storage.committed.users.find(user.id))?.picture ?? null;
const urlOf = async (user: { id: number }) => `${portal.server.origin}/storage/avatars/${await nameOf(user)}`;
const gone = async (url: string) => provoked("api", "resource_not_found", "path_unknown", await fetch(url));

describe("a person's picture", () => {
  it("is cleaned, kept in the database, and served to pages of applications under a random name", async () => {
    const { browser, user } = await portal.somebody();
    const answer = await upload(browser, { data: png(8, 8, pngChunk("eXIf", "Jl. Malioboro 1")) });
    expect(answer.url.href).toMatch(/\/account\/picture\?status=picture_saved$/);
    const name = await nameOf(user);
    expect(name).toMatch(/^[\w-]{22}\.png$/);
    expect(answer.text.split(`src="/storage/avatars/${name}"`)).toHaveLength(3);
    const served = await fetch(await urlOf(user), { headers: { "Sec-Fetch-Site": "cross-site" } });
    expect(Object.fromEntries(served.headers)).toMatchObject({
      "content-type": "image/png",
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "cross-origin",
      "cache-control": "public, max-age=3600",
    });
    expect(served.headers.has("set-cookie")).toBe(false);
    expect(Buffer.from(await served.arrayBuffer())).toEqual(Buffer.from(png(8, 8)));
    await gone(`${portal.server.origin}/storage/logos/${name}`);
  });

  it("is told to applications, shown where the person chooses, and null again when it is taken away", async () => {
    const { browser, user } = await portal.somebody();
    const issued = await portal.seed.token({ user });
    const told = async () =>
      ((await (await portal.seed.call("/api/user", issued.token)).json()) as { profile_picture: unknown })
        .profile_picture;
    expect(await told()).toBeNull();
    await upload(browser, { data: gif(8, 8) });
    const url = await urlOf(user);
    expect(await told()).toBe(url);
    const visitor = await signedInVisitor(portal.seed, [user]);
    const consent = await visitor.get(authorizePath(await portal.seed.client()));
    expect(consent.text).toContain(`src="${new URL(url).pathname}"`);
    const answer = await send(browser, await browser.get(path), {}, `${path}/remove`);
    expect(answer.url.search).toBe("?status=picture_removed");
    expect([await told(), await nameOf(user)]).toEqual([null, null]);
    await gone(url);
  });

  it("replaces the one before, and goes with the account", async () => {
    const { browser, user } = await portal.somebody();
    await upload(browser, { data: png(8, 8) });
    const first = await urlOf(user);
    await upload(browser, { data: jpeg(8, 8, exif(6, "somewhere")), name: "x.svg", type: "image/svg+xml" });
    const second = await urlOf(user);
    expect(second).toMatch(/\.jpg$/);
    await gone(first);
    await portal.seed.storage.write(({ users }) => users.delete(user.id, Date.now()));
    await gone(second);
  });

  const room = 2 * 1024 * 1024 - png(4096, 1, pngChunk("tEXt")).length;
  it.each([
    ["as large as may be", png(4096, 1, pngChunk("tEXt", new Uint8Array(room))), undefined],
    ["a byte too large", png(4096, 1, pngChunk("tEXt", new Uint8Array(room + 1))), "body_too_large"],
    ["far too large", bytes(png(), new Uint8Array(3_000_000)), "body_too_large"],
  ] as const)("may be 2 MB: %s", async (_what, data, reason) => {
    const { browser, user } = await portal.somebody();
    const page = await upload(browser, { data });
    if (reason) await provoked("api", "validation_error", reason, page.response);
    expect((await nameOf(user)) === null).toBe(reason !== undefined);
  });
});

describe("what is no picture", () => {
  const hugeHeader = png().slice();
  const script = "<script>alert(1)</script>";
  it.each([
    ["a script that begins like a GIF", bytes("GIF89a/*", script, "*/"), "damaged"],
    ["HTML", bytes(`<!doctype html>${script}`), "This is no PNG"],
    ["SVG", bytes("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"), "This is no PNG"],
    ["PDF", bytes("%PDF-1.7\n", png()), "This is no PNG"],
    ["a few bytes that unpack to 16 gigapixels", jpeg(65_535, 65_535), "4,096 pixels"],
    ["one pixel too wide", png(4097, 1), "4,096 pixels"],
    ["a header changed afterwards", bytes(hugeHeader.fill(0x7f, 16, 20)), "damaged"],
    ["nothing", bytes(), "Please choose a picture."],
  ])("is refused: %s", async (_what, data, sentence) => {
    const { browser, user } = await portal.somebody();
    const page = await upload(browser, { data });
    expect([page.status, page.text.includes(sentence), page.text.includes(script)]).toEqual([
      400,
      true,
      false,
    ]);
    expect(await nameOf(user)).toBeNull();
  });

  it.each([
    ["an archive behind its end", bytes(png(8, 8), "PK\x03\x04", script)],
    ["a page in a comment", jpeg(8, 8, jpegSegment(0xfe, script), jpegSegment(0xe2, script))],
    ["a page in a text", png(8, 8, pngChunk("iTXt", script), pngChunk("zTXt", script))],
  ])("loses what else it is: %s", async (_what, data) => {
    const { browser, user } = await portal.somebody();
    await upload(browser, { data, name: "page.html", type: "text/html" });
    const served = await fetch(await urlOf(user));
    const text = Buffer.from(await served.arrayBuffer()).toString("latin1");
    expect([text.includes("script"), text.includes("PK")]).toEqual([false, false]);
    expect(served.headers.get("content-type")).toMatch(/^image\/(png|jpeg)$/);
  });
});

describe("the form", () => {
  it("is refused from another site, without its token, stale, in another content type, in thousands of parts", async () => {
    const { browser, user } = await portal.somebody();
    const stale = (await new Visitor(portal.server.origin).get("/login")).forms[0]?.fields.get("csrf") ?? "";
    const answer = await upload(browser, { data: png() }, { csrf: stale });
    expect(answer.url.search).toBe("?status=stale");
    const right = await formWithFile(browser, path, "picture", { data: png() });
    const headers = { Origin: "https://evil.example" };
    const foreign = await browser.request(path, { method: "POST", body: right, headers });
    await provoked("api", "permission_denied", "origin_foreign", foreign.response);
    const bare = new FormData();
    bare.set("user", String(user.id));
    bare.set("picture", new Blob([png()]), "a.png");
    const forged = await browser.request(path, { method: "POST", body: bare });
    await provoked("api", "permission_denied", "form_token_invalid", forged.response);
    const raw = { method: "POST", body: png(), headers: { "Content-Type": "image/png" } };
    const typed = await browser.request(path, raw);
    await provoked("api", "validation_error", "content_type_unsupported", typed.response);
    const form = { csrf: String(right.get("csrf")), user: String(user.id) };
    const parts = Object.entries(form).map(([name, value]) => `name="${name}"\r\n\r\n${value}`);
    const many = [...parts, ...Array.from({ length: 20_000 }, () => 'name="a"\r\n\r\n')];
    const body = `--x\r\nContent-Disposition: form-data; ${many.join("\r\n--x\r\nCONTENT-DISPOSITION: form-data; ")}\r\n--x--\r\n`;
    const type = { "Content-Type": "multipart/form-data; boundary=x" };
    const crowded = await browser.request(path, { method: "POST", body, headers: type });
    await provoked("api", "validation_error", "content_type_unsupported", crowded.response);
    expect(await nameOf(user)).toBeNull();
  });

  it("changes nobody else's picture", async () => {
    const [one, other] = [await portal.somebody(), await portal.somebody()];
    await upload(one.browser, { data: png(8, 8) });
    const before = await nameOf(one.user);
    const claim = { user: String(one.user.id) };
    const claimed = await upload(other.browser, { data: gif(8, 8) }, claim);
    expect(claimed.url.search).toBe("?status=other_account");
    await upload(other.browser, { data: gif(8, 8) });
    const removed = await send(other.browser, await other.browser.get(path), claim, `${path}/remove`);
    expect(removed.url.search).toBe("?status=other_account");
    expect(await nameOf(one.user)).toBe(before);
  });

  it("is not even read for who is not signed in", async () => {
    const stranger = new Visitor(portal.server.origin);
    const body = "not a form at all";
    const headers = { "Content-Type": "multipart/form-data; boundary=x" };
    const page = await stranger.request(path, { method: "POST", body, headers });
    expect([page.status, page.headers.get("location")]).toEqual([303, "/login?next=picture"]);
  });

  it("is taken a few times an hour", async () => {
    const { browser } = await portal.somebody();
    for (let index = 0; index < 5; index++) await upload(browser, { data: png(8, 8) });
    const refused = await upload(browser, { data: png(8, 8) });
    await provoked("api", "rate_limit_exceeded", "rate_limited", refused.response);
  });
});
