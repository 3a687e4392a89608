import type { Insertable } from "kysely";
import type { TesterName } from "../port/testers.ts";
import type { Profile, Unique, User, UserStore } from "../port/users.ts";
import { caseless, inserted, updated } from "./columns.ts";
import type { Db, UserTable } from "./database.ts";
import { revokeAll } from "./families.ts";
import { held } from "./held.ts";
import { prepared } from "./prepared.ts";
import { forgetInvitations } from "./testers.ts";
import { nextUserId, reserveUserIds, retireUserId } from "./user-ids.ts";
import { activeSuperAdmins, pageOfUsers, searchUsers } from "./user-lists.ts";
import { userOf, userRow } from "./user-rows.ts";

export function userStore(db: Db): UserStore {
  return {
    create: (user) => create(db, user),
    find: (id) => find(db, id),
    findByEmail: (email) => findBy(db, "email_key", caseless(email)),
    findByUsername: (username) => findBy(db, "username_key", caseless(username)),
    findByPhoneNumber: (e164) => findBy(db, "phone_number", e164),
    updateProfile: (id, change) => updateProfile(db, id, change),
    setPassword: async (id, hash, at) => {
      await set(db, id, { password_hash: hash, password_changed_at: at });
    },
    rehashPassword: async (id, from, to) => {
      await db
        .updateTable("users")
        .set({ password_hash: to })
        .where("id", "=", id)
        .where("password_hash", "=", from)
        .execute();
    },
    verifyEmail: async (id, email, at) =>
      updated(
        await db
          .updateTable("users")
          .set({ email_verified_at: at })
          .where("id", "=", id)
          .where("email_key", "=", caseless(email))
          .executeTakeFirstOrThrow(),
      ),
    setEmail: (id, email, at) =>
      setUnique(db, id, { email, email_key: caseless(email), email_verified_at: at }),
    setPhoneNumber: (id, e164) => setUnique(db, id, { phone_number: e164 }),
    setStatus: (id, status) => set(db, id, { status }),
    setRole: (id, role) => set(db, id, { role }),
    setLocale: async (id, locale) => {
      await set(db, id, { locale });
    },
    setPicture: (id, picture) => set(db, id, { picture }),
    delete: (id, at) => remove(db, id, at),
    reserveIds: (through) => reserveUserIds(db, through),
    page: (filter, limit, before) => pageOfUsers(db, filter, limit, before),
    search: (search, limit, after) => searchUsers(db, search, limit, after),
    activeSuperAdmins: (limit) => activeSuperAdmins(db, limit),
    isEmpty: async () => {
      const anyone = await db.selectFrom("users").select("id").limit(1).executeTakeFirst();
      return anyone === undefined;
    },
  };
}

type Key = "id" | "email_key" | "username_key" | "phone_number";
type Change = Partial<
  Record<"status" | "role" | "locale" | "password_hash", string> & {
    password_changed_at: number;
    picture: string | null;
  }
>;

type UniqueChange = Partial<
  Record<"email" | "email_key" | "phone_number", string> & { email_verified_at: number }
>;

async function create(db: Db, user: Parameters<UserStore["create"]>[0]): ReturnType<UserStore["create"]> {
  for (;;) {
    const id = user.id ?? (await nextUserId(db));
    const row = userRow(user, id);
    const result = await db
      .insertInto("users")
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    if (inserted(result)) return { id };
    const taken = await firstTaken(db, row);
    // A number of the counter's that another node gave by hand at this moment; or whoever was in the way has just gone.
    if (taken !== undefined && !(taken === "id" && user.id === undefined)) return { taken };
  }
}

async function firstTaken(db: Db, row: Insertable<UserTable>): Promise<Unique | undefined> {
  const keys: readonly (readonly [Unique, Key, string | number | null | undefined])[] = [
    ["id", "id", row.id],
    ["email", "email_key", row.email_key],
    ["phoneNumber", "phone_number", row.phone_number],
    ["username", "username_key", row.username_key],
  ];
  for (const [unique, column, value] of keys) {
    if (value != null && (await findBy(db, column, value))) return unique;
  }
  return undefined;
}

const selectUser = prepared((db, id: number) =>
  held(db, "users", db.selectFrom("users").selectAll().where("id", "=", id)),
);

async function find(db: Db, id: number): Promise<User | undefined> {
  const [row] = (await selectUser(db, id)).rows;
  return row && userOf(row);
}

async function findBy(db: Db, column: Key, value: string | number): Promise<User | undefined> {
  const found = db.selectFrom("users").selectAll().where(column, "=", value);
  const row = await held(db, "users", found).executeTakeFirst();
  return row && userOf(row);
}

async function updateProfile(db: Db, id: number, change: Partial<Profile>): Promise<User | undefined> {
  const columns = {
    name: change.name,
    gender: change.gender,
    bio: change.bio,
    place_of_birth: change.placeOfBirth,
    date_of_birth: change.dateOfBirth,
    address: change.address,
  };
  if (Object.values(columns).every((value) => value === undefined)) return findBy(db, "id", id);
  const row = await db
    .updateTable("users")
    .set(columns)
    .where("id", "=", id)
    .returningAll()
    .executeTakeFirst();
  return row && userOf(row);
}

async function set(db: Db, id: number, change: Change): Promise<boolean> {
  return updated(await db.updateTable("users").set(change).where("id", "=", id).executeTakeFirstOrThrow());
}

/**
 * Two who want the same value at the same moment take turns: creating users holds the same counter. A violated constraint
 * would end the unit on PostgreSQL.
 */
async function setUnique(db: Db, id: number, change: UniqueChange): Promise<boolean> {
  const counter = db.selectFrom("counters").select("value").where("name", "=", "users");
  await held(db, "counters", counter).executeTakeFirst();
  const { email_key, phone_number } = change;
  const owner = email_key
    ? await findBy(db, "email_key", email_key)
    : await findBy(db, "phone_number", phone_number ?? "");
  if (owner && owner.id !== id) return false;
  return updated(await db.updateTable("users").set(change).where("id", "=", id).executeTakeFirstOrThrow());
}

async function remove(db: Db, id: number, at: number): Promise<boolean> {
  const user = await find(db, id);
  if (!user) return false;
  await db.deleteFrom("users").where("id", "=", id).execute();
  await forgetInvitations(db, namesOf(user));
  await retireUserId(db, id);
  await revokeAll(db, id, "consent_revoked", at);
  return true;
}

/** Everything an account is known by, proven or not. */
function namesOf({ email, username, phoneNumber }: User): readonly TesterName[] {
  const names = { email, username, phone: phoneNumber } as const;
  return Object.entries(names).flatMap(([kind, value]) =>
    value === null ? [] : [{ kind: kind as TesterName["kind"], value }],
  );
}
