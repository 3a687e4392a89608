import type { Clock, Entropy } from "../protocol/ambient.ts";
import type { RowIds } from "../protocol/row-id.ts";
import type { OpenStorage } from "../storage/sql/open.ts";

/** `--name VALUE`, or a switch when there is no `value`. */
export interface Option {
  readonly name: string;
  /** What stands for the value in the help, for example `NAME`. */
  readonly value?: string;
  readonly about: string;
  /** A value that would be right; every complaint about the option ends with it. */
  readonly example?: string;
  readonly required?: boolean;
  /** May be given several times. */
  readonly repeat?: boolean;
}

/** A word without a name, given by its place. */
export interface Argument {
  readonly name: string;
  readonly about: string;
  readonly example: string;
}

/** What was typed after the command's name, already held against its options. */
export interface Input {
  readonly words: readonly string[];
  /** The given values, in order; empty when the option was not given. */
  values(option: Option): readonly string[];
  value(option: Option): string | undefined;
  given(option: Option): boolean;
}

/** What a command has to work with. */
export interface Surroundings {
  readonly clock: Clock;
  readonly entropy: Entropy;
  readonly ids: RowIds;
  readonly environment: NodeJS.ProcessEnv;
  readonly stdin: AsyncIterable<Uint8Array | string>;
  /** Tells who waits for a long command how far it is; never part of the outcome. */
  readonly progress: (line: string) => void;
  /** The database, opened on first use; `migrated` is what all but a few commands want. */
  readonly storage: (state: "migrated" | "as it is") => Promise<OpenStorage>;
}

/** `data` is the one object of `--json`; `lines` say the same to people. */
export interface Outcome {
  readonly data: Readonly<Record<string, unknown>>;
  readonly lines: readonly string[];
  /** The command did its work and found something wrong. */
  readonly failed?: boolean;
}

export interface Command {
  /** Noun and verb, or one word. */
  readonly name: string;
  readonly about: string;
  readonly arguments?: readonly Argument[];
  readonly options?: readonly Option[];
  readonly run: (input: Input, surroundings: Surroundings) => Promise<Outcome>;
}

/** What was typed is wrong; the message is one line naming what, why and an example. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** What was typed is right but cannot be done (no such user, a name that is taken); the message is one line. */
export class CommandFailure extends Error {
  override readonly name = "CommandFailure";
}

/** `--email must be …, for example --email ayu@example.com`. */
export function wrongOption(option: Option, problem: string): UsageError {
  const example = option.example ? `, for example --${option.name} ${quoted(option.example)}` : "";
  return new UsageError(`--${option.name} ${problem}${example}.`);
}

export function wrongArgument(argument: Argument, problem: string): UsageError {
  return new UsageError(`${argument.name} ${problem}, for example ${quoted(argument.example)}.`);
}

function quoted(text: string): string {
  return /^[\w@.:/+=-]+$/.test(text) ? text : JSON.stringify(text);
}
