import { resetFactors } from "../identity/reset-factors.ts";
import { auditUser } from "./audit.ts";
import { type Command, CommandFailure } from "./command.ts";
import { readUserId, userId } from "./values.ts";

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
