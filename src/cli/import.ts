import { closeSync, createReadStream, existsSync, openSync, readSync } from "node:fs";
import { resolve } from "node:path";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { fingerprint, knownSecretKeys } from "../secret-keys.ts";
import { TransferError } from "../storage/sql/transfer/format.ts";
import { checkExport, type OpenExport } from "../storage/sql/transfer/read-export.ts";
import {
  type Argument,
  type Command,
  CommandFailure,
  type Input,
  type Option,
  type Outcome,
  type Surroundings,
  wrongOption,
} from "./command.ts";
import { importPassport } from "./passport/import-passport.ts";

const file: Argument = {
  name: "FILE",
  about: "an export, or with --from a folder of dumps",
  example: "/var/backups/id-2026-11-23.ndjson.gz",
};
const otherKey: Option = {
  name: "other-secret-key",
  about: "the SECRET_KEY of the export is lost: waiting messages and one-time codes will be worthless",
};

const from: Option = {
  name: "from",
  value: "WHAT",
  about:
    "passport: FILE is a folder with users, oauth_clients and scope_approvals of a Laravel Passport installation",
  example: "passport",
};
const scope: Option = {
  name: "scope",
  value: "SCOPE",
  about:
    "with --from: what applications may ask for that name no scopes there (view-user and detail-user unless told)",
  example: "view-user",
  repeat: true,
};
const usualScopes = ["view-user", "detail-user"];

/** Rows between two lines about how far it is. */
const stride = 100_000;

/** Whether it is packed is seen by its first bytes: names change. */
function isPacked(path: string): boolean {
  const descriptor = openSync(path, "r");
  try {
    const start = Buffer.alloc(2);
    readSync(descriptor, start);
    return start[0] === 0x1f && start[1] === 0x8b;
  } finally {
    closeSync(descriptor);
  }
}

function opener(path: string): OpenExport {
  if (!existsSync(path)) throw new CommandFailure(`There is no export at ${path}.`);
  const packed = isPacked(path);
  return () => {
    const raw = createReadStream(path);
    // Whoever reads hears of an error by the stream that is read.
    return packed ? pipeline(raw, createGunzip(), () => {}) : raw;
  };
}

/** What a key sealed, no other opens: messages on their way, one-time codes. */
function checkKeys(wanted: readonly string[], { environment, progress }: Surroundings): void {
  if (wanted.length === 0) {
    progress("The export does not say which SECRET_KEY it belongs to: use the one of where it came from.");
    return;
  }
  const here = new Set(knownSecretKeys(environment).map(fingerprint));
  if (here.size === 0)
    throw new CommandFailure("SECRET_KEY is not set: set the one of where the export came from.");
  if (!wanted.every((key) => here.has(key)))
    throw new CommandFailure(
      "SECRET_KEY is not the one of where the export came from: what it sealed could not be opened. If it is lost: --other-secret-key.",
    );
}

function reason(error: unknown): unknown {
  if (error instanceof TransferError) return new CommandFailure(error.message);
  const cut = error instanceof Error && "code" in error && /^Z_/.test(String(error.code));
  return cut ? new CommandFailure("The export is damaged or was cut off. Export again.") : error;
}

async function importExport(path: string, ignoreKeys: boolean, surroundings: Surroundings): Promise<Outcome> {
  const { storage, progress } = surroundings;
  const open = opener(path);
  const checked = await checkExport(open);
  if (!ignoreKeys) checkKeys(checked.header.secret_keys, surroundings);
  progress(`${checked.rows} rows, as they were exported at ${checked.header.created_at}.`);
  const { transfer } = await storage("migrated");
  let next = stride;
  const { when, rows } = await transfer.importFrom(checked, open, (stored) => {
    if (stored < next) return;
    progress(`${stored} rows`);
    next = stored + stride;
  });
  const said =
    when === "now"
      ? `${rows} rows are here and were compared.`
      : "This export is here already: nothing was done.";
  return { data: { rows, imported: when === "now" ? rows : 0, already: when === "before" }, lines: [said] };
}

async function importDump(input: Input, surroundings: Surroundings): Promise<Outcome> {
  if (input.value(from) !== "passport") throw wrongOption(from, "must be passport");
  const usual = input.given(scope) ? [...new Set(input.values(scope))] : usualScopes;
  const { committed } = await surroundings.storage("migrated");
  const known = (await committed.scopes.list()).map(({ name }) => name);
  if (!usual.every((name) => known.includes(name)))
    throw wrongOption(scope, `must be one of ${known.join(", ")}`);
  return importPassport(resolve(input.words[0] ?? ""), usual, surroundings);
}

export const importCommand: Command = {
  name: "import",
  about:
    "Brings an export into an empty database, going on where an interrupted one was; start servers when it is done. With --from passport: takes users, applications and approvals of a Laravel Passport installation; running it again changes nothing.",
  arguments: [file],
  options: [otherKey, from, scope],
  run: async (input, surroundings) => {
    try {
      if (input.given(from)) return await importDump(input, surroundings);
      return await importExport(resolve(input.words[0] ?? ""), input.given(otherKey), surroundings);
    } catch (error) {
      throw reason(error);
    }
  },
};
