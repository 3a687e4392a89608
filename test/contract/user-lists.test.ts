import { expect, it } from "vitest";
import type { UserPlace, UserSearch } from "../../src/storage/port/users.ts";
import { onEveryEngine } from "./engines.ts";
import { aUser } from "./fixtures.ts";

onEveryEngine("Lists of users", (storage) => {
  const create = (...people: Parameters<typeof aUser>[0][]) =>
    storage().write(async ({ users }) => {
      for (const person of people) await users.create(aUser(person));
    });
  const search = (field: UserSearch["field"], prefix: string, limit = 10, after?: UserPlace) =>
    storage().committed.users.search({ field, prefix }, limit, after);
  const found = async (...asked: Parameters<typeof search>) =>
    (await search(...asked)).map(({ user }) => user.id);

  it("are searched by the beginning of each field, regardless of case, and by nothing else", async () => {
    await create(
      { id: 1, name: "Ayu Lestari", email: "Ayu@contoh.id", username: "Ayu.L", phoneNumber: "+62811" },
      { id: 2, name: "Bayu", email: "bayu@contoh.id", username: "bayu", phoneNumber: "+62812" },
      { id: 3, name: "ayunda", email: null },
    );
    expect(await found("name", "AYU")).toEqual([1, 3]);
    expect(await found("email", "aYU")).toEqual([1]);
    expect(await found("email", "ayu@contoh.id")).toEqual([1]);
    expect(await found("username", "ayu.")).toEqual([1]);
    expect(await found("phoneNumber", "+6281")).toEqual([1, 2]);
    expect(await found("email", "contoh")).toEqual([]);
  });

  it("take signs that mean something elsewhere for what they are", async () => {
    await create(
      { id: 1, name: "100% Budi", email: "a_b@contoh.id" },
      { id: 2, name: "100 Budi", email: "axb@contoh.id" },
      { id: 3, name: "_'; drop table users; --" },
      { id: 4, name: "بدر" },
    );
    expect(await found("name", "100%")).toEqual([1]);
    expect(await found("email", "a_")).toEqual([1]);
    expect(await found("name", "_'; drop")).toEqual([3]);
    expect(await found("name", "%")).toEqual([]);
    expect(await found("name", "بد")).toEqual([4]);
  });

  it("are read on in the order of bytes, whatever the database's language, also where names are the same", async () => {
    const names = ["an", "a-b", "a b", "A", "ab", "á", "a~", "ab"];
    await create(...names.map((name, index) => ({ id: index + 1, name })));
    const seen: string[] = [];
    let after: UserPlace | undefined;
    for (;;) {
      const [next] = await search("name", "a", 1, after);
      if (!next) break;
      seen.push(`${next.user.name} ${next.user.id}`);
      after = { key: next.key, id: next.user.id };
    }
    expect(seen).toEqual(["A 4", "a b 3", "a-b 2", "ab 5", "ab 8", "an 1", "a~ 7"]);
  });

  it("go by number, highest first, all or those of a role or state", async () => {
    await create(
      { id: 1, role: "admin" },
      { id: 2, status: "disabled" },
      { id: 3, role: "super-admin" },
      { id: 4, role: "admin", status: "disabled" },
    );
    const { users } = storage().committed;
    const page = async (...asked: Parameters<typeof users.page>) =>
      (await users.page(...asked)).map(({ id }) => id);
    expect(await page({}, 3)).toEqual([4, 3, 2]);
    expect(await page({}, 3, 2)).toEqual([1]);
    expect(await page({ role: "admin" }, 3)).toEqual([4, 1]);
    expect(await page({ status: "disabled" }, 3, 4)).toEqual([2]);
  });

  it("keep a super-admin when two at once take the role from each other", async () => {
    await create({ id: 1, role: "super-admin" }, { id: 2, role: "super-admin" });
    const demote = (id: number) =>
      storage().write(async ({ users }) => {
        const others = (await users.activeSuperAdmins(2)).filter((other) => other !== id);
        return others.length > 0 && users.setRole(id, "user");
      });
    expect((await Promise.all([demote(1), demote(2)])).toSorted()).toEqual([false, true]);
    expect(await storage().committed.users.activeSuperAdmins(2)).toHaveLength(1);
  });
});
