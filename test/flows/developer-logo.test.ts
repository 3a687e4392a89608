import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bytes, exif, gif, jpeg, png, pngChunk } from "../support/pictures.ts";
import { Portal, registerApplication, send } from "../support/portal.ts";
import { provoked } from "../support/provoked.ts";
import { authorizePath, signedInVisitor } from "../support/signed-in.ts";
import { type SentFile, upload as sendFile } from "../support/upload.ts";
import { Visitor } from "../support/visitor.ts";

let portal: Portal;
beforeAll(async () => {
  portal = await Portal.open();
});
afterAll(() => portal.close());

const at = (id: string, end = "") => `/developer/applications/${id}${end}`;

const upload = (browser: Visitor, id: string, file: SentFile, change = {}) =>
  sendFile(browser, at(id, "/logo"), "logo", file, change);

async function registered() {
  const developer = await portal.somebody();
  const { id } = await registerApplication(developer.browser);
  return { ...developer, id };
}

describe("a logo", () => {
  it("is cleaned, kept in the database, and served from our own origin under a random name", async () => {
    const { browser, id, user } = await registered();
    const place = "Jl. Malioboro 1";
    const answer = await upload(browser, id, {
      data: png(8, 8, pngChunk("tEXt", place)),
      name: "../../evil.html",
    });
    expect(answer.url.search).toBe("?status=saved");
    const { logo } = await portal.find(id);
    expect(logo).toMatch(/^[\w-]{22}\.png$/);
    expect(answer.text).toContain(`src="/storage/logos/${logo}"`);
    const served = await fetch(`${portal.server.origin}/storage/logos/${logo}`);
    expect(served.status).toBe(200);
    expect(Object.fromEntries(served.headers)).toMatchObject({
      "content-type": "image/png",
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "public, max-age=31536000, immutable",
    });
    expect(served.headers.has("set-cookie")).toBe(false);
    expect(Buffer.from(await served.arrayBuffer())).toEqual(Buffer.from(png(8, 8)));
    const story = await portal.story(id);
    expect(story.at(-1)).toMatchObject({
      actorId: user.id,
      action: "client.changed",
      details: { fields: ["logo"] },
    });
  });

  it.each([
    ["jpg", jpeg(8, 8, exif(1, "somewhere"))],
    ["gif", gif(8, 8)],
  ])("is what its bytes say, whatever the browser says: %s", async (ending, data) => {
    const { browser, id } = await registered();
    await upload(browser, id, { data, name: "logo.svg", type: "image/svg+xml" });
    expect((await portal.find(id)).logo).toMatch(new RegExp(`\\.${ending}$`));
  });

  it("replaces the one before, and is taken away with the application", async () => {
    const { browser, id } = await registered();
    const open = async () => {
      const { logo } = await portal.find(id);
      return `${portal.server.origin}/storage/logos/${logo}`;
    };
    await upload(browser, id, { data: png(8, 8) });
    const first = await open();
    await upload(browser, id, { data: png(9, 9) });
    const second = await open();
    await provoked("api", "resource_not_found", "path_unknown", await fetch(first));
    expect((await fetch(second)).status).toBe(200);
    const page = await browser.get(at(id, "/logo"));
    await send(browser, page, {}, at(id, "/logo/remove"));
    expect((await portal.find(id)).logo).toBeNull();
    await provoked("api", "resource_not_found", "path_unknown", await fetch(second));
    await upload(browser, id, { data: png(8, 8) });
    const third = await open();
    await send(browser, await browser.get(at(id, "/delete")));
    await provoked("api", "resource_not_found", "path_unknown", await fetch(third));
  });

  it("is shown on consent once the application is verified, and a new one takes that away", async () => {
    const { browser, id } = await registered();
    await upload(browser, id, { data: png(8, 8) });
    const consent = async () => {
      const visitor = await signedInVisitor(portal.seed, [await portal.seed.user()]);
      return (await visitor.get(authorizePath(await portal.find(id)))).text;
    };
    expect(await consent()).not.toContain("/storage/logos/");
    await portal.seed.storage.write(({ clients }) => clients.update(id, { verified: true }));
    expect(await consent()).toContain(`/storage/logos/${(await portal.find(id)).logo}`);
    const changed = await upload(browser, id, { data: png(9, 9) });
    expect(changed.url.search).toBe("?status=saved_unverified");
    expect(await consent()).not.toContain("/storage/logos/");
  });
});

describe("what is no logo", () => {
  it.each([
    [
      "SVG",
      bytes("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
      "This is no PNG, JPG or GIF.",
    ],
    [
      "a script that begins like a picture",
      bytes("GIF89a/*<script>alert(1)</script>*/"),
      "This picture is damaged.",
    ],
    ["too many pixels", png(1025, 1), "wider or higher than 1,024 pixels"],
    ["nothing", bytes(), "Please choose a picture."],
  ])("is refused with what is wrong: %s", async (_what, data, sentence) => {
    const { browser, id } = await registered();
    const page = await upload(browser, id, { data });
    expect([page.status, page.text.includes(sentence)]).toEqual([400, true]);
    expect(page.text).not.toContain("<script>");
    expect((await portal.find(id)).logo).toBeNull();
    expect(await portal.story(id)).toHaveLength(1);
  });

  it("is refused when it is too large, or no form with a file", async () => {
    const { browser, id } = await registered();
    const large = await upload(browser, id, { data: bytes(png(), new Uint8Array(300_000)) });
    await provoked("api", "validation_error", "body_too_large", large.response);
    const slightly = await upload(browser, id, { data: bytes(png(), new Uint8Array(262_144)) });
    await provoked("api", "validation_error", "body_too_large", slightly.response);
    const page = await browser.get(at(id, "/logo"));
    const fields = new URLSearchParams(Object.fromEntries(page.forms[0]?.fields ?? []));
    const plain = await browser.request(at(id, "/logo"), { method: "POST", body: fields });
    await provoked("api", "validation_error", "content_type_unsupported", plain.response);
    const headers = { "Content-Type": "multipart/form-data; boundary=x" };
    const broken = await browser.request(at(id, "/logo"), {
      method: "POST",
      body: "--x\r\nnonsense",
      headers,
    });
    await provoked("api", "validation_error", "content_type_unsupported", broken.response);
  });

  it("is refused from another site, without the form's token, when stale, and for somebody else's application", async () => {
    const { browser, id } = await registered();
    const stale = (await new Visitor(portal.server.origin).get("/login")).forms[0]?.fields.get("csrf") ?? "";
    expect((await upload(browser, id, { data: png() }, { csrf: stale })).url.search).toBe("?status=stale");
    const body = new FormData();
    body.set("logo", new Blob([png()]), "logo.png");
    const bare = await browser.request(at(id, "/logo"), { method: "POST", body });
    await provoked("api", "permission_denied", "form_token_invalid", bare.response);
    const headers = { Origin: "https://evil.example" };
    const foreign = await browser.request(at(id, "/logo"), { method: "POST", body, headers });
    await provoked("api", "permission_denied", "origin_foreign", foreign.response);
    const other = await registered();
    const fields =
      (await other.browser.get(at(other.id, "/logo"))).forms[0]?.fields ?? new Map<string, string>();
    for (const [name, value] of fields) if (name !== "logo") body.set(name, value);
    const stolen = await other.browser.request(at(id, "/logo"), { method: "POST", body });
    await provoked("api", "resource_not_found", "client_unknown", stolen.response);
    expect((await portal.find(id)).logo).toBeNull();
  });

  it("is not served, whatever is asked for", async () => {
    const paths = ["x", "..%2f..%2fetc%2fpasswd", `${"a".repeat(22)}.png`, `${"a".repeat(22)}.svg`, "%00"];
    for (const path of paths) {
      const answer = await fetch(`${portal.server.origin}/storage/logos/${path}`);
      await provoked("api", "resource_not_found", "path_unknown", answer);
    }
  });
});
