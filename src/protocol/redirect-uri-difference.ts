/** In what a received redirect URI differs from a registered one, in words that a hint may hold. */
export type Difference =
  | "nothing is registered"
  | "percent-encoding"
  | "scheme"
  | "user name in the address"
  | "host"
  | "port"
  | "path"
  | "trailing slash"
  | "query"
  | "fragment"
  | "letter case";

interface Parts {
  readonly scheme: string;
  readonly userinfo: string;
  readonly host: string;
  readonly port: string;
  readonly path: string;
  readonly query: string;
  readonly fragment: string;
}

/** RFC 3986 appendix B: splits any text; nothing is normalised, since the comparison is of characters. */
function split(uri: string): Parts {
  const [, scheme = "", authority = "", path = "", query = "", fragment = ""] =
    /^(?:([^:/?#]+):)?(?:\/\/([^/?#]*))?([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(uri) ?? [];
  const at = authority.lastIndexOf("@");
  const place = authority.slice(at + 1);
  const port = /:\d*$/.exec(place)?.[0] ?? "";
  const host = place.slice(0, place.length - port.length);
  return { scheme, userinfo: authority.slice(0, at + 1), host, port, path, query, fragment };
}

function pathDifference(one: string, other: string): Difference {
  return one.replace(/\/$/, "") === other.replace(/\/$/, "") ? "trailing slash" : "path";
}

/** How far apart two URIs are by their differences: another host says more than another query. */
const weights: { readonly [D in Difference]: number } = {
  "nothing is registered": 0,
  "letter case": 1,
  "trailing slash": 1,
  "percent-encoding": 1,
  fragment: 2,
  query: 2,
  port: 2,
  scheme: 3,
  "user name in the address": 4,
  path: 4,
  host: 8,
};

const kinds: readonly (readonly [keyof Parts, Difference])[] = [
  ["scheme", "scheme"],
  ["userinfo", "user name in the address"],
  ["host", "host"],
  ["port", "port"],
  ["path", "path"],
  ["query", "query"],
  ["fragment", "fragment"],
];

function differencesOf(received: string, registered: string): readonly Difference[] {
  if (decoded(received) === decoded(registered)) return ["percent-encoding"];
  const one = split(received);
  const other = split(registered);
  const found = new Set<Difference>();
  for (const [part, kind] of kinds) {
    if (one[part] === other[part]) continue;
    if (one[part].toLowerCase() === other[part].toLowerCase()) found.add("letter case");
    else found.add(part === "path" ? pathDifference(one.path, other.path) : kind);
  }
  return [...found];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

interface Candidate {
  readonly uri: string;
  readonly kinds: readonly Difference[];
  readonly weight: number;
}

function candidates(received: string, registered: readonly string[]): readonly Candidate[] {
  return registered
    .map((uri) => {
      const kinds = differencesOf(received, uri);
      return { uri, kinds, weight: kinds.reduce((sum, kind) => sum + weights[kind], 0) };
    })
    .sort((one, other) => one.weight - other.weight);
}

/** The registered URIs, the ones that differ least from the received one first. */
export function nearestFirst(received: string, registered: readonly string[]): readonly string[] {
  return candidates(received, registered).map(({ uri }) => uri);
}

/**
 * What differs between the received redirect URI and the nearest registered one; at least one kind, unless it is
 * registered. Nothing received and nothing registered is among the values.
 */
export function difference(received: string, registered: readonly string[]): readonly Difference[] {
  const [nearest] = candidates(received, registered);
  return nearest?.kinds ?? ["nothing is registered"];
}
