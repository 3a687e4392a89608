/** RFC 6749 §3.3 allows more; this much can be read aloud and needs no escaping anywhere. */
const shape = /^[a-z][a-z0-9]*(?:[-_.:][a-z0-9]+)*$/;
export const longestScope = 64;

/** Names that OpenID Connect gives a meaning of their own. */
const reserved = new Set(["openid", "profile", "email", "phone", "address", "offline_access"]);

export type ScopeNameProblem = "shape" | "reserved";

/** What keeps a text from being the name of an operator's scope. */
export function scopeNameProblem(name: string): ScopeNameProblem | undefined {
  if (name.length > longestScope || !shape.test(name)) return "shape";
  return reserved.has(name) ? "reserved" : undefined;
}
