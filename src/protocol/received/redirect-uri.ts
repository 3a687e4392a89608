/** Longest text that is kept, in characters. */
const lengthLimit = 300;
/** Stands for what is not kept. */
export const leftOut = "…";

/** An absolute URI, a path, or a host that somebody forgot the scheme of; anything else may be a secret in the wrong field. */
const addressLike =
  /^(?:[a-z][a-z0-9+.-]*:\/|\/|localhost(?:[:/?#]|$)|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:[:/?#]|$))/i;
const plainName = /^[A-Za-z][\w.[\]-]{0,39}$/;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function queryWithoutValues(query: string): string {
  return query
    .split("&")
    .map((pair) => {
      const [name = "", ...value] = pair.split("=");
      if (pair === "") return "";
      return value.length > 0 && plainName.test(name) ? `${name}=${leftOut}` : leftOut;
    })
    .join("&");
}

/** What follows an equals sign, and what was a query or fragment before somebody encoded it into the path. */
function pathWithoutValues(path: string): string {
  return path.replace(/(=|%3d|%3f|%23)[^/;&]*/gi, (_, sign: string) => `${sign}${leftOut}`);
}

function withoutValuesOf(uri: string): string {
  const [, start = "", query, fragment] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(uri) ?? [];
  const authority = /^([a-z][a-z0-9+.-]*:)?\/\/[^/]*/i.exec(start)?.[0] ?? "";
  const place = authority.replace(/\/\/.*@/s, `//${leftOut}@`);
  return [
    place,
    pathWithoutValues(start.slice(authority.length)),
    query === undefined ? "" : `?${queryWithoutValues(query)}`,
    fragment === undefined ? "" : `#${fragment === "" ? "" : leftOut}`,
  ].join("");
}

/** Printable ASCII: nothing that turns, hides or imitates letters. */
function printable(text: string): string {
  const shown = text.replace(/[^\x21-\x7e…]/gu, (sign) => encodeURIComponent(sign.toWellFormed()));
  return shown.length > lengthLimit ? `${shown.slice(0, lengthLimit)}${leftOut}` : shown;
}

/**
 * A received redirect URI as it may be kept: without values of a query, without a fragment, user name or password, and
 * nothing at all of a text that is no address.
 */
export function withoutValues(received: string): string {
  const text = received.slice(0, 4 * lengthLimit).replaceAll(leftOut, "%E2%80%A6");
  if (addressLike.test(text)) return printable(withoutValuesOf(text));
  const once = decoded(text);
  if (!addressLike.test(once)) return leftOut;
  return printable(
    withoutValuesOf(once).replace(/[^…]+/g, (part) => encodeURIComponent(part.toWellFormed())),
  );
}
