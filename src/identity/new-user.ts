import type { Instant } from "../storage/port/time.ts";
import type { NewUser } from "../storage/port/users.ts";

/** A person as they begin: an active user with nothing but a name and what `known` says beside. */
export function newUser(name: string, createdAt: Instant, known: Partial<NewUser>): NewUser {
  return {
    name,
    email: null,
    emailVerifiedAt: null,
    phoneNumber: null,
    username: null,
    passwordHash: null,
    passwordChangedAt: null,
    gender: null,
    bio: null,
    placeOfBirth: null,
    dateOfBirth: null,
    address: null,
    picture: null,
    role: "user",
    status: "active",
    locale: null,
    createdAt,
    ...known,
  };
}
