import { z } from "zod";
import { genders } from "../../identity/profile.ts";
import type { User } from "../../storage/port/users.ts";

const text = z.string().nullable();

export const userSchema = z.strictObject({
  id: z.int(),
  name: z.string(),
  email: text,
  profile_picture: text,
  username: text,
  gender: z.enum(genders).nullable(),
});

export const detailsSchema = userSchema.extend({
  bio: text,
  phone_number: text,
  place_of_birth: text,
  date_of_birth: z.iso.date().nullable(),
  address: text,
});

/** `GET /api/user` (contract §6): this order, nulls present. */
export function userBody(user: User, issuer: string): z.output<typeof userSchema> {
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    profile_picture: user.picture === null ? null : `${issuer}/storage/avatars/${user.picture}`,
    username: user.username,
    gender: user.gender,
  };
}

/** `GET /api/user/details`: all of it and what only an approved application sees. */
export function detailsBody(user: User, issuer: string): z.output<typeof detailsSchema> {
  return {
    ...userBody(user, issuer),
    bio: user.bio,
    phone_number: user.phoneNumber,
    place_of_birth: user.placeOfBirth,
    date_of_birth: user.dateOfBirth,
    address: user.address,
  };
}
