import { randomBytes } from "node:crypto";
import { availableParallelism } from "node:os";
import { pino } from "pino";
import { ConfigError, readConfig } from "./config.ts";
import { createApp } from "./http/app.ts";
import { stylesheetPath } from "./http/assets.ts";
import { listen } from "./http/serve.ts";
import { tokenEndpoint } from "./http/token-endpoint.ts";
import { passwords } from "./identity/password.ts";
import { memoryRateLimiter } from "./identity/rate-limit-memory.ts";
import { deliveryJob } from "./jobs/delivery.ts";
import { keyRing } from "./protocol/key-ring.ts";
import { rowIds } from "./protocol/row-id.ts";
import { openStorage } from "./storage/sql/open.ts";
import type { Site } from "./web/context.ts";
import { maintenanceState } from "./web/maintenance.ts";

async function main(): Promise<void> {
  const config = readConfig();
  const log = pino({ level: config.logLevel });
  const clock = Date.now;
  const entropy = randomBytes;
  const storage = await openStorage(config.databaseUrl);
  await storage.migrations.apply();
  const site: Site = {
    issuer: config.issuer,
    secure: config.issuer.startsWith("https:"),
    development: config.mode === "development",
    name: "Mubarokah ID",
    stylesheet: stylesheetPath,
    storage,
    keys: keyRing(config.secretKeys ?? [entropy(32)], entropy),
    clock,
    entropy,
    ids: rowIds(clock, entropy),
    limiter: memoryRateLimiter(config.rateLimits, clock),
    maintenance: maintenanceState(storage, clock),
    lifetimes: config.lifetimes,
  };
  const delivery = deliveryJob({ storage, keys: site.keys, clock, mail: config.mail, log });
  const app = createApp({
    site,
    people: {
      registration: config.registration,
      passwords: passwords({ concurrency: Math.ceil(availableParallelism() / 2), queueLimit: 100, entropy }),
      mailQueued: delivery.poke,
    },
    token: tokenEndpoint(config, entropy),
    contact: { securityContact: `mailto:${addressOf(config.mail.from)}` },
    trustedProxies: config.trustedProxies,
    logFor: (requestId) => log.child({ requestId }),
  });
  await listen(app, config.port, config.host);
  log.info({ issuer: config.issuer }, "listening");
}

/** The bare address of a sender such as `Mubarokah ID <id@example.com>`. */
function addressOf(sender: string): string {
  return /<([^>]+)>\s*$/.exec(sender)?.[1] ?? sender;
}

try {
  await main();
} catch (error) {
  const lines =
    error instanceof ConfigError ? error.lines : [error instanceof Error ? error.message : String(error)];
  process.stderr.write(`${lines.join("\n")}\n`);
  process.exit(1);
}
