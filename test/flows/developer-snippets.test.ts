import { type ChildProcess, execFile, spawn } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Project } from "../client/readme.ts";
import { walkToRedirect } from "../support/application.ts";
import { freePort } from "../support/free-port.ts";
import type { KnownPerson } from "../support/people.ts";
import { type Change, Portal, registerApplication } from "../support/portal.ts";
import { Terminal } from "../support/shell-tools.ts";
import { Visitor } from "../support/visitor.ts";

let portal: Portal;
let person: KnownPerson;
let project: Project;
let terminal: Terminal;

beforeAll(async () => {
  portal = await Portal.open();
  person = await portal.person();
  project = new Project();
  terminal = new Terminal();
});
afterAll(async () => {
  project.remove();
  terminal.remove();
  await portal.close();
});

async function registered(change: Change = {}) {
  const { browser } = await portal.somebody();
  const { id, secret = "" } = await registerApplication(browser, change);
  const snippet = async (language: string) => {
    const page = await browser.get(`/developer/applications/${id}/code?for=${language}`);
    expect(page.text).not.toContain(secret === "" ? "\0" : secret);
    const code = /<pre[^>]*><code>([\s\S]*?)<\/code>/.exec(page.text)?.[1] ?? "";
    return code
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("&#39;", "'")
      .replaceAll("&amp;", "&");
  };
  return { browser, id, secret, snippet };
}

function surroundings(secret: string): NodeJS.ProcessEnv {
  return terminal.environment({ MUBAROKAH_CLIENT_SECRET: secret });
}

/** What the process has printed as soon as it matches. */
function printed(child: ChildProcess, pattern: RegExp): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    let all = "";
    const look = (chunk: Buffer) => {
      all += chunk.toString();
      const found = pattern.exec(all);
      if (found) resolve(found);
    };
    child.stdout?.on("data", look);
    child.stderr?.on("data", look);
    child.on("exit", () => reject(new Error(`Never printed ${pattern}:\n${all}`)));
  });
}

describe("curl", () => {
  it.each(["confidential", "public"])("signs a person in, as it stands: %s", async (type) => {
    const { secret, snippet } = await registered({ type });
    const code = (await snippet("curl")).replace(/^export .*$/m, "").replace("CODE=…", "read -r CODE");
    const child = spawn("sh", ["-c", code], { env: surroundings(secret) });
    const [url] = await printed(child, /^http\S+\/oauth\/authorize\S+$/m);
    const back = await walkToRedirect(new Visitor(portal.server.origin), person, url);
    const answer = printed(child, /"email":"([^"]+)"/);
    child.stdin.end(`${back.searchParams.get("code")}\n`);
    expect((await answer)[1]).toBe(person.identifier);
  });

  it("gets a token for the application itself", async () => {
    const { secret, snippet } = await registered({
      "grant.authorization_code": null,
      "grant.refresh_token": null,
      "grant.client_credentials": "on",
      redirect_uris: "",
    });
    const code = (await snippet("curl")).replace(/^export .*$/m, "");
    const { stdout } = await promisify(execFile)("sh", ["-c", code], { env: surroundings(secret) });
    expect(JSON.parse(stdout)).toMatchObject({ token_type: "Bearer", scope: "view-user" });
  });
});

describe("TypeScript", () => {
  it("signs a person in, as it stands", async () => {
    const { secret, snippet } = await registered();
    process.env["MUBAROKAH_CLIENT_SECRET"] = secret;
    const file = project.write("typescript-snippet.ts", await snippet("typescript"));
    const { url, callback } = (await import(file)) as {
      url: string;
      callback: (url: string) => Promise<{ email: string }>;
    };
    const back = await walkToRedirect(new Visitor(portal.server.origin), person, url);
    expect((await callback(back.href)).email).toBe(person.identifier);
    delete process.env["MUBAROKAH_CLIENT_SECRET"];
  });
});

describe("Express", () => {
  it("signs a person in, as it stands", async () => {
    const port = await freePort();
    const { secret, snippet } = await registered({ redirect_uris: `http://localhost:${port}/auth/callback` });
    const file = project.write("express-snippet.mjs", await snippet("express"));
    const child = spawn(process.execPath, [file], {
      env: { ...surroundings(secret), PORT: String(port) },
    });
    const site = new Visitor(`http://localhost:${port}`);
    await expect
      .poll(() => site.request("/login").then(({ status }) => status), { timeout: 10_000 })
      .toBe(303);
    const begun = await site.request("/login");
    const back = await walkToRedirect(
      new Visitor(portal.server.origin),
      person,
      begun.headers.get("location") ?? "",
    );
    expect((await site.get(back)).text).toBe(`Hello, ${person.user.name}`);
    child.kill();
  });
});

describe("every language", () => {
  it("has the application's own values, quoted, and no secret", async () => {
    const hostile = "https://app.example.com/'$(touch%20x)'/cb?a=$b&c=`";
    const { id, snippet } = await registered({ redirect_uris: hostile.replace("`", "") });
    for (const language of ["curl", "typescript", "express", "laravel", "python"]) {
      const code = await snippet(language);
      expect(code).toContain(id);
      expect(code).toContain(portal.server.origin);
    }
    expect(await snippet("laravel")).toContain(
      String.raw`'https://app.example.com/\'$(touch%20x)\'/cb?a=$b&c='`,
    );
    expect(await snippet("python")).toContain(`"https://app.example.com/'$(touch%20x)'/cb?a=$b&c="`);
    expect(await snippet("curl")).toContain(
      String.raw`https://app.example.com/'\''$(touch%20x)'\''/cb?a=$b&c='`,
    );
  });

  it("is offered where it makes sense", async () => {
    const { browser, id } = await registered({ type: "public", redirect_uris: "com.example.app:/callback" });
    const page = await browser.get(`/developer/applications/${id}/code?for=laravel`);
    expect(page.text).toContain("A public application has no secret");
    expect([...page.text.matchAll(/\?for=(\w+)/g)].map(([, name]) => name)).toEqual(["curl", "typescript"]);
    expect(page.text).not.toContain("MUBAROKAH_CLIENT_SECRET");
  });
});
