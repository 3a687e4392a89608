import { randomUUID } from "node:crypto";
import { generateSecret } from "../protocol/client-authentication/secret.ts";
import { sha256 } from "../protocol/hash.ts";
import { isNewClientId } from "../protocol/registration/client-id.ts";
import type { Client, ClientChange, GrantType } from "../storage/port/clients.ts";
import { auditClient } from "./audit.ts";
import { checkClient, checkOwner, clientOptions, name, readClientFields } from "./client-fields.ts";
import { type Command, CommandFailure, type Input, type Option, wrongOption } from "./command.ts";

const isPublic: Option = { name: "public", about: "cannot keep a secret: a browser or native application" };
const id: Option = {
  name: "id",
  value: "UUID",
  about: "instead of a random one",
  example: "9b2f1c04-5a4e-4d0c-8f5e-2d6a7c1b3e90",
};
export const secret: Option = {
  name: "secret",
  value: "SECRET",
  about: "instead of a random one; at least 16 characters",
  example: "k3yXq8mZr1TbWn5cVd7sLh2gJp9fAe4uYo6iRtQw",
};

/** The given secret or undefined; printable ASCII, so that Basic and body agree on its bytes. */
export function readSecret(input: Input): string | undefined {
  const text = input.value(secret);
  if (text !== undefined && !/^[\x21-\x7e]{16,200}$/.test(text))
    throw wrongOption(secret, "must have 16 to 200 printable ASCII characters without blanks");
  return text;
}

function readId(input: Input): string {
  const text = input.value(id);
  if (text !== undefined && !isNewClientId(text)) throw wrongOption(id, "must be a UUID");
  return text ?? randomUUID();
}

const usualGrants: readonly GrantType[] = ["authorization_code", "refresh_token"];

function assemble(input: Input, fields: ClientChange, now: number): Client {
  const grantTypes = fields.grantTypes ?? usualGrants;
  const usualScopes = grantTypes.includes("authorization_code") ? ["view-user"] : [];
  return {
    id: readId(input),
    name: "",
    confidential: !input.given(isPublic),
    status: "active",
    disabledByAdmin: false,
    // What the operator registers counts as checked by the operator.
    verified: true,
    test: false,
    resourceServer: false,
    redirectUris: [],
    scopes: usualScopes,
    accessTokenTtl: null,
    refreshTokenTtl: null,
    logo: null,
    homepageUrl: null,
    privacyPolicyUrl: null,
    ownerId: null,
    createdAt: now,
    ...fields,
    grantTypes,
  };
}

export const clientCreate: Command = {
  name: "client create",
  about:
    "Registers an application. Without --grant: authorization_code and refresh_token; without --scope: view-user. The secret is shown once.",
  options: [...clientOptions, isPublic, id, secret],
  run: async (input, surroundings) => {
    const { clock, entropy } = surroundings;
    const opened = await surroundings.storage("migrated");
    const scopes = await opened.committed.scopes.list();
    const fields = readClientFields(input, scopes);
    if (fields.name === undefined) throw wrongOption(name, "is missing");
    const client = assemble(input, fields, clock());
    const given = readSecret(input);
    if (given && !client.confidential) throw wrongOption(secret, "and --public exclude each other");
    checkClient(client);
    const clientSecret = client.confidential ? (given ?? generateSecret(entropy)) : null;
    const hash = clientSecret === null ? null : sha256(clientSecret);
    const made = await opened.write(async (all) => {
      await checkOwner(all, client);
      if (!(await all.clients.create(client, hash))) return false;
      await auditClient(surroundings, all, client.id, {
        action: "client.created",
        details: { name: client.name, confidential: client.confidential },
      });
      return true;
    });
    if (!made) throw new CommandFailure("--id is taken by another application: nothing was created.");
    return {
      data: { client_id: client.id, client_secret: clientSecret },
      lines: [`client_id: ${client.id}`, `client_secret: ${clientSecret ?? "none (public)"}`],
    };
  },
};
