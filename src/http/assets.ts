import { readFileSync } from "node:fs";
import { Hono } from "hono";
import { sha256 } from "../protocol/hash.ts";
import type { AppEnv } from "../web/context.ts";

const css = ["tokens", "base", "frame", "forms", "docs"]
  .map((name) => readFileSync(new URL(`../ui/styles/${name}.css`, import.meta.url), "utf8"))
  .join("\n");

/** Path of the stylesheet; it changes with its content, so that browsers may keep it for ever. */
export const stylesheetPath = `/assets/app.${sha256(css).slice(0, 12)}.css`;

const icon = readFileSync(new URL("../ui/icon.svg", import.meta.url), "utf8");

export function assetRoutes(): Hono<AppEnv> {
  const headers = { "X-Content-Type-Options": "nosniff", "Cross-Origin-Resource-Policy": "same-origin" };
  return new Hono<AppEnv>()
    .get(stylesheetPath, (c) =>
      c.body(css, 200, {
        ...headers,
        "Content-Type": "text/css; charset=utf-8",
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
