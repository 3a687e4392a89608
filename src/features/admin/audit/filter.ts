import { z } from "zod";
import { type AuditFilter, auditActions, auditTargetKinds } from "../../../storage/port/audit.ts";

const day = 86_400_000;

/** The first moment of a day (UTC). */
const date = z.iso.date("date").transform((text) => Date.parse(text));

/**
 * What an administrator may ask the audit log for, as forms and the API give it. Of who, what and to what one at a time: each
 * has an index of its own in the order of time, so that nothing asked here walks through the whole log.
 */
export const auditFields = z
  .object({
    actor: z
      .string()
      .regex(/^[1-9]\d{0,14}$/, "actor")
      .transform(Number)
      .optional(),
    action: z.enum(auditActions, "action").optional(),
    target_kind: z.enum(auditTargetKinds, "target").optional(),
    target_id: z.string().max(100, "target").optional(),
    since: date.optional(),
    until: date.optional(),
  })
  .refine(({ target_kind, target_id }) => (target_kind === undefined) === (target_id === undefined), "target")
  .refine(
    ({ actor, action, target_id }) =>
      [actor, action, target_id].filter((value) => value !== undefined).length <= 1,
    "several",
  );

export function filterOf({
  actor,
  action,
  target_kind,
  target_id,
  since,
  until,
}: z.output<typeof auditFields>): AuditFilter {
  return {
    ...(actor === undefined ? {} : { actorId: actor }),
    ...(action === undefined ? {} : { action }),
    ...(target_kind === undefined || target_id === undefined
      ? {}
      : { target: { kind: target_kind, id: target_id } }),
    ...(since === undefined ? {} : { since }),
    // The last day is one of them.
    ...(until === undefined ? {} : { until: until + day }),
  };
}

export const filterFields = ["actor", "action", "target_kind", "target_id", "since", "until"] as const;
export type FilterProblem = "actor" | "action" | "target" | "date" | "several";

/** The fields as they came, those that are empty left out. */
export type Asked = { readonly [Field in (typeof filterFields)[number]]?: string };

export function askedIn(get: (name: string) => string | undefined): Asked {
  const given = filterFields.map((name) => [name, get(name)?.trim()] as const);
  return Object.fromEntries(given.filter(([, value]) => value));
}

export type ReadFilter = { readonly filter: AuditFilter } | { readonly problem: FilterProblem };

export function readFilter(asked: Asked): ReadFilter {
  const read = auditFields.safeParse(asked);
  if (read.success) return { filter: filterOf(read.data) };
  return { problem: (read.error.issues[0]?.message ?? "several") as FilterProblem };
}
