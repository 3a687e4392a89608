import { z } from "zod";
import { apiError } from "../../../errors/catalogue-error.ts";
import { defaultLocale } from "../../../i18n/locale.ts";
import { messages } from "../../../i18n/messages.ts";
import {
  normaliseEmail,
  normalisePhone,
  normaliseUsername,
  type UsernameProblem,
  usernameProblem,
} from "../../../identity/contact.ts";
import { greetingName } from "../../../identity/greeting-name.ts";
import { newUser } from "../../../identity/new-user.ts";
import { type ProfileProblem, readName } from "../../../identity/profile.ts";
import { mayAdminister } from "../../../identity/role.ts";
import { roles, type Unique } from "../../../storage/port/users.ts";
import { queueMail } from "../../../web/mail.ts";
import { newChallenge } from "../../../web/mailed-link.ts";
import { adminAct, type Desk } from "./act.ts";

export type NewUserProblem = ProfileProblem["kind"] | UsernameProblem | "not_an_address" | "not_a_number";

/** What is wrong with a field is told by name. */
function normalised(normalise: (text: string) => string | undefined, problem: NewUserProblem) {
  return z.string().transform((text, context) => {
    const value = normalise(text);
    if (value === undefined) context.addIssue(problem);
    return value ?? z.NEVER;
  });
}

const input = z
  .object({
    name: z.string().transform((text, context) => {
      const read = readName(text);
      if ("problem" in read) context.addIssue(read.problem.kind);
      return "name" in read ? read.name : z.NEVER;
    }),
    email: normalised(normaliseEmail, "not_an_address").optional(),
    phone_number: normalised(normalisePhone, "not_a_number").optional(),
    username: z
      .string()
      .transform(normaliseUsername)
      .superRefine((username, context) => {
        const problem = usernameProblem(username);
        if (problem) context.addIssue(problem);
      })
      .optional(),
    role: z.enum(roles).default("user"),
  })
  .refine(({ email, phone_number }) => email !== undefined || phone_number !== undefined, {
    error: "empty" satisfies NewUserProblem,
    path: ["email"],
  });

/** The field that somebody else has. */
export const takenField = {
  id: "name",
  email: "email",
  phoneNumber: "phone_number",
  username: "username",
} as const satisfies Record<Unique, string>;

/**
 * An account without a password: its address is written to with a link where one is chosen, which proves it; a number signs in
 * with a code. Says which of the fields somebody else has.
 */
export const createUser = adminAct({
  input,
  role: "admin",
  dangerous: true,
  run: async (desk, { name, email, phone_number, username, role }) => {
    if (role !== "user" && !mayAdminister(desk.actor.role, role))
      throw apiError("permission_denied", "super_admin_only");
    const made = await desk.all.users.create(
      newUser(name, desk.now, {
        email: email ?? null,
        phoneNumber: phone_number ?? null,
        username: username ?? null,
        role,
      }),
    );
    if ("taken" in made) return made;
    const target = { kind: "user", id: String(made.id) } as const;
    await desk.note({ action: "user.created", target, details: { role } });
    if (email !== undefined) await invite(desk, { id: made.id, name, email });
    return made;
  },
});

interface Invited {
  readonly id: number;
  readonly name: string;
  readonly email: string;
}

/** In the service's own language: nobody knows the person's yet. */
async function invite({ site, all }: Desk, { id, name, email }: Invited): Promise<void> {
  const { challenge, token } = newChallenge(site, {
    purpose: "reset_password",
    address: email.toLowerCase(),
    userId: id,
    payload: JSON.stringify({ interactionId: null }),
  });
  await all.challenges.create(challenge);
  const { subject, text } = messages(defaultLocale).mail.invited;
  const facts = {
    name: greetingName(name),
    service: site.name,
    link: `${site.issuer}/reset?token=${token}`,
    resetLink: `${site.issuer}/forgot`,
  };
  await queueMail(all, site, { to: email, subject, text: text(facts), link: facts.link });
}
