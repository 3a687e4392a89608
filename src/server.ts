import { randomBytes } from "node:crypto";
import type { Config } from "./config.ts";
import { databaseBytes, dataFolder } from "./data-folder.ts";
import { newSetupLink } from "./features/setup/setup-link.ts";
import { createApp, programEndpoints } from "./http/app.ts";
import { directly } from "./http/direct.ts";
import { type Log, requestLog } from "./http/log.ts";
import { createMetrics } from "./http/metrics.ts";
import { createHalfSent } from "./http/middleware/half-sent.ts";
import { createPressure } from "./http/pressure.ts";
import { createReadiness } from "./http/readiness.ts";
import { listen, usualBounds } from "./http/serve.ts";
import { tallied } from "./http/tallied.ts";
import { tokenEndpoint } from "./http/token-endpoint.ts";
import { startDeliveries } from "./jobs/deliveries.ts";
import { failureLog } from "./jobs/failures/failure-log.ts";
import { hourlyTally } from "./jobs/hourly-tally.ts";
import { purgeJob } from "./jobs/purge.ts";
import { operationOf } from "./operation.ts";
import { keyRing } from "./protocol/key-ring.ts";
import { pooledEntropy } from "./protocol/pooled-entropy.ts";
import { rowIds } from "./protocol/row-id.ts";
import { secretKeys } from "./secret-keys.ts";
import { banner } from "./seed/banner.ts";
import type { Demo } from "./seed/demo.ts";
import { seedDemo } from "./seed/seed.ts";
import { serverPasswords } from "./server-passwords.ts";
import { createLimits } from "./shared-limits.ts";
import { createSite } from "./site.ts";
import type { Stopping } from "./stop.ts";
import { type OpenStorage, openStorage } from "./storage/sql/open.ts";
import { bringUpToDate } from "./up-to-date.ts";
import type { Site } from "./web/context.ts";
import type { Tally } from "./web/tally.ts";

const clock = Date.now;
const entropy = pooledEntropy(randomBytes);
/** Milliseconds that accepted requests have to be finished. */
const stopPatience = 10_000;

/** What watches the process while it works. */
function createWatch(config: Config, storage: OpenStorage, tally: Tally, log: Log) {
  const pressure = createPressure(config.maxConcurrentRequests);
  const mailsWaiting = () => storage.committed.messages.waiting();
  const bytes = () => databaseBytes(config.databaseUrl);
  const counted = createMetrics({ mailsWaiting, databaseBytes: bytes, requestsUnderWay: pressure.underWay });
  const halfSent = createHalfSent(Math.ceil(config.maxConcurrentRequests / 10));
  const readiness = createReadiness(storage, clock, log);
  return { pressure, halfSent, metrics: tallied(counted, tally), readiness };
}

/** What the process that a server runs in does for it. */
export interface Surroundings {
  /** Is told what has to be done at the end, also when the start fails half-way. */
  readonly ending: Stopping;
  /** Called before listening, when everything is loaded; `served` counts the requests answered since. */
  readonly wired: (served: () => number) => void;
}

/** Wires a server and listens; resolves to what the person at the terminal should read. */
export async function runServer(config: Config, log: Log, { ending, wired }: Surroundings): Promise<string> {
  const storage = await openStorage(config.databaseUrl, { connections: config.databasePool });
  ending.first(() => storage.close());
  await bringUpToDate(storage, config, log);
  const keys = keyRing(secretKeys(config, entropy), entropy);
  const { limiter, stop: leaveLimits } = createLimits(config, { storage, clock, entropy, log });
  ending.first(leaveLimits);
  const deliveries = startDeliveries(config, { storage, keys, clock, limiter, log });
  ending.first(deliveries.stop);
  const { mailQueued, whatsapp } = deliveries;
  const failures = failureLog({ storage, clock, ids: rowIds(clock, entropy), log });
  ending.first(failures.stop);
  const { tally, stop: storeTally } = hourlyTally({ storage, clock, log });
  ending.first(storeTally);
  const site = createSite(config, { storage, failures, tally, keys, clock, entropy, whatsapp, limiter });
  const hashing = serverPasswords(storage, entropy);
  const watch = createWatch(config, storage, tally, log);
  const replayWindow = config.lifetimes.refreshReplayWindow;
  const purge = purgeJob({ storage, clock, replayWindow, log, removed: watch.metrics.purged });
  ending.first(() => purge.stop());
  const demo = await prepareDemo(config, storage);
  const token = tokenEndpoint(config, entropy);
  const [operation, { trustedProxies }] = [operationOf(config), config];
  const endpoints = programEndpoints(token, { mailQueued, operation });
  const shell = { site, ...watch, trustedProxies, logFor: (requestId: string) => requestLog(log, requestId) };
  const app = createApp({
    ...shell,
    demo,
    metricsToken: config.metricsToken,
    people: { registration: config.registration, passwords: hashing, mailQueued },
    token,
    endpoints,
    webhook: config.whatsapp?.webhook ?? null,
    contact: config,
    developer: { registration: config.developerRegistration },
    operation,
  });
  const direct = directly({ ...shell, endpoints: [...endpoints.oauth, ...endpoints.api] });
  wired(watch.pressure.served);
  const bounds = usualBounds(trustedProxies);
  const server = await listen(app, config.port, config.host, { direct, bounds });
  ending.first(() => server.stop(stopPatience));
  ending.first(watch.readiness.stopping);
  log.info({ issuer: config.issuer }, "listening");
  return greeting(site, demo);
}

async function prepareDemo(config: Config, storage: OpenStorage): Promise<Demo | null> {
  if (config.mode === "production") return null;
  const { issuer, databaseUrl } = config;
  return seedDemo({ storage, clock, entropy, issuer, folder: dataFolder(databaseUrl) });
}

/** What the person at the terminal needs to begin: the demo in development, the way to the first account in production. */
async function greeting(site: Site, demo: Demo | null): Promise<string> {
  if (site.development) return banner(site.issuer, demo);
  const link = await newSetupLink(site);
  return link ? `There is no account yet. Make the first administrator within an hour: ${link}\n` : "";
}
