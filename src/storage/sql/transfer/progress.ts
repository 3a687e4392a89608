import { z } from "zod";
import type { Db } from "../database.ts";
import { settingStore } from "../settings.ts";
import { importSetting } from "./tables.ts";

const progress = z.object({
  /** Which export. */
  id: z.string(),
  /** Rows of it that are stored. */
  rows: z.number(),
  finished: z.boolean(),
});

/** How far an import into this database has come; kept in the database itself, changed together with the rows. */
export type Progress = z.infer<typeof progress>;

export async function readProgress(db: Db): Promise<Progress | undefined> {
  return parseProgress(await settingStore(db).get(importSetting));
}

export function parseProgress(text: string | undefined): Progress | undefined {
  return text === undefined ? undefined : progress.parse(JSON.parse(text));
}

export function writeProgress(db: Db, value: Progress): Promise<void> {
  return settingStore(db).put(importSetting, JSON.stringify(value));
}
