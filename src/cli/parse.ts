import { parseArgs } from "node:util";
import type { Command, Input, Option } from "./command.ts";
import { UsageError, wrongOption } from "./command.ts";

export const json: Option = { name: "json", about: "print one JSON object on stdout" };
export const help: Option = { name: "help", about: "say what the command does and which options it has" };

export interface Typed {
  readonly command: Command;
  readonly input: Input;
}

/** The command that the first one or two words name. */
export function findCommand(words: readonly string[], commands: readonly Command[]): Command | undefined {
  const [noun, verb] = words;
  return commands.find(({ name }) => name === `${noun} ${verb}` || name === noun);
}

/** Every option that a command takes. */
export function optionsOf(command: Command): readonly Option[] {
  return [...(command.options ?? []), json, help];
}

/** Holds the words after the command's name against its options; throws UsageError. */
export function parse(command: Command, words: readonly string[]): Input {
  const rest = words.slice(command.name.split(" ").length);
  const options = optionsOf(command);
  const { tokens } = parseArgs({
    args: [...rest],
    strict: false,
    tokens: true,
    allowPositionals: true,
    options: Object.fromEntries(
      options.map(({ name, value }) => [name, { type: value ? "string" : "boolean" } as const]),
    ),
  });
  const given = new Map<Option, string[]>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") positionals.push(token.value);
    if (token.kind === "option") accept(command, token, given);
  }
  const input: Input = {
    words: positionals,
    values: (option) => given.get(option) ?? [],
    value: (option) => given.get(option)?.[0],
    given: (option) => given.has(option),
  };
  if (!input.given(help)) checkComplete(command, input);
  return input;
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function accept(command: Command, token: OptionToken, given: Map<Option, string[]>): void {
  const option = optionsOf(command).find(({ name }) => token.rawName === `--${name}`);
  if (!option) {
    const known = optionsOf(command).map(({ name }) => `--${name}`);
    throw new UsageError(`${JSON.stringify(token.rawName)} is unknown here; there are ${known.join(", ")}.`);
  }
  const before = given.get(option);
  if (before && !option.repeat) throw wrongOption(option, "may be given once");
  given.set(option, [...(before ?? []), checkedValue(option, token)]);
}

function checkedValue(option: Option, token: OptionToken): string {
  if (!option.value) {
    if (token.inlineValue) throw wrongOption(option, "takes no value");
    return "";
  }
  // An option's name where its value should be is a value forgotten; --name=--value says that it is meant so.
  const forgotten = token.value === undefined || (!token.inlineValue && token.value.startsWith("--"));
  if (forgotten || token.value === "") throw wrongOption(option, "needs a value");
  return token.value ?? "";
}

function checkComplete(command: Command, input: Input): void {
  const expected = command.arguments ?? [];
  const missing = expected[input.words.length];
  if (missing)
    throw new UsageError(`${missing.name} is missing, for example: ${command.name} ${exampleOf(command)}.`);
  if (input.words.length > expected.length) {
    const surplus = JSON.stringify(input.words[expected.length]);
    throw new UsageError(`${surplus} is too much: quote values that hold blanks.`);
  }
  for (const option of command.options ?? []) {
    if (option.required && !input.given(option)) throw wrongOption(option, "is missing");
  }
}

function exampleOf(command: Command): string {
  return (command.arguments ?? []).map(({ example }) => example).join(" ");
}
