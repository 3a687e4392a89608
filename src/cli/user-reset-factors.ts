import type { Repositories } from "../storage/port/storage.ts";
import { auditUser } from "./audit.ts";
import { type Command, CommandFailure } from "./command.ts";
import { readUserId, userId } from "./values.ts";

/** Everything beside the password that lets somebody in, for whoever set it up may not be the person any more. */
async function resetFactors(
  { users, factors, passkeys, trustedDevices, challenges }: Repositories,
  id: number,
  now: number,
): Promise<boolean> {
  if (!(await users.find(id))) return false;
  for (const { kind } of await factors.list(id)) await factors.remove(id, kind);
  await passkeys.removeAll(id);
  await trustedDevices.forgetAll(id);
  await challenges.discard(id, "second_factor", now);
  return true;
}

export const userResetFactors: Command = {
  name: "user reset-factors",
  about:
    "Removes second factors, recovery codes and passkeys of a person who has lost them; the password stays.",
  arguments: [userId],
  run: async (input, surroundings) => {
    const id = readUserId(input);
    const storage = await surroundings.storage("migrated");
    const found = await storage.write(async (all) => {
      if (!(await resetFactors(all, id, surroundings.clock()))) return false;
      await auditUser(surroundings, all, id, { action: "user.factors_reset" });
      return true;
    });
    if (!found) throw new CommandFailure(`There is no user ${id}.`);
    return { data: { id, factors: "reset" }, lines: [`User ${id} signs in with the password alone.`] };
  },
};
