import {
  cancelPlan,
  maintenanceAt,
  planAhead,
  planMaintenance,
  readMaintenance,
  switchMaintenanceOff,
  switchMaintenanceOn,
} from "../web/maintenance.ts";
import { audit } from "./audit.ts";
import {
  type Command,
  type Input,
  type Option,
  type Outcome,
  type Surroundings,
  wrongOption,
} from "./command.ts";
import { line, wholeNumber } from "./values.ts";

const retryAfter: Option = {
  name: "retry-after",
  value: "SECONDS",
  about: "when applications may try again (120 unless told)",
  example: "120",
};
const message: Option = {
  name: "message",
  value: "TEXT",
  about: "shown to people beside the usual sentence",
  example: "Back at 14:00 WIB.",
};
const readOnly: Option = { name: "read-only", about: "what only reads goes on" };
const from: Option = {
  name: "from",
  value: "TIME",
  about: "when it begins",
  example: "2026-11-24T22:00:00Z",
  required: true,
};
const until: Option = {
  name: "until",
  value: "TIME",
  about: "when it ends, at most seven days later",
  example: "2026-11-24T23:30:00Z",
  required: true,
};

const target = { kind: "server", id: "maintenance" } as const;
const usualSeconds = 120;
const day = 86_400;

function moment(input: Input, option: Option): number {
  const text = input.value(option) ?? "";
  const at = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})$/.test(text)
    ? Date.parse(text)
    : Number.NaN;
  if (Number.isNaN(at)) throw wrongOption(option, "must be a moment with its time zone");
  return at;
}

async function outcome({ storage, clock }: Surroundings): Promise<Outcome> {
  const stored = await readMaintenance((await storage("migrated")).committed.settings);
  const state = maintenanceAt(stored, clock());
  const plan = planAhead(stored, clock());
  const planned = plan && {
    from: new Date(plan.from).toISOString(),
    until: new Date(plan.until).toISOString(),
    message: plan.message,
    read_only: plan.readOnly,
  };
  const now = state
    ? {
        status: "on",
        retry_after: state.retryAfter,
        message: state.message,
        ...(state.readOnly ? { read_only: true } : {}),
      }
    : { status: "off", retry_after: null };
  return {
    data: { ...now, ...(planned ? { planned } : {}) },
    lines: [
      state
        ? `Maintenance is on${state.readOnly ? ", read only" : ""}; applications are told to try again after ${state.retryAfter} seconds.`
        : "Maintenance is off.",
      ...(planned ? [`Planned from ${planned.from} to ${planned.until}.`] : []),
    ],
  };
}

export const maintenanceCommands: readonly Command[] = [
  {
    name: "maintenance on",
    about: "Puts every server of this database into maintenance within a second; admins and health stay up.",
    options: [retryAfter, message, readOnly],
    run: async (input, surroundings) => {
      const state = {
        retryAfter: wholeNumber(input, retryAfter, 1, day) ?? usualSeconds,
        message: line(input, message, 300) ?? null,
        readOnly: input.given(readOnly),
      };
      await (await surroundings.storage("migrated")).write(async (all) => {
        await switchMaintenanceOn(all.settings, state);
        const details = { retry_after: state.retryAfter, read_only: state.readOnly };
        await audit(surroundings, all, { action: "maintenance.on", target, details });
      });
      return outcome(surroundings);
    },
  },
  {
    name: "maintenance off",
    about: "Ends maintenance on every server within a second, a planned one too if it has begun.",
    run: async (_input, surroundings) => {
      await (await surroundings.storage("migrated")).write(async (all) => {
        await switchMaintenanceOff(all.settings, surroundings.clock());
        await audit(surroundings, all, { action: "maintenance.off", target });
      });
      return outcome(surroundings);
    },
  },
  {
    name: "maintenance plan",
    about: "Plans a maintenance that begins and ends by itself; until then every page says when it will be.",
    options: [from, until, message, readOnly],
    run: async (input, surroundings) => {
      const plan = {
        from: moment(input, from),
        until: moment(input, until),
        message: line(input, message, 300) ?? null,
        readOnly: input.given(readOnly),
      };
      if (plan.until <= plan.from || plan.until - plan.from > 7 * day * 1000)
        throw wrongOption(until, "must come after the beginning, and at most seven days later");
      await (await surroundings.storage("migrated")).write(async (all) => {
        await planMaintenance(all.settings, plan);
        const details = {
          from: new Date(plan.from).toISOString(),
          to: new Date(plan.until).toISOString(),
          read_only: plan.readOnly,
        };
        await audit(surroundings, all, { action: "maintenance.planned", target, details });
      });
      return outcome(surroundings);
    },
  },
  {
    name: "maintenance cancel",
    about: "Forgets the planned maintenance.",
    run: async (_input, surroundings) => {
      await (await surroundings.storage("migrated")).write(async (all) => {
        await cancelPlan(all.settings);
        await audit(surroundings, all, { action: "maintenance.plan_cancelled", target });
      });
      return outcome(surroundings);
    },
  },
  {
    name: "maintenance status",
    about: "Says whether maintenance is on, and what is planned.",
    run: async (_input, surroundings) => outcome(surroundings),
  },
];
