import type { User } from "../../storage/port/users.ts";

/** `GET /api/user` (contract §6): this order, nulls present. */
export function userBody(user: User, issuer: string) {
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
export function detailsBody(user: User, issuer: string) {
  return {
    ...userBody(user, issuer),
    bio: user.bio,
    phone_number: user.phoneNumber,
    place_of_birth: user.placeOfBirth,
    date_of_birth: user.dateOfBirth,
    address: user.address,
  };
}
