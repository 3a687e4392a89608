import { z } from "zod";
import { apiError } from "../../../errors/catalogue-error.ts";
import type { Call } from "../../../web/call.ts";
import { type Place, readPlace, signedPlace } from "../../../web/cursor.ts";

export const pageSize = 50;

/** Where a page of a list begins: `next` of the page before. */
export const after = z
  .string()
  .optional()
  .meta({ description: "Where the page begins: `next` of the page before." });

/** `next` of an answer. */
export const next = z
  .string()
  .nullable()
  .meta({ description: "To be sent as `after` for the next page; null on the last one." });

/** A list of the API by its name: its places are good for no other list. */
export function placesOf({ site }: Call, name: string) {
  const list = `api ${name}`;
  /** Throws `cursor_invalid`. */
  const read = (given: string | undefined) => {
    if (given === undefined) return undefined;
    const place = readPlace(site, list, given);
    if (!place) throw apiError("validation_error", "cursor_invalid");
    return place;
  };
  return {
    read,
    /** The page that begins there. */
    asked: (given: string | undefined) => ({ size: pageSize, place: read(given) }),
    give: (place: Place | undefined) => (place === undefined ? null : signedPlace(site, list, place)),
  };
}

/** A moment as the management API writes it. */
export function momentOf(at: number): string {
  return new Date(at).toISOString();
}

export const moment = z.iso.datetime();
