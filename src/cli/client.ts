import { leaveOwner } from "../identity/testers.ts";
import { generateSecret } from "../protocol/client-authentication/secret.ts";
import { sha256 } from "../protocol/hash.ts";
import { changedFields } from "../protocol/registration/changed-fields.ts";
import type { AuditAction } from "../storage/port/audit.ts";
import type { ClientChange } from "../storage/port/clients.ts";
import { drainClient } from "../web/drain-client.ts";
import { auditClient } from "./audit.ts";
import { approvalCommands } from "./client-approval.ts";
import { clientCreate, readSecret, secret } from "./client-create.ts";
import { checkClient, checkOwner, clientOptions, readClientFields } from "./client-fields.ts";
import { clientList, clientShow, noSuchClient } from "./client-show.ts";
import { testerCommands } from "./client-testers.ts";
import { type Command, type Input, type Option, UsageError, wrongOption } from "./command.ts";
import { clientId, onOff, readClientId, wholeNumber } from "./values.ts";

const resourceServer: Option = {
  name: "resource-server",
  value: "on|off",
  about: "may introspect other applications' tokens",
  example: "on",
};
const overlap: Option = {
  name: "overlap",
  value: "SECONDS",
  about: "how long the old secret still works (a day unless told, 0 ends it at once)",
  example: "3600",
};

const day = 86_400;

function readChange(input: Input, fields: ClientChange): ClientChange {
  const flag = onOff(input, resourceServer);
  const change = flag === undefined ? fields : { ...fields, resourceServer: flag };
  if (Object.keys(change).length > 0) return change;
  const options = [...clientOptions, resourceServer].map((option) => `--${option.name}`);
  throw new UsageError(`Nothing to change: give at least one of ${options.join(", ")}.`);
}

const update: Command = {
  name: "client update",
  about: "Changes what is given and nothing else; a repeated option replaces the whole list.",
  arguments: [clientId],
  options: [...clientOptions, resourceServer],
  run: async (input, surroundings) => {
    const id = readClientId(input);
    const opened = await surroundings.storage("migrated");
    const change = readChange(input, readClientFields(input, await opened.committed.scopes.list()));
    await opened.write(async (all) => {
      const client = await all.clients.find(id);
      if (!client) throw noSuchClient();
      if (change.resourceServer && !client.confidential)
        throw wrongOption(
          resourceServer,
          "is for confidential applications: a public one cannot prove who it is",
        );
      checkClient({ ...client, ...change });
      await checkOwner(all, change);
      await all.clients.update(id, change);
      await leaveOwner(all, { ...client, ...change }, client, surroundings.clock());
      const details = { fields: changedFields(client, change) };
      await auditClient(surroundings, all, id, { action: "client.changed", details });
    });
    return { data: { client_id: id, updated: Object.keys(change) }, lines: [`Updated ${id}.`] };
  },
};

/** A command that changes one field to one value. */
function setting(
  name: string,
  about: string,
  change: ClientChange,
  data: Readonly<Record<string, unknown>>,
  action: AuditAction,
): Command {
  return {
    name,
    about,
    arguments: [clientId],
    run: async (input, surroundings) => {
      const id = readClientId(input);
      const storage = await surroundings.storage("migrated");
      const found = await storage.write(async (all) => {
        if (!(await all.clients.update(id, change))) return false;
        await auditClient(surroundings, all, id, { action });
        return true;
      });
      if (!found) throw noSuchClient();
      const [said] = Object.entries(data).map(([key, value]) => `${key} ${value}`);
      return { data: { client_id: id, ...data }, lines: [`Application ${id}: ${said}.`] };
    },
  };
}

const remove: Command = {
  name: "client delete",
  about:
    "Removes an application with its tokens, consents and approvals, in small steps; broken off, run it again. It cannot be undone.",
  arguments: [clientId],
  run: async (input, surroundings) => {
    const id = readClientId(input);
    const storage = await surroundings.storage("migrated");
    // From here on nothing it holds works, also if what follows is broken off: the same command then goes on.
    const disabled = { status: "disabled", disabledByAdmin: true } as const;
    if (!(await storage.write(({ clients }) => clients.update(id, disabled)))) throw noSuchClient();
    await drainClient(storage, id, (removed) => {
      if (removed % 50_000 < 500) surroundings.progress(`${removed} rows removed …`);
      return true;
    });
    await storage.write(async (all) => {
      const client = await all.clients.find(id);
      if (!client) throw noSuchClient();
      await all.clients.delete(id);
      await auditClient(surroundings, all, id, { action: "client.deleted", details: { name: client.name } });
    });
    return { data: { client_id: id, status: "deleted" }, lines: [`Application ${id} is deleted.`] };
  },
};

const rotateSecret: Command = {
  name: "client rotate-secret",
  about: "Gives an application a new secret, shown once; the old one works for a while beside it.",
  arguments: [clientId],
  options: [overlap, secret],
  run: async (input, surroundings) => {
    const { storage, clock, entropy } = surroundings;
    const id = readClientId(input);
    const seconds = wholeNumber(input, overlap, 0, 90 * day) ?? day;
    const clientSecret = readSecret(input) ?? generateSecret(entropy);
    const now = clock();
    await (await storage("migrated")).write(async (all) => {
      const client = await all.clients.find(id);
      if (!client) throw noSuchClient();
      if (!client.confidential) throw new UsageError("A public application has no secret to rotate.");
      const made = { hash: sha256(clientSecret), createdAt: now, expiresAt: null };
      await all.clients.addSecret(id, made, now + seconds * 1000);
      const details = { overlap: seconds };
      await auditClient(surroundings, all, id, { action: "client.secret_rotated", details });
    });
    return {
      data: { client_id: id, client_secret: clientSecret, old_secret_expires_in: seconds },
      lines: [`client_secret: ${clientSecret}`, `The old secret works for another ${seconds} seconds.`],
    };
  },
};

export const clientCommands: readonly Command[] = [
  clientCreate,
  clientList,
  clientShow,
  update,
  setting(
    "client disable",
    "Stops an application at once, its tokens too.",
    { status: "disabled", disabledByAdmin: true },
    { status: "disabled" },
    "client.disabled",
  ),
  setting(
    "client enable",
    "Lets a disabled application work again.",
    { status: "active", disabledByAdmin: false },
    { status: "active" },
    "client.enabled",
  ),
  setting(
    "client verify",
    "Marks an application as checked by an admin.",
    { verified: true },
    { verified: true },
    "client.verified",
  ),
  setting(
    "client unverify",
    "Takes the mark away.",
    { verified: false },
    { verified: false },
    "client.unverified",
  ),
  rotateSecret,
  ...testerCommands,
  ...approvalCommands,
  remove,
];
