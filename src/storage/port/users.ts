import type { Instant } from "./time.ts";

export type Gender = "male" | "female" | "other";
/** Each may do what those before it may: an admin runs the service, a super-admin decides who is an admin. */
export const roles = ["user", "admin", "super-admin"] as const;
export type Role = (typeof roles)[number];

/** What the user API and the account page show and change. */
export interface Profile {
  readonly name: string;
  readonly gender: Gender | null;
  readonly bio: string | null;
  readonly placeOfBirth: string | null;
  /** `YYYY-MM-DD` */
  readonly dateOfBirth: string | null;
  readonly address: string | null;
}

export interface User extends Profile {
  readonly id: number;
  readonly email: string | null;
  readonly emailVerifiedAt: Instant | null;
  /** E.164; present only once verified. */
  readonly phoneNumber: string | null;
  readonly username: string | null;
  /** PHC string (`$argon2id$…`), null when the person signs in without a password. */
  readonly passwordHash: string | null;
  readonly passwordChangedAt: Instant | null;
  /** Name of the person's picture in the picture store, or null. */
  readonly picture: string | null;
  readonly role: Role;
  readonly status: "active" | "disabled";
  /** BCP 47 tag of the language the person chose, or null. */
  readonly locale: string | null;
  readonly createdAt: Instant;
}

export type NewUser = Omit<User, "id"> & { readonly id?: number };
export type Unique = "id" | "email" | "phoneNumber" | "username";

/** Lists that stay short of the whole: an index has their order. */
export interface UserFilter {
  readonly role?: Exclude<Role, "user">;
  readonly status?: "disabled";
}

export interface UserSearch {
  readonly field: "email" | "username" | "phoneNumber" | "name";
  /** Regardless of the case of a-z. */
  readonly prefix: string;
}

/** Where a user stands among those of a search. */
export interface UserPlace {
  readonly key: string;
  readonly id: number;
}

export interface UserMatch {
  readonly user: User;
  /** By what they were found and sorted. */
  readonly key: string;
}

export interface UserStore {
  /** Gives the next id unless one is given. E-mail addresses and usernames are unique regardless of case. */
  create(user: NewUser): Promise<{ readonly id: number } | { readonly taken: Unique }>;
  find(id: number): Promise<User | undefined>;
  findByEmail(email: string): Promise<User | undefined>;
  findByUsername(username: string): Promise<User | undefined>;
  findByPhoneNumber(e164: string): Promise<User | undefined>;
  /** Changes only the given fields; resolves to the stored user, or undefined when there is none. */
  updateProfile(id: number, change: Partial<Profile>): Promise<User | undefined>;
  setPassword(id: number, passwordHash: string, at: Instant): Promise<void>;
  /** Replaces a hash by a stronger one of the same password; nothing else changes, and nothing if the hash changed meanwhile. */
  rehashPassword(id: number, from: string, to: string): Promise<void>;
  /** False, and nothing changes, when this is not (any more) the user's address. */
  verifyEmail(id: number, email: string, at: Instant): Promise<boolean>;
  /** Gives the user a proven address instead of the one they had; false, and nothing changes, when somebody else has it. */
  setEmail(id: number, email: string, at: Instant): Promise<boolean>;
  /** The same for a proven number. */
  setPhoneNumber(id: number, e164: string): Promise<boolean>;
  setStatus(id: number, status: User["status"]): Promise<boolean>;
  setRole(id: number, role: Role): Promise<boolean>;
  setLocale(id: number, locale: string): Promise<void>;
  /** The name of the person's picture in the picture store, or none; false when there is no such user. */
  setPicture(id: number, name: string | null): Promise<boolean>;
  /**
   * Removes the user and everything that belongs to them; their codes and tokens stay known as revoked ("consent_revoked").
   * The id is never given to anybody else by the counter. False when there was none.
   */
  delete(id: number, at: Instant): Promise<boolean>;
  isEmpty(): Promise<boolean>;
  /** Highest number first; `before` is the last one seen. */
  page(filter: UserFilter, limit: number, before?: number): Promise<readonly User[]>;
  /** Whose field begins so, in the order of its bytes; `after` is the last one seen. */
  search(search: UserSearch, limit: number, after?: UserPlace): Promise<readonly UserMatch[]>;
  /** The first super-admins who may sign in. Units that ask come one after another, so that two cannot each keep only the other. */
  activeSuperAdmins(limit: number): Promise<readonly number[]>;
  /** From now on the counter gives only ids above this one: those up to it may be known to applications. */
  reserveIds(through: number): Promise<void>;
}
