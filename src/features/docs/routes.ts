import { Hono } from "hono";
import { apiError } from "../../errors/catalogue-error.ts";
import { definitionsOf } from "../../errors/walk.ts";
import type { AppContext, AppEnv } from "../../web/context.ts";
import { codePage } from "./code.page.tsx";
import { errorsJson } from "./errors-json.ts";
import { guideHome, guidePage } from "./guide.page.tsx";
import type { Guide } from "./guide.ts";
import { indexPage } from "./index.page.tsx";
import { llmsText } from "./llms.ts";

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

const textHeaders = { "Cache-Control": "public, max-age=300", "X-Content-Type-Options": "nosniff" };
const plain = { ...textHeaders, "Content-Type": "text/plain; charset=utf-8" };
const packed = { ...textHeaders, "Content-Type": "application/gzip" };
const markdown = { ...textHeaders, "Content-Type": "text/markdown; charset=utf-8" };

/** A page by its path below `/docs/`; with `.md`, its source. */
async function anyPage(c: AppContext, guide: Guide, path: string): Promise<Response> {
  const source = path.endsWith(".md");
  const page = await guide.page(source ? path.slice(0, -3) : path);
  if (!page) throw apiError("resource_not_found", "path_unknown");
  if (!source) return guidePage(c, guide, page);
  return c.body(await guide.read(page.slug, "md", c.var.site.issuer), 200, markdown);
}

export interface DocsDeps {
  readonly guide: Guide;
  /** Where the signed-in owner of the application finds this request; undefined for everybody else. */
  readonly ownRequestPath: (c: AppContext, requestId: string) => Promise<string | undefined>;
}

/** The error reference that `error_uri` points into, and the documentation around it, served by this very server. */
export function docsRoutes({ guide, ownRequestPath }: DocsDeps): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get("/docs", (c) => guideHome(c, guide))
    .get("/llms.txt", async (c) => c.body(await llmsText(guide, c.var.site), 200, plain))
    .get("/docs/errors.json", (c) =>
      sameVersion(c.req.header("if-none-match"))
        ? c.body(null, 304, jsonHeaders)
        : c.body(errorsJson.body, 200, jsonHeaders),
    )
    .get("/docs/mubarokah-client.tgz", async (c) => c.body(await guide.client(), 200, packed))
    .get("/docs/errors", (c) => indexPage(c))
    .get("/docs/errors/:code", async (c) => {
      const definitions = definitionsOf(c.req.param("code"));
      if (definitions.length === 0) throw apiError("resource_not_found", "path_unknown");
      const requestId = c.req.query("request");
      if (requestId === undefined || !/^[0-9a-f]{32}$/.test(requestId)) return codePage(c, definitions);
      const own = await ownRequestPath(c, requestId);
      if (own === undefined) return codePage(c, definitions, requestId);
      c.header("Cache-Control", "no-store");
      return c.redirect(own, 302);
    })
    .get("/docs/:path{.+}", (c) => anyPage(c, guide, c.req.param("path")));
}
