import type { Config } from "./config.ts";
import { scriptPaths, stylesheetPath } from "./http/assets.ts";
import { rowIds } from "./protocol/row-id.ts";
import { serverBcrypt } from "./server-passwords.ts";
import type { Site } from "./web/context.ts";
import { maintenanceState } from "./web/maintenance.ts";

/** What every request of this process shares, from the settings and what the process was given. */
export function createSite(
  config: Config,
  given: Pick<Site, "storage" | "failures" | "keys" | "clock" | "entropy" | "whatsapp" | "limiter">,
): Site {
  const { storage, clock, entropy } = given;
  return {
    ...given,
    issuer: config.issuer,
    secure: config.issuer.startsWith("https:"),
    development: config.mode === "development",
    name: "Mubarokah ID",
    stylesheet: stylesheetPath,
    securityContact: config.securityContact,
    scripts: scriptPaths,
    ids: rowIds(clock, entropy),
    bcrypt: serverBcrypt(),
    maintenance: maintenanceState(storage, clock),
    lifetimes: config.lifetimes,
  };
}
