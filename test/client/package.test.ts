import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createContext, runInContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { bundle, gzipped, packageFolder } from "./bundle.ts";

const run = promisify(execFile);
const modules = fileURLToPath(new URL("../../node_modules/", import.meta.url));
/** As the server gives it out. */
const tarball = fileURLToPath(new URL("../../dist/guide/mubarokah-client.tgz", import.meta.url));
const description = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8"));

function built(ending: string): readonly string[] {
  const files = readdirSync(join(packageFolder, "dist"), { recursive: true, encoding: "utf8" });
  return files.filter((file) => file.endsWith(ending)).map((file) => join(packageFolder, "dist", file));
}

describe("size, minified and gzipped", () => {
  it("the whole core is below 6 KB", async () => {
    expect(gzipped(await bundle('export * from "@mubarokah/client"'))).toBeLessThan(6000);
  });

  it.each([
    ["machine", 300],
    ["express", 3000],
    ["hono", 3000],
    ["next", 3000],
    ["browser", 3000],
    ["react", 400],
  ])("%s is below %i bytes", async (name, limit) => {
    expect(
      gzipped(await bundle(`export * from "@mubarokah/client/${name}"`, { external: ["react"] })),
    ).toBeLessThan(limit);
  });
});

describe("tree-shaking", () => {
  it("an import for nothing brings nothing", async () => {
    expect(await bundle('import "@mubarokah/client"')).toBe("");
  });

  it.each(["isMubarokahError", "needsSignIn", "memoryStore", "objectStore"])(
    "%s comes alone",
    async (name) => {
      const code = await bundle(`export { ${name} } from "@mubarokah/client"`);
      expect(code.length).toBeLessThan(400);
      expect(code).not.toContain("oauth");
    },
  );

  it("an adapter brings no session, and no other adapter", async () => {
    const code = await bundle('export * from "@mubarokah/client/express"');
    expect(code).toContain("Set-Cookie");
    expect(code).not.toMatch(/\/api\/user|append: ?!0|sessionStorage/);
  });
});

describe("what is published", () => {
  it("passes publint", async () => {
    const { stdout } = await run(process.execPath, [`${modules}publint/src/cli.js`, tarball, "--strict"]);
    expect(stdout).toContain("All good!");
  });

  it("has types that resolve for every entry point (are the types wrong)", async () => {
    const cli = `${modules}@arethetypeswrong/cli/dist/index.js`;
    const { stdout } = await run(process.execPath, [cli, tarball, "--profile", "esm-only", "-f", "json"]);
    const { analysis } = JSON.parse(stdout);
    expect(Object.keys(analysis.entrypoints)).toEqual(Object.keys(description.exports));
  });

  it("depends on nothing, and on React only where React is", () => {
    expect(description).not.toHaveProperty("dependencies");
    for (const file of built(".js")) {
      const imported = readFileSync(file, "utf8").matchAll(/(?:from|import)\s*\(?"([^"]+)"/g);
      const foreign = Array.from(imported, ([, name = ""]) => name).filter((name) => !name.startsWith("."));
      expect(foreign, file).toEqual(file.endsWith("react.js") ? ["react"] : []);
    }
  });

  it("says what each export is for", () => {
    const named = new Set(
      readFileSync(join(packageFolder, "dist/index.d.ts"), "utf8")
        .matchAll(/\b[A-Za-z]\w+(?=[,\s]*[,}])/g)
        .map(([name]) => name),
    );
    expect(named).toContain("MubarokahError");
    const undocumented = built(".d.ts").flatMap((file) => {
      const lines = readFileSync(file, "utf8").split("\n");
      const isBare = (line: string, index: number) => {
        const name = /^export (?:declare )?(?:class|function|interface|type|const) (\w+)/.exec(line)?.[1];
        const isPublic = name && (named.has(name) || file.includes("/adapters/"));
        return isPublic && !/\*\/\s*$/.test(lines[index - 1] ?? "");
      };
      return lines.filter(isBare).map((line) => `${file.slice(packageFolder.length)}: ${line}`);
    });
    expect(undocumented).toEqual([]);
  });
});

it("runs where there is nothing but the web platform: no Node, no DOM", async () => {
  const source = `
    import { Mubarokah, memoryStore, isMubarokahError } from "@mubarokah/client";
    globalThis.result = (async () => {
      const mubarokah = new Mubarokah({ issuer: "https://id.example.com", clientId: "app", redirectUri: "https://app/cb" });
      const { url, pending } = await mubarokah.authorizationUrl();
      const callback = "?code=c&iss=https://id.example.com&state=" + pending.state;
      const tokens = await mubarokah.handleCallback(callback, pending);
      const user = await mubarokah.session(memoryStore({ ...tokens, expiresAt: 0 })).user();
      const error = await mubarokah.discover().catch((error) => error);
      const hanging = new Mubarokah({
        ...{ issuer: "https://id.example.com", clientId: "app", timeoutMs: 1, maxAttempts: 2 },
        fetch: () => new Promise(() => {}),
      });
      const late = await hanging.discover().catch((error) => error);
      const controller = new AbortController();
      controller.abort(new Error("enough"));
      const ended = await mubarokah.discover({ signal: controller.signal }).catch((error) => error);
      const challenge = new URL(url).searchParams.get("code_challenge");
      return [challenge.length, user.id, isMubarokahError(error), error.code, late.code, ended.code];
    })();`;
  const answers: Readonly<Record<string, () => Response>> = {
    "/oauth/token": () =>
      Response.json({
        token_type: "Bearer",
        expires_in: 60,
        access_token: "a",
        refresh_token: "r",
        scope: "view-user",
      }),
    "/api/user": () => Response.json({ id: 7 }),
  };
  const fetch = async (url: string) =>
    (answers[new URL(url).pathname] ?? (() => new Response("", { status: 404 })))();
  const context = createContext({
    ...{ fetch, crypto, URL, URLSearchParams, TextEncoder, TextDecoder, AbortController },
    ...{ Headers, btoa, atob, setTimeout, clearTimeout, Uint8Array },
  });
  runInContext(`(() => {${await bundle(source)}})()`, context);
  expect(await context["result"]).toEqual([43, 7, true, "response_invalid", "timeout", "aborted"]);
});
