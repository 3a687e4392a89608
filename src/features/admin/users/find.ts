import type { UserStore } from "../../../storage/port/users.ts";
import type { Place } from "../../../web/cursor.ts";
import { shownOf } from "../../../web/pager.tsx";
import { type Found, searchedPage, searchesFor } from "./search.ts";

export const longestSearch = 100;
export const shows = ["all", "admin", "super-admin", "disabled"] as const;
export type Show = (typeof shows)[number];

const filters = {
  all: {},
  admin: { role: "admin" },
  "super-admin": { role: "super-admin" },
  disabled: { status: "disabled" },
} as const;

/** People by the beginning of a text, or of a kind where there is none. */
export interface Wanted {
  readonly text: string;
  readonly show: Show;
}

export function searchText(given: string | undefined): string {
  return (given ?? "").normalize("NFC").trim().slice(0, longestSearch);
}

/** The list that a cursor belongs to. */
export function listName({ text, show }: Wanted): string {
  return text === "" ? `users ${show}` : `users that begin with ${text}`;
}

type Users = Pick<UserStore, "find" | "page" | "search">;

/** Whom the text finds; a whole number also finds the person of that number, first of all. */
async function searched(users: Users, text: string, size: number, place?: Place): Promise<Found> {
  const found = await searchedPage(users, searchesFor(text), size, place);
  const exact = /^[1-9]\d{0,14}$/.test(text) && !place ? await users.find(Number(text)) : undefined;
  if (!exact) return found;
  return { ...found, users: [exact, ...found.users.filter(({ id }) => id !== exact.id)] };
}

/** One page; highest number first where nothing is looked for. */
export async function findUsers(
  users: Users,
  { text, show }: Wanted,
  size: number,
  place?: Place,
): Promise<Found> {
  if (text !== "") return searched(users, text, size, place);
  const found = await users.page(filters[show], size + 1, place && Number(place[0]));
  const { entries, last } = shownOf(found, size);
  return { users: entries, next: last && [last.id] };
}
