import { readFileSync } from "node:fs";
import { Hono } from "hono";
import { sha256 } from "../protocol/hash.ts";
import type { AppEnv } from "../web/context.ts";

function read(path: string): string {
  return readFileSync(new URL(`../ui/${path}`, import.meta.url), "utf8");
}

/** A file whose path changes with its content, so that browsers may keep it for ever. */
function hashed(name: string, extension: string, body: string) {
  return { path: `/assets/${name}.${sha256(body).slice(0, 12)}.${extension}`, body };
}

const css = ["tokens", "base", "frame", "forms", "security", "ways", "portal", "admin", "docs", "guide"]
  .map((name) => read(`styles/${name}.css`))
  .join("\n");
const stylesheet = hashed("app", "css", css);
const passkeyScript = hashed("passkey", "js", read("scripts/passkey.js"));
const icon = read("icon.svg");

export const stylesheetPath = stylesheet.path;

/** Paths of the scripts that pages may ask for by name. */
export const scriptPaths = { passkey: passkeyScript.path };

export function assetRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const serve = (path: string, body: string, type: string, cache: string) =>
    routes.get(path, (c) =>
      c.body(body, 200, {
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Content-Type": type,
        "Cache-Control": cache,
      }),
    );
  const forEver = "public, max-age=31536000, immutable";
  serve(stylesheet.path, stylesheet.body, "text/css; charset=utf-8", forEver);
  serve(passkeyScript.path, passkeyScript.body, "text/javascript; charset=utf-8", forEver);
  serve("/assets/icon.svg", icon, "image/svg+xml", "public, max-age=86400");
  return routes;
}
