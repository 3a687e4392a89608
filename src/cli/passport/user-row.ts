import {
  normaliseEmail,
  normalisePhone,
  normaliseUsername,
  usernameProblem,
} from "../../identity/contact.ts";
import { newUser } from "../../identity/new-user.ts";
import { parsePasswordHash } from "../../identity/password-hash.ts";
import { type ProfileField, profileFields, readProfileChange } from "../../identity/profile.ts";
import { bcryptCost } from "../../protocol/bcrypt-hash.ts";
import type { NewUser, Profile } from "../../storage/port/users.ts";
import { hasColumn, momentOf, textOf, truthOf } from "./columns.ts";
import type { DumpRow } from "./dump.ts";
import type { NoteReason, Read } from "./reasons.ts";

export type ImportedUser = NewUser & { readonly id: number };

/** Far above any real number of users, and far below where numbers stop being exact. */
const largestId = 1e12;
const phoneColumns = ["phone_number", "phone", "whatsapp_number", "whatsapp"];
const phoneVerified = ["phone_number_verified_at", "phone_verified_at", "whatsapp_verified_at"];

/** The id of a row, also of one that is not taken: applications may know it. */
export function userIdOf(row: DumpRow): number | undefined {
  const text = textOf(row, "id") ?? "";
  const id = /^[1-9]\d{0,12}$/.test(text) ? Number(text) : Number.NaN;
  return id <= largestId ? id : undefined;
}

const genders = new Map([
  ["m", "male"],
  ["l", "male"],
  ["laki-laki", "male"],
  ["pria", "male"],
  ["f", "female"],
  ["p", "female"],
  ["perempuan", "female"],
  ["wanita", "female"],
]);

/** What there is of these fields; those that do not fit the rules here are left out, but for the name. */
function profileOf(row: DumpRow, now: number, notes: NoteReason[]): Partial<Profile> | undefined {
  const gender = textOf(row, "gender", "jenis_kelamin")?.toLowerCase();
  const wanted: Partial<Record<ProfileField, string | undefined>> = {
    name: textOf(row, "name"),
    gender: gender === undefined ? undefined : (genders.get(gender) ?? gender),
    bio: textOf(row, "bio", "about"),
    place_of_birth: textOf(row, "place_of_birth", "birth_place"),
    date_of_birth: textOf(row, "date_of_birth", "birth_date")?.slice(0, 10),
    address: textOf(row, "address"),
  };
  const today = new Date(now).toISOString().slice(0, 10);
  const given = new Map(Object.entries(wanted).filter(([, value]) => value !== undefined));
  const first = readProfileChange(Object.fromEntries(given), today);
  if ("change" in first) return first.change;
  for (const field of profileFields) {
    if (!first.problems[field]) continue;
    if (field === "name") return undefined;
    notes.push(`${field}_invalid`);
    given.delete(field);
  }
  const rest = readProfileChange(Object.fromEntries(given), today);
  return "change" in rest ? rest.change : undefined;
}

interface Identifiers {
  readonly email: string | null;
  readonly emailVerifiedAt: number | null;
  readonly phoneNumber: string | null;
  readonly username: string | null;
}

function emailOf(row: DumpRow, notes: NoteReason[]): Pick<Identifiers, "email" | "emailVerifiedAt"> {
  const typed = textOf(row, "email");
  const email = typed === undefined ? null : (normaliseEmail(typed) ?? null);
  const emailVerifiedAt = email === null ? null : (momentOf(row, "email_verified_at") ?? null);
  if (typed !== undefined && email === null) notes.push("email_invalid");
  if (email !== null && emailVerifiedAt === null) notes.push("email_unverified");
  return { email, emailVerifiedAt };
}

/**
 * A number counts only when it was verified. A dump that does not say so is believed where the number is all that a person
 * has: they can only have registered with it, by a code sent to it.
 */
function phoneOf(row: DumpRow, email: string | null, notes: NoteReason[]): string | null {
  const typed = textOf(row, ...phoneColumns);
  if (typed === undefined) return null;
  const number = normalisePhone(typed);
  if (number === undefined) notes.push("phone_invalid");
  const said = hasColumn(row, ...phoneVerified);
  const verified = said ? momentOf(row, ...phoneVerified) !== undefined : email === null;
  if (number !== undefined && !verified) notes.push("phone_unverified");
  return number !== undefined && verified ? number : null;
}

function usernameOf(row: DumpRow, notes: NoteReason[]): string | null {
  const typed = textOf(row, "username");
  if (typed === undefined) return null;
  const username = normaliseUsername(typed);
  if (usernameProblem(username) === undefined) return username;
  notes.push("username_invalid");
  return null;
}

/** bcrypt is verified and made anew at the next sign-in, argon2 is verified as it is. */
function passwordOf(row: DumpRow, notes: NoteReason[]): string | null {
  const hash = textOf(row, "password");
  if (hash === undefined) {
    notes.push("password_missing");
    return null;
  }
  if (bcryptCost(hash) !== undefined || parsePasswordHash(hash) !== undefined) return hash;
  notes.push("password_unsupported");
  return null;
}

const disabledStates = new Set(["disabled", "inactive", "banned", "blocked", "suspended"]);

function isDisabled(row: DumpRow): boolean {
  const inactive = hasColumn(row, "is_active") && !truthOf(row, "is_active");
  const state = textOf(row, "status")?.toLowerCase() ?? "";
  return inactive || disabledStates.has(state) || textOf(row, "banned_at", "blocked_at") !== undefined;
}

function wasAdmin(row: DumpRow): boolean {
  return truthOf(row, "is_admin") || /^(super[-_ ]?)?admin/i.test(textOf(row, "role") ?? "");
}

/** A row of Laravel's `users`, with the columns that such applications add. */
export function readUser(row: DumpRow, now: number): Read<ImportedUser> {
  const id = userIdOf(row);
  if (id === undefined) return { skipped: "id_invalid" };
  if (textOf(row, "deleted_at") !== undefined) return { skipped: "deleted" };
  if (textOf(row, "name") === undefined) return { skipped: "name_missing" };
  const notes: NoteReason[] = [];
  const profile = profileOf(row, now, notes);
  if (!profile?.name) return { skipped: "name_invalid" };
  const { email, emailVerifiedAt } = emailOf(row, notes);
  const phoneNumber = phoneOf(row, email, notes);
  const username = usernameOf(row, notes);
  if (email === null && phoneNumber === null && username === null) return { skipped: "no_identifier" };
  const passwordHash = passwordOf(row, notes);
  if (wasAdmin(row)) notes.push("admin_not_taken");
  const thing = {
    ...newUser(profile.name, momentOf(row, "created_at") ?? now, profile),
    id,
    email,
    emailVerifiedAt,
    phoneNumber,
    username,
    passwordHash,
    status: isDisabled(row) ? ("disabled" as const) : ("active" as const),
  };
  return { thing, notes };
}
