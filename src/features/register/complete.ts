import { apiError } from "../../errors/catalogue-error.ts";
import { newUser } from "../../identity/new-user.ts";
import type { Challenge } from "../../storage/port/challenges.ts";
import type { NewUser } from "../../storage/port/users.ts";
import type { AppContext } from "../../web/context.ts";
import { type Advance, enter } from "../../web/enter.ts";
import { type Pending, pendingOf } from "./pending.ts";

/** What an account begins with, by what was proven. */
function proven({ email, phoneNumber, passwordHash }: Pending, now: number): Partial<NewUser> {
  const passwordChangedAt = passwordHash === null ? null : now;
  const password = { passwordHash, passwordChangedAt };
  return phoneNumber === undefined
    ? { ...password, email, emailVerifiedAt: now }
    : { ...password, phoneNumber };
}

/**
 * Opens the account of a registration whose address or number is proven. A number that has an account leads to that one:
 * the code proves no less than at sign-in. "used": another request was quicker; "taken": the address got an account in
 * the meantime (or had one all along).
 */
async function openAccount(
  c: AppContext,
  challenge: Challenge,
): Promise<{ readonly userId: number } | "used" | "taken"> {
  const { storage, clock } = c.var.site;
  const pending = pendingOf(challenge);
  const now = clock();
  return storage.write(async ({ challenges, users }) => {
    if (!(await challenges.use(challenge.id, now))) return "used";
    const owner = pending.phoneNumber && (await users.findByPhoneNumber(pending.phoneNumber));
    if (owner) return { userId: owner.id };
    const created = await users.create(newUser(pending.name, now, proven(pending, now)));
    return "taken" in created ? "taken" : { userId: created.id };
  });
}

/** Opens the account and goes on to what the person came for. */
export async function complete(
  c: AppContext,
  advance: Advance,
  challenge: Challenge,
): Promise<Response | "used" | "taken"> {
  const opened = await openAccount(c, challenge);
  if (typeof opened === "string") return opened;
  const pending = pendingOf(challenge);
  const answer = await enter(
    c,
    advance,
    opened.userId,
    pending,
    (now) => pending.phoneNumber === undefined || now.phoneNumber === pending.phoneNumber,
  );
  if (answer) return answer;
  if (pending.phoneNumber === undefined) return "taken";
  throw apiError("permission_denied", "user_disabled");
}
