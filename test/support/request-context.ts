import { randomBytes } from "node:crypto";
import { Hono } from "hono";
import { keyRing } from "../../src/protocol/key-ring.ts";
import { rowIds } from "../../src/protocol/row-id.ts";
import type { Storage } from "../../src/storage/port/storage.ts";
import type { AppContext, AppEnv, Site } from "../../src/web/context.ts";

export const now = 1_700_000_000_000;

/** As much of a site as what is done in one request needs. */
function siteOver(storage: Storage): Partial<Site> {
  return {
    storage,
    limiter: { hit: async () => undefined, giveBack: async () => {}, look: async () => undefined },
    keys: keyRing([randomBytes(32)], randomBytes),
    ids: rowIds(() => now, randomBytes),
    entropy: randomBytes,
    clock: () => now,
    issuer: "https://id.example",
    name: "Mubarokah ID",
    stylesheet: "/app.css",
    icon: { path: "/icon.svg", type: "image/svg+xml" },
    scripts: { passkey: "/passkey.js", times: "/times.js" },
    lifetimes: { session: 60, interaction: 60, authorizationCode: 60 },
    maintenance: async () => undefined,
    planned: async () => undefined,
    failures: { note: () => {} } as unknown as Site["failures"],
    whatsapp: undefined,
  };
}

/** Routes without the shell around them, so that a test holds the storage they work on. */
export function appOver(storage: Storage): Hono<AppEnv> {
  const shared = { site: siteOver(storage), locale: "en", clientIp: "192.0.2.1", requestId: "a-request" };
  return new Hono<AppEnv>().use(async (c, next) => {
    for (const [name, value] of Object.entries(shared)) c.set(name as never, value as never);
    await next();
  });
}

/** The context of a request that was begun, for what is done in it. */
export async function contextOver(storage: Storage): Promise<AppContext> {
  let context: AppContext | undefined;
  const app = appOver(storage).get("/", (c) => {
    context = c;
    return c.body(null);
  });
  await app.request("/");
  if (!context) throw new Error("No context");
  return context;
}
