import { Hono } from "hono";
import { apiError } from "../../errors/catalogue-error.ts";
import type { AppContext, AppEnv } from "../../web/context.ts";

/** Whatever a browser takes the bytes for, they run nothing and reach nothing. */
const headers = {
  "Content-Security-Policy": "default-src 'none'; sandbox",
  "X-Content-Type-Options": "nosniff",
  "Cache-Control": "public, max-age=31536000, immutable",
  "Cross-Origin-Resource-Policy": "same-origin",
};

const nameShape = /^[A-Za-z0-9_-]{22}\.(?:png|jpg|gif)$/;

async function logo(c: AppContext): Promise<Response> {
  const name = c.req.param("name") ?? "";
  const { pictures } = c.var.site.storage.committed;
  const picture = nameShape.test(name) ? await pictures.find("client", name) : undefined;
  if (!picture) throw apiError("resource_not_found", "path_unknown");
  return c.body(new Uint8Array(picture.bytes), 200, { ...headers, "Content-Type": picture.type });
}

/** Logos of applications. */
export function pictureRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>().get("/storage/logos/:name", logo);
}
