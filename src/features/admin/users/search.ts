import type { User, UserPlace, UserSearch, UserStore } from "../../../storage/port/users.ts";
import type { Place } from "../../../web/cursor.ts";

/** People that a text finds, and where the next page begins when there are more. */
export interface Found {
  readonly users: readonly User[];
  readonly next: Place | undefined;
}

/** How often the database is asked for one page, at most: whoever matches in two fields is shown once, and skipped then. */
const rounds = 8;

/** A number as it is stored begins with its country; without one it is Indonesian (`08…`), as everywhere here. */
function numberPrefix(text: string): string | undefined {
  if (!/^[+＋]?[\d\s().-]{2,}$/.test(text)) return undefined;
  const digits = text.replace(/\D/g, "");
  if (/^[+＋]/.test(text)) return `+${digits}`;
  return digits.startsWith("0") ? `+62${digits.slice(1)}` : `+${digits}`;
}

/** The fields in which a text is looked for, in their order. */
export function searchesFor(text: string): readonly UserSearch[] {
  if (text.includes("@")) return [{ field: "email", prefix: text }];
  const number = numberPrefix(text);
  const byNumber = number === undefined ? [] : [{ field: "phoneNumber", prefix: number } as const];
  const byText = (["name", "username", "email"] as const).map((field) => ({ field, prefix: text }));
  return [...byNumber, ...byText];
}

function lower(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function fits(user: User, { field, prefix }: UserSearch): boolean {
  return lower(user[field] ?? "").startsWith(lower(prefix));
}

interface Position {
  readonly index: number;
  readonly after?: UserPlace | undefined;
}

function positionOf(place: Place | undefined): Position {
  const [index = 0, key, id] = place ?? [];
  if (key === undefined) return { index: Number(index) };
  return { index: Number(index), after: { key: String(key), id: Number(id) } };
}

function placeOf({ index, after }: Position): Place {
  return after ? [index, after.key, after.id] : [index];
}

/** One page of everybody whom one of the searches finds: those of the first, then those of the second whom it did not … */
export async function searchedPage(
  users: Pick<UserStore, "search">,
  searches: readonly UserSearch[],
  size: number,
  from?: Place,
): Promise<Found> {
  const found: { readonly user: User; readonly position: Position }[] = [];
  let position = positionOf(from);
  for (let round = 0; round < rounds; round++) {
    const { index } = position;
    const search = searches[index];
    if (!search) return { users: found.map(({ user }) => user), next: undefined };
    const matches = await users.search(search, size + 1, position.after);
    for (const { user, key } of matches) {
      const isShown = searches.slice(0, index).some((earlier) => fits(user, earlier));
      if (!isShown) found.push({ user, position: { index, after: { key, id: user.id } } });
    }
    const shown = found.slice(0, size);
    const last = shown.at(-1);
    if (last && found.length > size)
      return { users: shown.map(({ user }) => user), next: placeOf(last.position) };
    const end = matches.length > size ? matches.at(-1) : undefined;
    position = end ? { index, after: { key: end.key, id: end.user.id } } : { index: index + 1 };
  }
  return { users: found.map(({ user }) => user), next: placeOf(position) };
}
