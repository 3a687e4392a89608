import { z } from "zod";
import { sha256 } from "../../../protocol/hash.ts";
import { isClientId } from "../../../protocol/registration/client-id.ts";
import type { AuditAction } from "../../../storage/port/audit.ts";
import type { Client, ClientChange } from "../../../storage/port/clients.ts";
import { knownApplication } from "../known-application.ts";
import { adminAct } from "./act.ts";

interface Change {
  readonly fields: ClientChange;
  readonly action: AuditAction;
}

const changes = {
  verify: { fields: { verified: true }, action: "client.verified" },
  unverify: { fields: { verified: false }, action: "client.unverified" },
  disable: { fields: { status: "disabled", disabledByAdmin: true }, action: "client.disabled" },
  enable: { fields: { status: "active", disabledByAdmin: false }, action: "client.enabled" },
} as const satisfies Record<string, Change>;
export const applicationChanges = ["verify", "unverify", "disable", "enable"] as const;

/** By what a verified application is recognised, as one text: a verification counts for what was looked at. */
export function appearance({ name, logo, redirectUris, homepageUrl, privacyPolicyUrl }: Client): string {
  return sha256(JSON.stringify([name, logo, redirectUris, homepageUrl, privacyPolicyUrl]));
}

/** False when an application that was to be verified is not (any more) what was `seen`, where that is said. */
export const changeApplicationState = adminAct({
  input: z.object({
    client_id: z.string().refine(isClientId),
    change: z.enum(applicationChanges),
    seen: z.string().max(100).optional(),
  }),
  role: "admin",
  dangerous: false,
  run: async ({ all, note }, { client_id, change, seen }) => {
    const client = await knownApplication(all, client_id);
    if (change === "verify" && seen !== undefined && seen !== appearance(client)) return false;
    const { fields, action } = changes[change];
    await all.clients.update(client.id, fields);
    await note({ action, target: { kind: "client", id: client.id } });
    return true;
  },
});
