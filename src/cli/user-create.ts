import { normaliseEmail, normalisePhone, normaliseUsername, usernameProblem } from "../identity/contact.ts";
import { newUser } from "../identity/new-user.ts";
import type { NewUser, Unique } from "../storage/port/users.ts";
import { auditUser } from "./audit.ts";
import { type Command, CommandFailure, type Input, type Option, UsageError, wrongOption } from "./command.ts";
import { newPasswordHash, password, passwordStdin } from "./new-password.ts";
import { line, wholeNumber } from "./values.ts";

const name: Option = {
  name: "name",
  value: "NAME",
  about: "what people call the person",
  example: "Ayu Lestari",
  required: true,
};
const email: Option = {
  name: "email",
  value: "EMAIL",
  about: "counts as verified",
  example: "ayu@example.com",
};
const phone: Option = {
  name: "phone",
  value: "NUMBER",
  about: "WhatsApp number, counts as verified",
  example: "+6281234567890",
};
const username: Option = { name: "username", value: "USERNAME", about: "unique", example: "ayu.lestari" };
const admin: Option = { name: "admin", about: "make the person an administrator" };
const id: Option = { name: "id", value: "N", about: "instead of the next free number", example: "12345" };

const optionOf: { readonly [U in Unique]: Option } = { id, email, phoneNumber: phone, username };

const usernameSaid = {
  too_short: "must have at least 3 characters",
  too_long: "may have at most 30 characters",
  characters: "may hold only a-z, 0-9, _ and .",
  no_letter: "must hold a letter",
  reserved: "is reserved",
} as const;

function normalised(
  input: Input,
  option: Option,
  normalise: (text: string) => string | undefined,
  wanted: string,
): string | null {
  const text = input.value(option);
  if (text === undefined) return null;
  const value = normalise(text);
  if (value === undefined) throw wrongOption(option, `must be ${wanted}`);
  return value;
}

function readUsername(input: Input): string | null {
  const text = input.value(username);
  if (text === undefined) return null;
  const value = normaliseUsername(text);
  const problem = usernameProblem(value);
  if (problem) throw wrongOption(username, usernameSaid[problem]);
  return value;
}

/** Everything but the password, checked before anything is done. */
function readPerson(input: Input, now: number): NewUser {
  const address = normalised(input, email, normaliseEmail, "an e-mail address");
  const number = normalised(input, phone, normalisePhone, "a phone number that exists");
  if (address === null && number === null)
    throw new UsageError(`--email or --phone is missing, for example --email ${email.example}.`);
  const given = wholeNumber(input, id, 1, Number.MAX_SAFE_INTEGER);
  return newUser(line(input, name, 100) ?? "", now, {
    ...(given === undefined ? {} : { id: given }),
    email: address,
    emailVerifiedAt: address === null ? null : now,
    phoneNumber: number,
    username: readUsername(input),
    role: input.given(admin) ? "admin" : "user",
  });
}

export const userCreate: Command = {
  name: "user create",
  about: "Creates a person who can sign in at once. A password may be left out when there is a phone number.",
  options: [name, email, phone, password, passwordStdin, username, admin, id],
  run: async (input, surroundings) => {
    const now = surroundings.clock();
    const person = readPerson(input, now);
    const passwordHash = await newPasswordHash(input, surroundings);
    if (passwordHash === undefined && person.phoneNumber === null)
      throw wrongOption(
        passwordStdin,
        "or --password is missing: without a phone number it is the only way in",
      );
    const user = passwordHash ? { ...person, passwordHash, passwordChangedAt: now } : person;
    const storage = await surroundings.storage("migrated");
    const made = await storage.write(async (all) => {
      const result = await all.users.create(user);
      if ("id" in result)
        await auditUser(surroundings, all, result.id, {
          action: "user.created",
          details: { role: user.role },
        });
      return result;
    });
    if ("taken" in made)
      throw new CommandFailure(
        `--${optionOf[made.taken].name} is taken by somebody else: nothing was created.`,
      );
    return { data: { id: made.id }, lines: [`Created user ${made.id}.`] };
  },
};
