import { backupCommands } from "./backup.ts";
import { clientCommands } from "./client.ts";
import type { Command } from "./command.ts";
import { databaseCommands } from "./database.ts";
import { doctor } from "./doctor.ts";
import { exportCommand } from "./export.ts";
import { importCommand } from "./import.ts";
import { maintenanceCommands } from "./maintenance.ts";
import { scopeCommands } from "./scope.ts";
import { userCommands } from "./user.ts";

/** Every command there is; help, parsing and complaints are made from this table. */
export const commands: readonly Command[] = [
  ...userCommands,
  ...clientCommands,
  ...scopeCommands,
  ...maintenanceCommands,
  ...databaseCommands,
  ...backupCommands,
  exportCommand,
  importCommand,
  doctor,
];
