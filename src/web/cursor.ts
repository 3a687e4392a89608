import { apiError } from "../errors/catalogue-error.ts";
import type { AppContext, Site } from "./context.ts";

/** A place in a list: the values that its order goes by. */
export type Place = readonly (string | number)[];

const shape = /^([A-Za-z0-9_-]{1,900})\.([A-Za-z0-9_-]{43})$/;

/** A place as it is given away: signed, so that nobody brings one that this server did not give for this very list. */
export function signedPlace({ keys }: Pick<Site, "keys">, list: string, place: Place): string {
  const text = Buffer.from(JSON.stringify(place)).toString("base64url");
  return `${text}.${keys.sign("cursor", `${list} ${text}`)}`;
}

/** The place as it comes back; undefined for what was not given for this list. */
export function readPlace({ keys }: Pick<Site, "keys">, list: string, given: string): Place | undefined {
  const [, text = "", signature = ""] = shape.exec(given) ?? [];
  if (!keys.verify("cursor", `${list} ${text}`, signature)) return undefined;
  return JSON.parse(Buffer.from(text, "base64url").toString("utf8")) as Place;
}

/** A place as it stands in an address. */
export function cursorOf(c: AppContext, list: string, place: Place): string {
  return signedPlace(c.var.site, list, place);
}

/** The place after which the asked-for page of a list begins (`?after=`); undefined for the first. Throws `list_place_unknown`. */
export function placeAsked(c: AppContext, list: string): Place | undefined {
  const after = c.req.query("after");
  if (after === undefined) return undefined;
  const place = readPlace(c.var.site, list, after);
  if (!place) throw apiError("validation_error", "list_place_unknown");
  return place;
}
