import { removePerson } from "../identity/remove-person.ts";
import type { Client } from "../storage/port/clients.ts";
import type { Repositories } from "../storage/port/storage.ts";
import { removeApplications } from "../web/remove-applications.ts";
import { auditClient, auditUser } from "./audit.ts";
import { type Command, CommandFailure } from "./command.ts";
import { readUserId, userId } from "./values.ts";

export function noSuchUser(id: number): CommandFailure {
  return new CommandFailure(`There is no user ${id}.`);
}

export const userDelete: Command = {
  name: "user delete",
  about:
    "Removes a person with everything that belongs to them, the applications they own included (client update ID --owner gives one to somebody else before). Broken off, run it again. It cannot be undone.",
  arguments: [userId],
  run: async (input, surroundings) => {
    const id = readUserId(input);
    const storage = await surroundings.storage("migrated");
    if (!(await storage.committed.users.find(id))) throw noSuchUser(id);
    // By id: a unit may be run again from its start.
    const names = new Map<string, string>();
    const gone = async (all: Repositories, client: Client) => {
      names.set(client.id, client.name);
      await auditClient(surroundings, all, client.id, {
        action: "client.deleted",
        details: { name: client.name },
      });
    };
    const disabled = { status: "disabled", disabledByAdmin: true } as const;
    await removeApplications(storage, id, { disabled, gone });
    const found = await storage.write(async (all) => {
      const applications = await removePerson(all, id, surroundings.clock());
      if (!applications) return false;
      for (const client of applications) await gone(all, client);
      await auditUser(surroundings, all, id, { action: "user.deleted" });
      return true;
    });
    if (!found) throw noSuchUser(id);
    const lines = [...names.values()].map((name) => `Application ${name} is deleted.`);
    return { data: { id, status: "deleted" }, lines: [...lines, `User ${id} is deleted.`] };
  },
};
