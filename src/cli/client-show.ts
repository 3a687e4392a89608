import type { Approval, Client } from "../storage/port/clients.ts";
import type { Command, Surroundings } from "./command.ts";
import { CommandFailure } from "./command.ts";
import { clientId, readClientId } from "./values.ts";

export function noSuchClient(): CommandFailure {
  return new CommandFailure("There is no application with this client_id; client list has them all.");
}

function shown(client: Client): Readonly<Record<string, unknown>> {
  return {
    client_id: client.id,
    name: client.name,
    type: client.confidential ? "confidential" : "public",
    status: client.status,
    verified: client.verified,
    test: client.test,
    resource_server: client.resourceServer,
    redirect_uris: client.redirectUris,
    grant_types: client.grantTypes,
    scopes: client.scopes,
    access_token_ttl: client.accessTokenTtl,
    refresh_token_ttl: client.refreshTokenTtl,
    homepage_url: client.homepageUrl,
    privacy_policy_url: client.privacyPolicyUrl,
    owner_id: client.ownerId,
    created_at: new Date(client.createdAt).toISOString(),
  };
}

function shownApproval(approval: Approval): Readonly<Record<string, unknown>> {
  const { scope, status, note, request, updatedAt } = approval;
  return {
    scope,
    status,
    note,
    request: request === null ? null : JSON.parse(request),
    updated_at: new Date(updatedAt).toISOString(),
  };
}

function asText(value: unknown): string {
  if (Array.isArray(value)) return value.map(asText).join(" ");
  return typeof value === "object" && value !== null ? JSON.stringify(value) : String(value ?? "");
}

export const clientShow: Command = {
  name: "client show",
  about: "Shows an application with its approvals; never its secret.",
  arguments: [clientId],
  run: async (input, { storage }) => {
    const id = readClientId(input);
    const { clients } = (await storage("migrated")).committed;
    const client = await clients.find(id);
    if (!client) throw noSuchClient();
    const approvals = (await clients.approvals(id)).map(shownApproval);
    const data = { ...shown(client), secrets: client.secrets.length, approvals };
    return { data, lines: Object.entries(data).map(([name, value]) => `${name}: ${asText(value)}`) };
  },
};

const pageSize = 500;

async function everyClient({ storage }: Surroundings): Promise<readonly Client[]> {
  const { clients } = (await storage("migrated")).committed;
  const all: Client[] = [];
  for (;;) {
    const page = await clients.list(pageSize, all.at(-1)?.id);
    all.push(...page);
    if (page.length < pageSize) return all;
  }
}

export const clientList: Command = {
  name: "client list",
  about: "Lists all applications, oldest first.",
  run: async (_input, surroundings) => {
    const clients = await everyClient(surroundings);
    return {
      data: { clients: clients.map(shown) },
      lines: clients.map(({ id, status, name }) => `${id}  ${status.padEnd(8)}  ${name}`),
    };
  },
};
