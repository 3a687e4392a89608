import { z } from "zod";
import { isPlain, isVisible, type Lines, tidied } from "../protocol/plain-text.ts";
import type { Gender, Profile } from "../storage/port/users.ts";

/** The fields a person may change, by their names on the wire and in forms. */
export const profileFields = ["name", "gender", "bio", "place_of_birth", "date_of_birth", "address"] as const;
export type ProfileField = (typeof profileFields)[number];

export const genders: readonly Gender[] = ["male", "female", "other"];

/** Longest texts, in characters. */
export const profileLimits = { name: 100, bio: 200, place_of_birth: 100, address: 500 } as const;

/** What is wrong with one field; `limit` belongs to `too_long`. */
export interface ProfileProblem {
  readonly kind: ProfileProblemKind;
  readonly limit: number;
}

const kinds = [
  "empty",
  "not_text",
  "too_long",
  "characters",
  "not_a_gender",
  "not_a_date",
  "in_future",
] as const;
export type ProfileProblemKind = (typeof kinds)[number];

export type ReadProfile =
  | { readonly change: Partial<Profile> }
  | { readonly problems: { readonly [F in ProfileField]?: ProfileProblem } };

function text(limit: number, lines: Lines) {
  return z
    .string("not_text")
    .meta({ maxLength: limit })
    .transform(tidied)
    .refine((value) => isPlain(value, lines), { error: "characters", abort: true })
    .refine((value) => [...value].length <= limit, "too_long");
}

function clearableText(limit: number, lines: Lines = "one") {
  return text(limit, lines)
    .transform((value) => value || null)
    .nullable();
}

/** To build one takes longer than to use it a hundred times. */
let latest: { readonly today: string; readonly schema: ReturnType<typeof buildSchema> } | undefined;

/** `today` is `YYYY-MM-DD`, so that dates compare as texts. */
function schemaOn(today: string): ReturnType<typeof buildSchema> {
  if (latest?.today !== today) latest = { today, schema: buildSchema(today) };
  return latest.schema;
}

function buildSchema(today: string) {
  return z
    .object({
      name: text(profileLimits.name, "one").refine(isVisible, "empty"),
      gender: z.enum(genders, "not_a_gender").nullable(),
      bio: clearableText(profileLimits.bio, "many"),
      place_of_birth: clearableText(profileLimits.place_of_birth),
      date_of_birth: z.iso
        .date({ error: "not_a_date", abort: true })
        .refine((date) => date <= today, "in_future")
        .nullable(),
      address: clearableText(profileLimits.address, "many"),
    })
    .partial();
}

/** What may be asked for on any day, for those who describe it. */
export const profileInput = buildSchema("9999-12-31");

function problemOf(issue: z.core.$ZodIssue): readonly [ProfileField, ProfileProblem] {
  const field = profileFields.find((name) => name === issue.path[0]) ?? "name";
  const kind = kinds.find((name) => name === issue.message) ?? "not_text";
  const limit = field in profileLimits ? profileLimits[field as keyof typeof profileLimits] : 0;
  return [field, { kind, limit }];
}

/**
 * Reads what somebody wants changed; fields that are not there stay as they are, `null` or blank text clears all but the
 * name. Texts are trimmed and normalised. Fields of other names are none of its business. All problems at once, or none.
 */
export function readProfileChange(
  wanted: { readonly [F in ProfileField]?: unknown },
  today: string,
): ReadProfile {
  const parsed = schemaOn(today).safeParse(wanted);
  if (!parsed.success) {
    // The first problem of each field is the one that decides.
    return { problems: Object.fromEntries(parsed.error.issues.map(problemOf).reverse()) };
  }
  const { place_of_birth, date_of_birth, name, gender, bio, address } = parsed.data;
  return {
    change: {
      ...(name === undefined ? {} : { name }),
      ...(gender === undefined ? {} : { gender }),
      ...(bio === undefined ? {} : { bio }),
      ...(place_of_birth === undefined ? {} : { placeOfBirth: place_of_birth }),
      ...(date_of_birth === undefined ? {} : { dateOfBirth: date_of_birth }),
      ...(address === undefined ? {} : { address }),
    },
  };
}

/** Any day: a name has no date of birth to compare with it. */
const anyDay = "1970-01-01";

/** The name alone, as `readProfileChange` reads it. */
export function readName(text: string): { readonly name: string } | { readonly problem: ProfileProblem } {
  const read = readProfileChange({ name: text }, anyDay);
  if ("change" in read) return { name: read.change.name ?? "" };
  return { problem: read.problems.name ?? { kind: "empty", limit: 0 } };
}
