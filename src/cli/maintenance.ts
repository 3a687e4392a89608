import { type Maintenance, maintenanceSetting, parseMaintenance } from "../web/maintenance.ts";
import { audit } from "./audit.ts";
import type { Command, Option, Outcome } from "./command.ts";
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

const target = { kind: "server", id: "maintenance" } as const;
const usualSeconds = 120;
const day = 86_400;

function outcome(state: Maintenance | undefined): Outcome {
  if (!state) return { data: { status: "off", retry_after: null }, lines: ["Maintenance is off."] };
  return {
    data: { status: "on", retry_after: state.retryAfter, message: state.message },
    lines: [`Maintenance is on; applications are told to try again after ${state.retryAfter} seconds.`],
  };
}

export const maintenanceCommands: readonly Command[] = [
  {
    name: "maintenance on",
    about: "Puts every server of this database into maintenance within a second; admins and health stay up.",
    options: [retryAfter, message],
    run: async (input, surroundings) => {
      const state: Maintenance = {
        retryAfter: wholeNumber(input, retryAfter, 1, day) ?? usualSeconds,
        message: line(input, message, 300) ?? null,
      };
      const text = JSON.stringify(state);
      await (await surroundings.storage("migrated")).write(async (all) => {
        await all.settings.put(maintenanceSetting, text);
        const details = { retry_after: state.retryAfter };
        await audit(surroundings, all, { action: "maintenance.on", target, details });
      });
      return outcome(state);
    },
  },
  {
    name: "maintenance off",
    about: "Ends maintenance on every server within a second.",
    run: async (_input, surroundings) => {
      await (await surroundings.storage("migrated")).write(async (all) => {
        await all.settings.delete(maintenanceSetting);
        await audit(surroundings, all, { action: "maintenance.off", target });
      });
      return outcome(undefined);
    },
  },
  {
    name: "maintenance status",
    about: "Says whether maintenance is on.",
    run: async (_input, { storage }) => {
      const text = await (await storage("migrated")).committed.settings.get(maintenanceSetting);
      return outcome(text === undefined ? undefined : parseMaintenance(text));
    },
  },
];
