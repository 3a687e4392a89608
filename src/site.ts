import type { Config } from "./config.ts";
import { createAssets } from "./http/assets.ts";
import { rowIds } from "./protocol/row-id.ts";
import { serverBcrypt } from "./server-passwords.ts";
import type { Site } from "./web/context.ts";
import { maintenanceState } from "./web/maintenance.ts";
import { rehearsalRoom } from "./web/rehearsal-room.ts";

/** Rehearsed answers of this process, so that they never take the place of real requests. */
const heldBackAtMost = { all: 5, ofOne: 2 } as const;

/** What every request of this process shares, from the settings and what the process was given. */
export function createSite(
  config: Config,
  given: Pick<Site, "storage" | "failures" | "tally" | "keys" | "clock" | "entropy" | "whatsapp" | "limiter">,
): Site {
  const { storage, clock, entropy } = given;
  return {
    ...given,
    issuer: config.issuer,
    secure: config.issuer.startsWith("https:"),
    registration: config.registration,
    development: config.mode === "development",
    name: config.brand.name,
    ...createAssets(config.brand),
    securityContact: config.securityContact,
    ids: rowIds(clock, entropy),
    bcrypt: serverBcrypt(),
    ...maintenanceState(storage, clock),
    rehearsals: rehearsalRoom(heldBackAtMost),
    lifetimes: config.lifetimes,
  };
}
