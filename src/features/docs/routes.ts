import { Hono } from "hono";
import { apiError } from "../../errors/catalogue-error.ts";
import { definitionsOf } from "../../errors/walk.ts";
import type { AppEnv } from "../../web/context.ts";
import { codePage } from "./code.page.tsx";
import { errorsJson } from "./errors-json.ts";
import { indexPage } from "./index.page.tsx";

const jsonHeaders = {
  "Content-Type": "application/json",
  "Cache-Control": "public, max-age=300",
  "X-Content-Type-Options": "nosniff",
  ETag: errorsJson.etag,
};

function sameVersion(header: string | undefined): boolean {
  const tags = (header ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return tags.includes(errorsJson.etag) || tags.includes("*");
}

/** The error reference that `error_uri` points into, served by this very server. */
export function docsRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get("/docs", (c) => c.redirect("/docs/errors", 302))
    .get("/docs/errors.json", (c) =>
      sameVersion(c.req.header("if-none-match"))
        ? c.body(null, 304, jsonHeaders)
        : c.body(errorsJson.body, 200, jsonHeaders),
    )
    .get("/docs/errors", (c) => indexPage(c))
    .get("/docs/errors/:code", (c) => {
      const definitions = definitionsOf(c.req.param("code"));
      if (definitions.length === 0) throw apiError("resource_not_found", "path_unknown");
      return codePage(c, definitions);
    });
}
