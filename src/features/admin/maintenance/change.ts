import type { z } from "zod";
import type { Account } from "../../../web/browser-session.ts";
import type { AppContext } from "../../../web/context.ts";
import type { SubmittedForm } from "../../../web/form.tsx";
import { type Act, performOnPage } from "../acts/act.ts";
import {
  cancelWindow,
  isMaintenanceProblem,
  maintenanceOff,
  maintenanceOn,
  planWindow,
} from "../acts/maintenance.ts";
import type { Status } from "../frame.tsx";
import { maintenancePage, type Refused } from "./maintenance.tsx";

type Typed = Refused["typed"];
type Handle = (c: AppContext, account: Account, form: SubmittedForm) => Promise<Response>;

interface FormAct<Schema extends z.ZodType> {
  readonly definition: Act<Schema, void>;
  /** Names of the act's input, with the fields of the form that hold them. */
  readonly fields: readonly (readonly [string, string])[];
  readonly said: Status;
  /** The form to show again when something in it is wrong. */
  readonly form: Refused["act"];
}

/** Browsers send moments without time zone; the form says that it is UTC. */
function readValue(name: string, text: string): unknown {
  if (name === "retry_after") return /^\d{1,6}$/.test(text) ? Number(text) : text;
  return name === "from" || name === "until" ? `${text}Z` : text;
}

function inputOf(typed: Typed): Record<string, unknown> {
  const given = [...typed].flatMap(([name, text]) => (text === undefined ? [] : [[name, text] as const]));
  const input = Object.fromEntries(given.map(([name, text]) => [name, readValue(name, text)]));
  return { ...input, read_only: typed.get("read_only") === "yes" };
}

function handleForm<Schema extends z.ZodType>({
  definition,
  fields,
  said,
  form: act,
}: FormAct<Schema>): Handle {
  return async (c, account, form) => {
    const back = (status: Status) => c.redirect(`/admin/maintenance?status=${status}`, 303);
    if (form.stale) return back("stale");
    const typed: Typed = new Map(fields.map(([name, field]) => [name, form.get(field)]));
    const parsed = definition.input.safeParse(inputOf(typed));
    if (!parsed.success) {
      const problems = parsed.error.issues.map(({ path, message }) => {
        // What is wrong without a word of ours is a moment that was left out.
        return [String(path[0]), isMaintenanceProblem(message) ? message : "moment"] as const;
      });
      return maintenancePage(c, account, { act, typed, problems: new Map(problems) });
    }
    const question = await performOnPage(c, account, definition, parsed.data, "maintenance");
    return question ?? back(said);
  };
}

const common = (form: Refused["act"]) =>
  [
    ["message", `${form}_message`],
    ["read_only", `${form}_read_only`],
  ] as const;

/** The forms of the page, by the end of their path. */
export const maintenanceForms: Readonly<Record<"on" | "off" | "plan" | "cancel", Handle>> = {
  on: handleForm({
    definition: maintenanceOn,
    fields: [...common("on"), ["retry_after", "retry_after"]],
    said: "maintenance_on",
    form: "on",
  }),
  off: handleForm({ definition: maintenanceOff, fields: [], said: "maintenance_off", form: "on" }),
  plan: handleForm({
    definition: planWindow,
    fields: [...common("plan"), ["from", "from"], ["until", "until"]],
    said: "maintenance_planned",
    form: "plan",
  }),
  cancel: handleForm({
    definition: cancelWindow,
    fields: [],
    said: "maintenance_cancelled",
    form: "plan",
  }),
};
