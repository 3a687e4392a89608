import { ownError } from "./errors/own-error.ts";
import { type Answer, objectOf } from "./http/answer.ts";

/** What `view-user` allows to see; names are the wire's. */
export interface User {
  /** The stable key of a person; everything else may change. */
  readonly id: number;
  readonly name: string;
  /** Null for people who registered by WhatsApp. */
  readonly email: string | null;
  readonly profile_picture: string | null;
  readonly username: string | null;
  readonly gender: "male" | "female" | "other" | null;
}

/** What `detail-user` allows to see, once the application is approved for it. */
export interface UserDetails extends User {
  readonly bio: string | null;
  /** E.164, like `+6281234567890`. */
  readonly phone_number: string | null;
  readonly place_of_birth: string | null;
  /** `YYYY-MM-DD`. */
  readonly date_of_birth: string | null;
  readonly address: string | null;
}

/** What `edit-user` allows to change; null clears a field. */
export interface UserChange {
  readonly name?: string;
  readonly gender?: User["gender"];
  readonly bio?: string | null;
  readonly place_of_birth?: string | null;
  readonly date_of_birth?: string | null;
  readonly address?: string | null;
}

/** Refuses fields that `UserChange` does not have: a misspelled one beside a good one too. */
export type OnlyFields<Change> = { readonly [Field in Exclude<keyof Change, keyof UserChange>]: never };

/** The answer's object, if it is one and `fits`. */
export function shaped<Shape extends object>(
  { json, status }: Answer,
  fits: (body: Readonly<Record<string, unknown>>) => boolean,
): Shape {
  const body = objectOf(json);
  if (!(body && fits(body))) throw ownError("response_invalid", "unexpected_shape", { status });
  return body as Shape;
}
