import { z } from "zod";
import { inputMessage } from "../../../errors/input-messages.ts";
import { type Client, grantTypes } from "../../../storage/port/clients.ts";
import type { Call } from "../../../web/call.ts";
import { appearance, changeApplicationState } from "../acts/change-application.ts";
import { knownApplication, sensitiveScopes } from "../known-application.ts";
import { applicationShows, applicationsPage, approvalStates } from "../lists.ts";
import { fieldsRefused } from "./input.ts";
import { after, moment, momentOf, next, placesOf } from "./list.ts";
import { doing, type Operation, reading } from "./operation.ts";

const group = "applications";

const application = z.strictObject({
  client_id: z.string(),
  name: z.string(),
  confidential: z.boolean(),
  status: z.enum(["active", "disabled"]),
  disabled_by_admin: z.boolean(),
  verified: z.boolean(),
  test: z.boolean(),
  resource_server: z.boolean(),
  redirect_uris: z.array(z.string()),
  grant_types: z.array(z.enum(grantTypes)),
  scopes: z.array(z.string()),
  homepage_url: z.string().nullable(),
  privacy_policy_url: z.string().nullable(),
  owner_id: z.int().nullable(),
  created_at: moment,
  version: z.string().meta({ description: "What people see of it, as one text; a verification is for it." }),
});

/** Never a secret nor its hash. */
function applicationBody(client: Client): z.output<typeof application> {
  return {
    ...{ client_id: client.id, name: client.name, confidential: client.confidential, status: client.status },
    disabled_by_admin: client.status === "disabled" && client.disabledByAdmin,
    ...{ verified: client.verified, test: client.test, resource_server: client.resourceServer },
    redirect_uris: [...client.redirectUris],
    grant_types: [...client.grantTypes],
    scopes: [...client.scopes],
    ...{ homepage_url: client.homepageUrl, privacy_policy_url: client.privacyPolicyUrl },
    ...{ owner_id: client.ownerId, created_at: momentOf(client.createdAt), version: appearance(client) },
  };
}

const fullApplication = application.extend({
  sensitive_scopes: z.array(
    z.strictObject({ scope: z.string(), status: z.enum([...approvalStates, "none"]) }),
  ),
});

async function bodyOf(call: Call, id: string): Promise<z.output<typeof fullApplication>> {
  const { committed } = call.site.storage;
  const client = await knownApplication(committed, id);
  const standing = await sensitiveScopes(committed, client);
  const sensitive = standing.map(
    ({ scope, approval }) => ({ scope, status: approval?.status ?? "none" }) as const,
  );
  return { ...applicationBody(client), sensitive_scopes: sensitive };
}

const one = "/api/admin/applications/:client_id";

export const applicationOperations: readonly Operation[] = [
  reading({
    ...{ id: "listApplications", group, path: "/api/admin/applications" },
    summary:
      "Every application, those that nobody has verified (`show`), or somebody's (`owner_id`), newest first.",
    names: ["show", "owner_id", "after"],
    input: z
      .object({
        show: z.enum(applicationShows).default("all"),
        owner_id: z
          .string()
          .regex(/^[1-9]\d{0,14}$/, "actor")
          .transform(Number)
          .optional(),
        after,
      })
      .refine(({ show, owner_id }) => show === "all" || owner_id === undefined, "one_filter"),
    output: z.strictObject({ applications: z.array(application), next }),
    read: async (call, { show, owner_id: ownerId, after: given }) => {
      const places = placesOf(call, `applications ${ownerId ?? show}`);
      const wanted = ownerId === undefined ? show : { ownerId };
      const found = await applicationsPage(call.site, wanted, places.asked(given));
      return { applications: found.entries.map(applicationBody), next: places.give(found.next) };
    },
  }),
  reading({
    ...{ id: "showApplication", group, path: one },
    summary: "One application; never its secrets.",
    names: ["client_id"],
    input: z.object({ client_id: z.string() }),
    output: fullApplication,
    read: (call, { client_id }) => bodyOf(call, client_id),
  }),
  doing({
    ...{ id: "changeApplication", group, path: one, act: changeApplicationState, output: fullApplication },
    summary:
      "Verifies it (of the `version` that was `seen`) or takes that back; stops it, which its owner cannot undo, or lets it go on.",
    done: (call, { client_id }, isDone) => {
      if (!isDone) throw fieldsRefused({ seen: [inputMessage("changed")] });
      return bodyOf(call, client_id);
    },
  }),
];
