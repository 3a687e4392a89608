import { type Identifier, identifierKind } from "../identity/contact.ts";
import { testerLimit } from "../identity/test-access.ts";
import { inviteTester, removeTester } from "../identity/testers.ts";
import type { AuditAction } from "../storage/port/audit.ts";
import type { Client } from "../storage/port/clients.ts";
import type { Repositories } from "../storage/port/storage.ts";
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

/** A command that changes who is invited; `act` says why it cannot be done, or nothing. */
function changing(
  name: string,
  about: string,
  action: AuditAction,
  act: (all: Repositories, client: Client, who: Identifier, now: number) => Promise<string | undefined>,
): Command {
  return {
    name,
    about,
    arguments: [clientId, identifier],
    run: async (input, surroundings) => {
      const id = readClientId(input);
      const who = readIdentifier(input);
      const storage = await surroundings.storage("migrated");
      await storage.write(async (all) => {
        const client = await all.clients.find(id);
        if (!client) throw noSuchClient();
        const problem = await act(all, client, who, surroundings.clock());
        if (problem !== undefined) throw new CommandFailure(problem);
        await auditClient(surroundings, all, id, { action });
      });
      return { data: { client_id: id, tester: who.value }, lines: [`${name}: ${who.value}`] };
    },
  };
}

const invite = changing(
  "client invite",
  "Lets somebody sign in to a test application, whether or not they have an account yet.",
  "client.tester_invited",
  async (all, { id }, who, invitedAt) =>
    (await inviteTester(all, { clientId: id, ...who, invitedAt }))
      ? undefined
      : `At most ${testerLimit} people can be invited; remove one first.`,
);

const uninvite = changing(
  "client uninvite",
  "Takes an invitation back; what the person allowed the application ends with it.",
  "client.tester_removed",
  async (all, client, who, now) =>
    (await removeTester(all, client, who, now)) ? undefined : "Nobody of this name is invited.",
);

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
