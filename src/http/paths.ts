import type { Family } from "../errors/definition.ts";

/** Which programs call a path, so that they get JSON; null for pages. */
export function wireFamily(path: string): Family | null {
  if (/^\/oauth\/(token|revoke|introspect)(\/|$)/.test(path)) return "oauth";
  if (/^\/\.well-known\/(oauth-|openid-|jwks)/.test(path)) return "oauth";
  return /^\/(api(\/|$)|webhooks\/|metrics$)/.test(path) ? "api" : null;
}

/** What operators' probes ask: it answers whatever the state of the rest. */
export function isProbe(path: string): boolean {
  return /^\/(health|livez|readyz|metrics)$/.test(path);
}

/** Files that pages and programs load beside them. */
export function isAsset(path: string): boolean {
  return path.startsWith("/assets/") || path.startsWith("/.well-known/");
}

/** Exists in development only. */
export function isDevelopmentOnly(path: string): boolean {
  return /^\/(demo|dev)(\/|$)/.test(path);
}
