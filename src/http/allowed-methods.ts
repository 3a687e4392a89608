import type { Hono } from "hono";
import type { AppEnv } from "../web/context.ts";

type Route = Hono<AppEnv>["routes"][number];

/** A route's pattern (`/docs/errors/:code`) as a regular expression. */
function patternOf(path: string): RegExp {
  const parts = path.split("/").map((part) => {
    if (part.startsWith(":")) return part.endsWith("{.+}") ? ".+" : "[^/]+";
    return part === "*" ? ".*" : part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  });
  return new RegExp(`^${parts.join("/")}$`);
}

/** Here GET goes on with what a person began: HEAD, which must not, is refused (`refuseHead`). */
const withoutHead = /^\/(oauth\/authorize|accounts|consent|demo\/callback)$/;

/** The methods that a path knows, for `Allow` (RFC 9110 §15.5.6); empty when nothing answers there at all. */
export function allowedMethods(routes: readonly Route[]): (path: string) => readonly string[] {
  const known = routes
    .filter(({ method }) => method !== "ALL")
    .map(({ method, path }) => ({ method, pattern: patternOf(path) }));
  return (path) => {
    const methods = new Set(known.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method));
    if (methods.has("GET") && !withoutHead.test(path)) methods.add("HEAD");
    return [...methods];
  };
}
