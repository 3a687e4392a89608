import { leaveNames } from "../../../identity/testers.ts";
import type { Repositories } from "../../../storage/port/storage.ts";
import type { User } from "../../../storage/port/users.ts";
import { act } from "../../../web/act.ts";
import type { Account } from "../../../web/browser-session.ts";
import type { AppContext } from "../../../web/context.ts";
import { queueNotice } from "../../../web/notice.ts";
import type { OwnCode } from "../../../web/one-time-code.ts";

/** An address or number that waits for its code. */
export interface WantedContact {
  readonly kind: "email" | "phone";
  /** As it will be stored. */
  readonly value: string;
}

/** The person is told where they were reached until now: if it was not them, that is where they still are. */
async function tell(repositories: Repositories, c: AppContext, before: User, { kind }: WantedContact) {
  const notice = kind === "email" ? "email_changed" : "number_changed";
  await queueNotice(repositories, c, before, notice);
  if (kind === "phone" && before.email !== null)
    await queueNotice(repositories, c, { ...before, email: null }, notice);
}

/**
 * Gives the account its proven address or number. "taken": somebody else has it, which is no news to who has just proven
 * that it is theirs; "spent": another request was quicker.
 */
export function changeContact(
  c: AppContext,
  account: Account,
  { challenge, payload }: OwnCode<WantedContact>,
): Promise<"done" | "taken" | "spent"> {
  const now = c.var.site.clock();
  return act(c, account, async (repositories, before) => {
    const { challenges, users } = repositories;
    if (!(await challenges.use(challenge.id, now))) return "spent";
    const changed =
      payload.kind === "email"
        ? await users.setEmail(before.id, payload.value, now)
        : await users.setPhoneNumber(before.id, payload.value);
    if (!changed) return "taken";
    await leaveNames(repositories, before, now);
    await tell(repositories, c, before, payload);
    return "done";
  });
}
