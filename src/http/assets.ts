import { readFileSync } from "node:fs";
import { Hono } from "hono";
import { sha256 } from "../protocol/hash.ts";
import type { AppEnv } from "../web/context.ts";

interface Asset {
  readonly path: string;
  readonly text: string;
  readonly type: string;
}

function load(file: string, type: string): Asset {
  const text = readFileSync(new URL(`../ui/${file}`, import.meta.url), "utf8");
  const [name = "", extension = ""] = file.split(".");
  return { path: `/assets/${name}.${sha256(text).slice(0, 12)}.${extension}`, text, type };
}

const stylesheet = load("app.css", "text/css; charset=utf-8");
const icon = readFileSync(new URL("../ui/icon.svg", import.meta.url), "utf8");

/** Path of the stylesheet; it changes with its content, so that browsers may keep it for ever. */
export const stylesheetPath = stylesheet.path;

export function assetRoutes(): Hono<AppEnv> {
  const headers = { "X-Content-Type-Options": "nosniff", "Cross-Origin-Resource-Policy": "same-origin" };
  return new Hono<AppEnv>()
    .get(stylesheet.path, (c) =>
      c.body(stylesheet.text, 200, {
        ...headers,
        "Content-Type": stylesheet.type,
        "Cache-Control": "public, max-age=31536000, immutable",
      }),
    )
    .get("/assets/icon.svg", (c) =>
      c.body(icon, 200, {
        ...headers,
        "Content-Type": "image/svg+xml",
        "Cache-Control": "public, max-age=86400",
      }),
    );
}
