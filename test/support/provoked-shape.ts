import { appendFileSync, readFileSync } from "node:fs";
import type { CatalogueEntry } from "../../src/errors/walk.ts";

/** What two answers with the same error have in common, whatever their texts. */
export interface Shape {
  /** `oauth invalid_grant user_disabled`. */
  readonly name: string;
  /** Path without what differs in it; "page" for pages of this server's own. */
  readonly endpoint: string;
  readonly kind: "json" | "page" | "redirect";
  readonly status: number;
  readonly headers: readonly string[];
  /** Members of the JSON body, or parameters of the redirect. */
  readonly members: readonly string[];
}

interface Seen {
  readonly name: string;
  readonly rehearsed: boolean;
  /** Null where no answer was at hand, but the URL an application was sent back to. */
  readonly shape: Shape | null;
}

/** Of the connection, the browser or the installation, of one request, or of limits that a test may have switched off. */
const notCompared =
  /^(date|connection|keep-alive|content-length|transfer-encoding|set-cookie|strict-transport-security|state|ratelimit.*|x-ratelimit-.*)$/;

function compared(names: Iterable<string>): readonly string[] {
  return [...names].filter((name) => !notCompared.test(name)).toSorted((a, b) => a.localeCompare(b));
}

function endpointOf(path: string): string {
  if (path.startsWith("/api/")) return "/api";
  return /^\/oauth\/(authorize|token|revoke|introspect)$/.test(path) ? path : "page";
}

export function nameOf({ family, code, reason }: CatalogueEntry): string {
  return `${family} ${code} ${reason}`;
}

export async function shapeOf(response: Response, entry: CatalogueEntry): Promise<Shape> {
  const location = response.headers.get("location");
  const isPage = (response.headers.get("content-type") ?? "").startsWith("text/html");
  const members = isPage || location !== null ? {} : ((await response.json()) as Record<string, unknown>);
  return {
    name: nameOf(entry),
    endpoint: endpointOf(new URL(response.url || "http://localhost/").pathname),
    kind: location !== null ? "redirect" : isPage ? "page" : "json",
    status: response.status,
    headers: compared(response.headers.keys()),
    members: compared(location === null ? Object.keys(members) : new URL(location).searchParams.keys()),
  };
}

export function writeDown(file: string, seen: Seen): void {
  appendFileSync(file, `${JSON.stringify(seen)}\n`);
}

export function readSeen(file: string): readonly Seen[] {
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as Seen);
}

/**
 * Which of the real answers a rehearsed one has to be like: those of its kind at its endpoint, or elsewhere where there is
 * none. Where its endpoint really answers in another kind it is like none; where nobody ever provoked the error at this
 * endpoint nor in this kind there is nothing to compare with.
 */
function counterparts(shape: Shape, real: readonly Shape[]): readonly Shape[] {
  const same = real.filter(({ name }) => name === shape.name);
  const there = same.filter(({ endpoint }) => endpoint === shape.endpoint);
  const alike = same.filter(({ kind }) => kind === shape.kind);
  const both = there.filter(({ kind }) => kind === shape.kind);
  if (both.length > 0) return both;
  return alike.length > 0 ? alike : there;
}

/** Who may read an answer is a matter of the endpoint, and whether a browser is sent on by 302 or 303 one of the method. */
function partsOf({ kind, status, headers, members }: Shape, together: boolean): string {
  const kept = together ? headers : headers.filter((name) => !name.startsWith("access-control-"));
  return JSON.stringify([kind, kind === "redirect" ? 302 : status, kept, members]);
}

function isLike(one: Shape, other: Shape): boolean {
  const together = one.endpoint === other.endpoint;
  return partsOf(one, together) === partsOf(other, together);
}

/** Rehearsed answers that are like no real one of the same error, and errors of which none was compared. */
export function unlikeReal(seen: readonly Seen[], mark: string): readonly string[] {
  const shapes = (rehearsed: boolean) =>
    seen.flatMap(({ shape, ...each }) => (shape && each.rehearsed === rehearsed ? [shape] : []));
  const real = shapes(false);
  const uncompared = new Set(real.map(({ name }) => name));
  const unlike = shapes(true).flatMap((shape) => {
    const unmarked = { ...shape, headers: shape.headers.filter((name) => name !== mark.toLowerCase()) };
    const candidates = counterparts(shape, real);
    if (candidates.length === 0) return [];
    uncompared.delete(shape.name);
    if (candidates.some((candidate) => isLike(candidate, unmarked))) return [];
    return [`${JSON.stringify(unmarked)}\n    real: ${JSON.stringify(candidates[0])}`];
  });
  return [...unlike, ...[...uncompared].map((name) => `${name}: never rehearsed as it really comes`)];
}
