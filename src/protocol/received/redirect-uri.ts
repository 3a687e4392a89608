import { isSecretLike } from "./secret-like.ts";

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
      const isName = value.length > 0 && plainName.test(name) && !isSecretLike(name);
      return isName ? `${name}=${leftOut}` : leftOut;
    })
    .join("&");
}

/**
 * Without what follows an equals sign, what was a query or fragment before somebody encoded it into the path, and what
 * looks like a secret.
 */
function pathWithoutValues(path: string): string {
  return path
    .replace(/(=|%3d|%3f|%23)[^/;&]*/gi, (_, sign: string) => `${sign}${leftOut}`)
    .split("/")
    .map((segment) => (isSecretLike(segment) ? leftOut : segment))
    .join("/");
}

/** A scheme or a host with its port. A name with dots is known to the world; all else may be the start of a password. */
function isPlace(text: string): boolean {
  const [, name = ""] = /^(\[[\da-f:.]*\]|[^:]*)(?::\d*)?$/i.exec(text) ?? [];
  return name !== "" && (name.includes(".") || name.startsWith("[") || !isSecretLike(name));
}

function authorityWithoutUser(scheme: string, authority: string): string | undefined {
  const at = authority.lastIndexOf("@");
  const place = authority.slice(at + 1);
  if (place !== "" && !isPlace(place)) return undefined;
  return `${scheme}//${at < 0 ? "" : `${leftOut}@`}${place}`;
}

/** The address up to its query. */
function placeAndPath(start: string): string {
  const [all, scheme = "", authority = ""] = /^([a-z][a-z0-9+.-]*:)?\/\/([^/]*)/i.exec(start) ?? [];
  if (all !== undefined) {
    const place = authorityWithoutUser(scheme, authority);
    return place === undefined ? `${scheme}//${leftOut}` : place + pathWithoutValues(start.slice(all.length));
  }
  const [first = "", ...rest] = start.split("/");
  const kept = first === "" || (!first.includes("@") && isPlace(first)) ? first : leftOut;
  return [kept, ...(rest.length > 0 ? [pathWithoutValues(rest.join("/"))] : [])].join("/");
}

function withoutValuesOf(uri: string): string {
  const [, start = "", query, fragment] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(uri) ?? [];
  return [
    placeAndPath(start),
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
