import { expect, it } from "vitest";
import { aUser } from "../../../../test/support/records.ts";
import type { User, UserStore } from "../../../storage/port/users.ts";
import type { Place } from "../../../web/cursor.ts";
import { searchedPage, searchesFor } from "./search.ts";

it.each([
  ["ayu@contoh", ["email ayu@contoh"]],
  ["Ayu", ["name Ayu", "username Ayu", "email Ayu"]],
  ["0812 34", ["phoneNumber +6281234", "name 0812 34", "username 0812 34", "email 0812 34"]],
  ["+65 9", ["phoneNumber +659", "name +65 9", "username +65 9", "email +65 9"]],
  ["62812", ["phoneNumber +62812", "name 62812", "username 62812", "email 62812"]],
])("looks for %s in the fields that it can be in", (text, fields) => {
  expect(searchesFor(text).map(({ field, prefix }) => `${field} ${prefix}`)).toEqual(fields);
});

/** Finds as a database does, by what the user's fields begin with. */
function among(people: readonly User[]): Pick<UserStore, "search"> {
  return {
    search: async ({ field, prefix }, limit, after) =>
      people
        .map((user) => ({ user, key: user[field] ?? "" }))
        .filter(({ key }) => key.startsWith(prefix))
        .sort((a, b) => (a.key === b.key ? a.user.id - b.user.id : a.key < b.key ? -1 : 1))
        .filter(({ key, user }) => !after || key > after.key || (key === after.key && user.id > after.id))
        .slice(0, limit),
  };
}

async function everyPage(people: readonly User[], text: string, size: number) {
  const pages: number[][] = [];
  let from: Place | undefined;
  for (let page = 0; page < 1000; page++) {
    const { users, next } = await searchedPage(among(people), searchesFor(text), size, from);
    pages.push(users.map(({ id }) => id));
    if (!next) return pages;
    from = next;
  }
  throw new Error("It never ends.");
}

const person = (id: number, name: string, email: string | null = null, username: string | null = null) =>
  aUser({ id, name, email, username, phoneNumber: null });

it("shows everybody once, field after field, whatever the size of a page", async () => {
  const people = [
    person(1, "ayu", "ayu@contoh.id", "ayu1"),
    person(2, "budi", "ayu.b@contoh.id", "ayub"),
    person(3, "ayunda"),
    person(4, "citra", "ayuc@contoh.id"),
    person(5, "dewi", "dewi@contoh.id", "dewi"),
  ];
  for (const size of [1, 2, 3, 10])
    expect((await everyPage(people, "ayu", size)).flat()).toEqual([1, 3, 2, 4]);
});

it("asks only so often when nearly all were shown before, and goes on from there", async () => {
  const many = Array.from({ length: 300 }, (_, index) => {
    const text = `a${String(index).padStart(3, "0")}`;
    return person(index + 1, text, `${text}@contoh.id`, text);
  });
  const pages = await everyPage([...many, person(999, "zed", "azed@contoh.id")], "a", 5);
  expect(pages.flat()).toHaveLength(301);
  expect(pages.flat().at(-1)).toBe(999);
});
