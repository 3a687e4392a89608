import { Hono } from "hono";
import { apiError } from "../../errors/catalogue-error.ts";
import type { PictureOwner } from "../../storage/port/pictures.ts";
import type { AppContext, AppEnv } from "../../web/context.ts";

/** Whatever a browser takes the bytes for, they run nothing and reach nothing. */
const inert = {
  "Content-Security-Policy": "default-src 'none'; sandbox",
  "X-Content-Type-Options": "nosniff",
};

const headersOf: { readonly [K in PictureOwner["kind"]]: Readonly<Record<string, string>> } = {
  client: {
    ...inert,
    "Cache-Control": "public, max-age=31536000, immutable",
    "Cross-Origin-Resource-Policy": "same-origin",
  },
  // Applications show them on their own pages. What somebody takes away is gone from caches within the hour.
  user: { ...inert, "Cache-Control": "public, max-age=3600", "Cross-Origin-Resource-Policy": "cross-origin" },
};

const nameShape = /^[A-Za-z0-9_-]{22}\.(?:png|jpg|gif)$/;

function serve(kind: PictureOwner["kind"]) {
  return async (c: AppContext): Promise<Response> => {
    const name = c.req.param("name") ?? "";
    const { pictures } = c.var.site.storage.committed;
    const picture = nameShape.test(name) ? await pictures.find(kind, name) : undefined;
    if (!picture) throw apiError("resource_not_found", "path_unknown");
    const headers = { ...headersOf[kind], "Content-Type": picture.type };
    return c.body(new Uint8Array(picture.bytes), 200, headers);
  };
}

/** Logos of applications and pictures of people. */
export function pictureRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get("/storage/logos/:name", serve("client"))
    .get("/storage/avatars/:name", serve("user"));
}
