import { z } from "zod";
import { apiError } from "../../../errors/catalogue-error.ts";
import { type Failure, type FailureKind, failureEndpoints } from "../../../storage/port/failures.ts";
import type { Call } from "../../../web/call.ts";
import { textsOf } from "../../../web/explorer/named.ts";
import { periodNames, periodOf } from "../../../web/explorer/period.ts";
import { problemsOf } from "../../../web/explorer/problems.tsx";
import { requestIdOf } from "../../../web/explorer/request-id.ts";
import { shownOf } from "../../../web/pager.tsx";
import { knownApplication } from "../known-application.ts";
import { after, moment, momentOf, next, pageSize, placesOf } from "./list.ts";
import { type Operation, reading } from "./operation.ts";

const group = "applications";
const path = "/api/admin/applications/:client_id/errors";

const kind = z.strictObject({
  endpoint: z.enum(failureEndpoints),
  code: z.string(),
  reason: z.string(),
  description: z.string().nullable(),
});

function kindOf({ endpoint, code, reason }: FailureKind): z.output<typeof kind> {
  const texts = textsOf({ endpoint, code, reason }, "en");
  return { endpoint, code, reason, description: texts?.description ?? null };
}

const failure = kind.extend({
  at: moment,
  request_id: z.string(),
  proven: z
    .boolean()
    .meta({ description: "False where anybody could have sent it in the application's name." }),
  authentication: z.enum(["none", "basic", "post", "several", "assertion", "bearer", "other"]).nullable(),
  parameters: z.array(z.string()),
  redirect_uri: z.string().nullable(),
  scopes: z.array(z.string()),
  about: z.string().nullable().meta({ description: "The parameter or scope that the error names." }),
  expected: z.string().nullable(),
});

function failureBody(found: Failure): z.output<typeof failure> {
  const { at, requestId, redirectUri, parameters, scopes } = found;
  const { proven, authentication, about, expected } = found;
  return {
    ...kindOf(found),
    ...{ at: momentOf(at), request_id: requestId, proven, authentication, about, expected },
    ...{ parameters: [...parameters], redirect_uri: redirectUri, scopes: [...scopes] },
  };
}

/** The failing requests of an owned application are its owner's alone. Throws `client_unknown` and `path_unknown`. */
async function ownerless({ site }: Call, id: string): Promise<string> {
  const client = await knownApplication(site.storage.committed, id);
  if (client.ownerId !== null) throw apiError("resource_not_found", "path_unknown");
  await site.failures.settle();
  return client.id;
}

export const errorOperations: readonly Operation[] = [
  reading({
    ...{ id: "listErrors", group, path },
    summary:
      "Failing requests of an application that nobody owns: how often each error within a day or week (`period`), and the latest of them, or of one `reason`.",
    names: ["client_id", "period", "reason", "after"],
    input: z.object({
      client_id: z.string(),
      period: z.enum(periodNames).default("day"),
      reason: z
        .string()
        .regex(/^[a-z_]{1,60}$/)
        .optional(),
      after,
    }),
    output: z.strictObject({
      problems: z.array(kind.extend({ proven: z.int(), claimed: z.int() })),
      latest: z.array(failure),
      next,
    }),
    read: async (call, { client_id, period, reason, after: given }) => {
      const { failures } = call.site.storage.committed;
      const id = await ownerless(call, client_id);
      const counts = await failures.counts(id, periodOf(period, call.site.clock()).since);
      const places = placesOf(call, `errors of ${id} ${reason ?? ""}`);
      const place = places.read(given);
      const filter = reason === undefined ? {} : { reason };
      const found = await failures.list(id, filter, pageSize + 1, place && String(place[0]));
      const { entries, last } = shownOf(found, pageSize);
      return {
        problems: problemsOf(counts).map(({ kind: of, proven, claimed }) => ({
          ...kindOf(of),
          ...{ proven, claimed },
        })),
        latest: entries.map(failureBody),
        next: places.give(last && [last.id]),
      };
    },
  }),
  reading({
    ...{ id: "showError", group, path: `${path}/:request_id` },
    summary: "One failing request of an application that nobody owns: what came, and what was expected.",
    names: ["client_id", "request_id"],
    input: z.object({ client_id: z.string(), request_id: z.string() }),
    output: failure,
    read: async (call, { client_id, request_id }) => {
      const id = await ownerless(call, client_id);
      const requestId = requestIdOf(request_id);
      const found = requestId && (await call.site.storage.committed.failures.find(id, requestId));
      if (!found) throw apiError("resource_not_found", "failed_request_unknown");
      return failureBody(found);
    },
  }),
];
