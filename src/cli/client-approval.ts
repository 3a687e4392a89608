import {
  type ApprovalAct,
  type ApprovalRequest,
  approvalAfter,
  approvalLimits,
  mayAct,
} from "../protocol/registration/approval.ts";
import type { Client } from "../storage/port/clients.ts";
import type { Repositories } from "../storage/port/storage.ts";
import { auditClient } from "./audit.ts";
import { privacyPolicyUrl } from "./client-fields.ts";
import { noSuchClient } from "./client-show.ts";
import {
  type Argument,
  type Command,
  CommandFailure,
  type Input,
  type Option,
  type Surroundings,
  wrongArgument,
} from "./command.ts";
import { tellDeveloper } from "./tell-developer.ts";
import { clientId, line, pageAddress, readClientId } from "./values.ts";

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

const contact: Option = {
  name: "contact",
  value: "TEXT",
  about: "who answers questions about it",
  example: "privasi@app.example.com",
};

/** What a command does to an approval, and what it asks for. */
interface Step {
  readonly name: string;
  readonly about: string;
  readonly options: readonly Option[];
  readonly act: ApprovalAct;
  readonly note?: Option;
  readonly request?: (input: Input) => ApprovalRequest;
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

const written = {
  request: "approval.requested",
  approve: "approval.approved",
  reject: "approval.rejected",
  withdraw: "approval.withdrawn",
} as const;

/** Resolves to the status that the act leaves behind, and whether the developer is told where there is one. */
async function take(step: Step, input: Input, surroundings: Surroundings, all: Repositories) {
  const id = readClientId(input);
  const name = input.words[1] ?? "";
  const client = await knownClient(all, id, name);
  const before = await all.clients.approval(id, name);
  const state = before?.status ?? "none";
  if (!mayAct(step.act, state))
    throw new CommandFailure(
      state === "none" ? "Nobody ever asked for this approval." : `The approval is ${state} already.`,
    );
  const text = step.note && (line(input, step.note, approvalLimits.note) ?? null);
  const request = step.request?.(input);
  const after = approvalAfter(before ?? { clientId: id, scope: name, request: null }, {
    act: step.act,
    at: surroundings.clock(),
    ...(text === undefined ? {} : { note: text }),
    ...(request ? { request } : {}),
  });
  await all.clients.putApproval(after);
  const details = { scope: name, note: after.note };
  await auditClient(surroundings, all, id, { action: written[step.act], details });
  const told =
    step.act === "request" ? undefined : await tellDeveloper(surroundings, all, step.act, client, after);
  return { status: after.status, told };
}

function commandOf(step: Step): Command {
  return {
    name: step.name,
    about: step.about,
    arguments: [clientId, scope],
    options: step.options,
    run: async (input, surroundings) => {
      const id = readClientId(input);
      const storage = await surroundings.storage("migrated");
      const { status, told } = await storage.write((all) => take(step, input, surroundings, all));
      const data = { client_id: id, scope: input.words[1], status };
      const lines = [`${data.scope} of ${id} is ${status}.`];
      if (told === undefined) return { data, lines };
      const said = told
        ? "The developer is told by mail."
        : "The developer is not told: the server's settings (SECRET_KEY, ISSUER) are not known here.";
      return { data: { ...data, developer_told: told }, lines: [...lines, said] };
    },
  };
}

const steps: readonly Step[] = [
  {
    name: "client request",
    about: "Asks for approval of a sensitive scope on a developer's behalf.",
    options: [policy, purpose, measures, compliance, contact],
    act: "request",
    request: (input) => ({
      privacy_policy_url: pageAddress(input, policy) ?? null,
      purpose: line(input, purpose, approvalLimits.purpose) ?? "",
      security_measures: line(input, measures, approvalLimits.security_measures) ?? null,
      compliance_notes: line(input, compliance, approvalLimits.compliance_notes) ?? null,
      contact: line(input, contact, approvalLimits.contact) ?? null,
    }),
  },
  {
    name: "client approve",
    about: "Approves a sensitive scope; it takes effect on the next request.",
    options: [note],
    act: "approve",
    note,
  },
  {
    name: "client reject",
    about: "Rejects a sensitive scope with a reason; the developer may ask again.",
    options: [reason],
    act: "reject",
    note: reason,
  },
  {
    name: "client withdraw",
    about: "Takes an approval back, for tokens already issued too.",
    options: [note],
    act: "withdraw",
    note,
  },
];

export const approvalCommands: readonly Command[] = steps.map(commandOf);
