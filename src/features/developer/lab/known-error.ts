import { type CatalogueEntry, everyReason } from "../../../errors/walk.ts";
import {
  isRehearsedAt,
  type RehearsalEndpoint,
  rehearsalEndpoints,
} from "../../../protocol/rehearsal/rehearsed-error.ts";

/** An error by its name, and where it can be rehearsed; both families may have it. */
export interface KnownError {
  readonly code: string;
  readonly reason: string;
  readonly endpoints: readonly RehearsalEndpoint[];
  /** The one that an endpoint answers with. */
  at(endpoint: RehearsalEndpoint): CatalogueEntry | undefined;
}

export function wishFor({ code, reason }: Pick<KnownError, "code" | "reason">): string {
  return `${code}/${reason}`;
}

/** Undefined for what is no error of the catalogue. */
export function knownError(code: string | undefined, reason: string | undefined): KnownError | undefined {
  const entries = everyReason().filter((entry) => entry.code === code && entry.reason === reason);
  const [first] = entries;
  if (!first) return undefined;
  const at = (endpoint: RehearsalEndpoint) => entries.find((entry) => isRehearsedAt(endpoint, entry));
  const endpoints = rehearsalEndpoints.filter((endpoint) => at(endpoint) !== undefined);
  return { code: first.code, reason: first.reason, endpoints, at };
}

/** The same by `code/reason`, as links carry it. */
export function errorNamed(name: string | undefined): KnownError | undefined {
  const [code, reason, ...more] = (name ?? "").split("/");
  return more.length > 0 ? undefined : knownError(code, reason);
}
