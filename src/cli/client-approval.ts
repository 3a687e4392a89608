import type { ApprovalStatus, Client } from "../storage/port/clients.ts";
import type { Repositories } from "../storage/port/storage.ts";
import { privacyPolicyUrl } from "./client-fields.ts";
import { noSuchClient } from "./client-show.ts";
import {
  type Argument,
  type Command,
  CommandFailure,
  type Input,
  type Option,
  wrongArgument,
} from "./command.ts";
import { clientId, line, pageUrl, readClientId } from "./values.ts";

const scope: Argument = { name: "SCOPE", about: "a scope that needs approval", example: "detail-user" };
const note: Option = {
  name: "note",
  value: "TEXT",
  about: "the developer may read it",
  example: "Checked on the phone",
};
const reason: Option = {
  name: "reason",
  value: "TEXT",
  about: "why, for the developer",
  example: "The privacy policy does not mention addresses",
  required: true,
};
const policy: Option = { ...privacyPolicyUrl, required: true };
const purpose: Option = {
  name: "purpose",
  value: "TEXT",
  about: "what the data is for",
  example: "Fill in the delivery address",
  required: true,
};
const measures: Option = {
  name: "security-measures",
  value: "TEXT",
  about: "how the data is kept safe",
  example: "Encrypted at rest",
};
const compliance: Option = {
  name: "compliance-notes",
  value: "TEXT",
  about: "which rules are kept",
  example: "UU PDP 27/2022",
};

const textLimit = 1000;

/** One step of an approval: which states it may begin in, and what it leaves behind. */
interface Step {
  readonly name: string;
  readonly about: string;
  readonly options: readonly Option[];
  readonly status: ApprovalStatus;
  /** "none": nobody ever asked. */
  readonly from: readonly (ApprovalStatus | "none")[];
  readonly note?: Option;
  readonly request?: (input: Input) => string;
}

async function knownClient({ clients, scopes }: Repositories, id: string, name: string): Promise<Client> {
  const client = await clients.find(id);
  if (!client) throw noSuchClient();
  const known = (await scopes.list()).find((each) => each.name === name);
  if (!known) throw wrongArgument(scope, "is no scope of this server; scope list has them all");
  if (!known.requiresApproval) throw wrongArgument(scope, "needs no approval");
  if (!client.scopes.includes(name))
    throw new CommandFailure(
      "The application is not registered for this scope: client update ID --scope … first.",
    );
  return client;
}

async function take(step: Step, input: Input, all: Repositories, now: number): Promise<void> {
  const id = readClientId(input);
  const name = input.words[1] ?? "";
  await knownClient(all, id, name);
  const before = await all.clients.approval(id, name);
  const state = before?.status ?? "none";
  if (!step.from.includes(state))
    throw new CommandFailure(
      state === "none" ? "Nobody ever asked for this approval." : `The approval is ${state} already.`,
    );
  await all.clients.putApproval({
    clientId: id,
    scope: name,
    status: step.status,
    request: step.request ? step.request(input) : (before?.request ?? null),
    note: step.note ? (line(input, step.note, textLimit) ?? null) : null,
    decidedAt: step.status === "pending" ? null : now,
    updatedAt: now,
  });
}

function commandOf(step: Step): Command {
  return {
    name: step.name,
    about: step.about,
    arguments: [clientId, scope],
    options: step.options,
    run: async (input, { storage, clock }) => {
      const id = readClientId(input);
      await (await storage("migrated")).write((all) => take(step, input, all, clock()));
      const data = { client_id: id, scope: input.words[1], status: step.status };
      return { data, lines: [`${data.scope} of ${id} is ${step.status}.`] };
    },
  };
}

const steps: readonly Step[] = [
  {
    name: "client request",
    about: "Asks for approval of a sensitive scope on a developer's behalf.",
    options: [policy, purpose, measures, compliance],
    status: "pending",
    from: ["none", "rejected", "withdrawn"],
    request: (input) =>
      JSON.stringify({
        privacy_policy_url: pageUrl(input, policy) ?? null,
        purpose: line(input, purpose, textLimit),
        security_measures: line(input, measures, textLimit) ?? null,
        compliance_notes: line(input, compliance, textLimit) ?? null,
      }),
  },
  {
    name: "client approve",
    about: "Approves a sensitive scope; it takes effect on the next request.",
    options: [note],
    status: "approved",
    from: ["none", "pending", "approved", "rejected", "withdrawn"],
    note,
  },
  {
    name: "client reject",
    about: "Rejects a sensitive scope with a reason; the developer may ask again.",
    options: [reason],
    status: "rejected",
    from: ["none", "pending", "approved", "rejected", "withdrawn"],
    note: reason,
  },
  {
    name: "client withdraw",
    about: "Takes an approval back, for tokens already issued too.",
    options: [note],
    status: "withdrawn",
    from: ["pending", "approved", "withdrawn"],
    note,
  },
];

export const approvalCommands: readonly Command[] = steps.map(commandOf);
