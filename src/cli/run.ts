import { ConfigError } from "../config.ts";
import { StorageUnavailable } from "../storage/port/storage.ts";
import { type Command, CommandFailure, type Outcome, type Surroundings, UsageError } from "./command.ts";
import { manual, overview } from "./help.ts";
import { findCommand, help, json, parse } from "./parse.ts";

/** What a run leaves behind. */
export interface Finished {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

const text = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join("");

function said(stdout: readonly string[], exitCode = 0): Finished {
  return { exitCode, stdout: text(stdout), stderr: "" };
}

function refused(lines: readonly string[], exitCode: number): Finished {
  return { exitCode, stdout: "", stderr: text(lines) };
}

function unknownCommand(words: readonly string[], commands: readonly Command[]): Finished {
  const [noun = ""] = words;
  const near = commands.filter(({ name }) => name.startsWith(`${noun} `));
  const list = (near.length > 0 ? near : commands).map(({ name }) => name).join(", ");
  const what = JSON.stringify(words.slice(0, near.length > 0 ? 2 : 1).join(" "));
  return refused([`${what} is no command; there are: ${list}.`], 2);
}

function failureOf(command: Command, error: unknown): Finished {
  if (error instanceof UsageError) return refused([`${command.name}: ${error.message}`], 2);
  if (error instanceof CommandFailure) return refused([`${command.name}: ${error.message}`], 1);
  if (error instanceof ConfigError) return refused(error.lines, 1);
  if (error instanceof StorageUnavailable)
    return refused([`${command.name}: the database of DATABASE_URL is away or locked: ${error.message}`], 1);
  return refused([`${command.name}: ${error instanceof Error ? error.message : String(error)}`], 1);
}

function printed(outcome: Outcome, asJson: boolean): Finished {
  const exitCode = outcome.failed ? 1 : 0;
  return said(asJson ? [JSON.stringify(outcome.data)] : outcome.lines, exitCode);
}

/** Runs the command that `words` name. Never rejects: whatever happens is one line on stderr and an exit code. */
export async function run(
  words: readonly string[],
  commands: readonly Command[],
  surroundings: Surroundings,
): Promise<Finished> {
  if (words.length === 0 || words[0] === "help" || words[0]?.startsWith("-")) return said(overview(commands));
  const command = findCommand(words, commands);
  if (!command) return unknownCommand(words, commands);
  try {
    const input = parse(command, words);
    if (input.given(help)) return said(manual(command));
    return printed(await command.run(input, surroundings), input.given(json));
  } catch (error) {
    return failureOf(command, error);
  }
}
