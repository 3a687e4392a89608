import { type Identifier, identifierKind } from "../identity/contact.ts";
import { testerLimit } from "../identity/test-access.ts";
import { inviteTester, removeTester } from "../identity/testers.ts";
import { auditClient } from "./audit.ts";
import { noSuchClient } from "./client-show.ts";
import { type Argument, type Command, CommandFailure, type Input, wrongArgument } from "./command.ts";
import { clientId, readClientId } from "./values.ts";

const identifier: Argument = {
  name: "WHO",
  about: "an e-mail address, user name or phone number that the person signs in with",
  example: "siti@example.com",
};

function readIdentifier(input: Input): Identifier {
  const found = identifierKind(input.words[1] ?? "");
  if (found) return found;
  throw wrongArgument(identifier, "must be an e-mail address, a user name or a phone number");
}

const invite: Command = {
  name: "client invite",
  about: "Lets somebody sign in to a test application, whether or not they have an account yet.",
  arguments: [clientId, identifier],
  run: async (input, surroundings) => {
    const id = readClientId(input);
    const name = readIdentifier(input);
    const now = surroundings.clock();
    const storage = await surroundings.storage("migrated");
    const done = await storage.write(async (all) => {
      if (!(await all.clients.find(id))) throw noSuchClient();
      if (!(await inviteTester(all, { clientId: id, ...name, invitedAt: now }))) return false;
      await auditClient(surroundings, all, id, { action: "client.tester_invited" });
      return true;
    });
    if (!done) throw new CommandFailure(`At most ${testerLimit} people can be invited; remove one first.`);
    return { data: { client_id: id, invited: name.value }, lines: [`Invited ${name.value}.`] };
  },
};

const uninvite: Command = {
  name: "client uninvite",
  about: "Takes an invitation back; what the person allowed the application ends with it.",
  arguments: [clientId, identifier],
  run: async (input, surroundings) => {
    const id = readClientId(input);
    const name = readIdentifier(input);
    const now = surroundings.clock();
    const storage = await surroundings.storage("migrated");
    await storage.write(async (all) => {
      const client = await all.clients.find(id);
      if (!client) throw noSuchClient();
      if (!(await removeTester(all, client, name, now)))
        throw new CommandFailure("Nobody of this name is invited.");
      await auditClient(surroundings, all, id, { action: "client.tester_removed" });
    });
    return { data: { client_id: id, removed: name.value }, lines: [`Removed ${name.value}.`] };
  },
};

const testers: Command = {
  name: "client testers",
  about: "Lists whom a test application lets in beside its owner.",
  arguments: [clientId],
  run: async (input, surroundings) => {
    const id = readClientId(input);
    const { clients, testers: store } = (await surroundings.storage("migrated")).committed;
    if (!(await clients.find(id))) throw noSuchClient();
    const names = (await store.list(id)).map(({ value }) => value);
    return { data: { client_id: id, testers: names }, lines: names };
  },
};

export const testerCommands: readonly Command[] = [testers, invite, uninvite];
