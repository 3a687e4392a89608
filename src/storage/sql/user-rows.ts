import type { Insertable, Selectable } from "kysely";
import type { Gender, NewUser, Role, User } from "../port/users.ts";
import { caseless } from "./columns.ts";
import type { UserTable } from "./database.ts";

export function userRow(user: NewUser, id: number): Insertable<UserTable> {
  return {
    id,
    name: user.name,
    email: user.email,
    email_key: user.email === null ? null : caseless(user.email),
    email_verified_at: user.emailVerifiedAt,
    phone_number: user.phoneNumber,
    username: user.username,
    username_key: user.username === null ? null : caseless(user.username),
    password_hash: user.passwordHash,
    password_changed_at: user.passwordChangedAt,
    gender: user.gender,
    bio: user.bio,
    place_of_birth: user.placeOfBirth,
    date_of_birth: user.dateOfBirth,
    address: user.address,
    picture: user.picture,
    role: user.role,
    status: user.status,
    locale: user.locale,
    created_at: user.createdAt,
  };
}

export function userOf(row: Selectable<UserTable>): User {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    emailVerifiedAt: row.email_verified_at,
    phoneNumber: row.phone_number,
    username: row.username,
    passwordHash: row.password_hash,
    passwordChangedAt: row.password_changed_at,
    gender: row.gender as Gender | null,
    bio: row.bio,
    placeOfBirth: row.place_of_birth,
    dateOfBirth: row.date_of_birth,
    address: row.address,
    picture: row.picture,
    role: row.role as Role,
    status: row.status as User["status"],
    locale: row.locale,
    createdAt: row.created_at,
  };
}
