import { readFileSync } from "node:fs";
import { Hono } from "hono";
import { apiError } from "../errors/catalogue-error.ts";
import { sha256 } from "../protocol/hash.ts";
import type { Brand } from "../ui/brand.ts";
import { paletteCss } from "../ui/palette.ts";
import type { AppEnv, Asset, Site } from "../web/context.ts";
import { compactCss } from "./compact-css.ts";

type Body = Asset["body"];

const forEver = "public, max-age=31536000, immutable";
const aDay = "public, max-age=86400";

function read(path: string): string {
  return readFileSync(new URL(`../ui/${path}`, import.meta.url), "utf8");
}

/** The path changes with the content, so that browsers may keep it for ever. */
function hashed(name: string, extension: string, body: Body): string {
  const text = typeof body === "string" ? body : Buffer.from(body).toString("base64");
  return `/assets/${name}.${sha256(text).slice(0, 12)}.${extension}`;
}

const css = [
  "tokens",
  "base",
  "frame",
  "forms",
  "security",
  "ways",
  "portal",
  "admin",
  "charts",
  "docs",
  "guide",
  "print",
]
  .map((name) => read(`styles/${name}.css`))
  .join("\n");

const scriptTexts = { passkey: read("scripts/passkey.js"), times: read("scripts/times.js") };

/** Paths of the scripts that pages may ask for by name. */
const scripts = {
  passkey: hashed("passkey", "js", scriptTexts.passkey),
  times: hashed("times", "js", scriptTexts.times),
};

/** The operator's logo, or our own sign. */
function iconOf({ logo }: Brand): Asset & { readonly path: string } {
  if (!logo) return { path: "/assets/icon.svg", body: read("icon.svg"), type: "image/svg+xml", cache: aDay };
  const path = hashed("logo", logo.type.replace("image/", ""), logo.bytes);
  return { path, body: logo.bytes, type: logo.type, cache: forEver };
}

/** What the style sheet has of its own gives way to what the operator chose. */
function styles({ palette, logo }: Brand, icon: string): string {
  const colours = palette ? paletteCss(palette) : "";
  const sign = logo ? `.brand a::before {\n  background-image: url("${icon}");\n}\n` : "";
  return compactCss(`${css}\n${colours}${sign}`);
}

/** Files that every page may need, and their paths. */
export function createAssets(brand: Brand): Pick<Site, "stylesheet" | "scripts" | "icon" | "assets"> {
  const { path, ...icon } = iconOf(brand);
  const sheet = styles(brand, path);
  const stylesheet = hashed("app", "css", sheet);
  const assets = new Map<string, Asset>([
    [stylesheet, { body: sheet, type: "text/css; charset=utf-8", cache: forEver }],
    [path, icon],
  ]);
  for (const [name, body] of Object.entries(scriptTexts))
    assets.set(scripts[name as keyof typeof scripts], {
      body,
      type: "text/javascript; charset=utf-8",
      cache: forEver,
    });
  return { stylesheet, scripts, icon: { path, type: icon.type }, assets };
}

export function assetRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>().get("/assets/:name", (c) => {
    const asset = c.var.site.assets.get(c.req.path);
    if (!asset) throw apiError("resource_not_found", "path_unknown");
    const body = typeof asset.body === "string" ? asset.body : new Uint8Array(asset.body);
    return c.body(body, 200, {
      "X-Content-Type-Options": "nosniff",
      "Cross-Origin-Resource-Policy": "same-origin",
      "Content-Type": asset.type,
      "Cache-Control": asset.cache,
    });
  });
}
