import type { Command, Option } from "./command.ts";
import { optionsOf } from "./parse.ts";

const call = "npm run -s cli --";

function shortForm(option: Option): string {
  const form = `--${option.name}${option.value ? ` ${option.value}` : ""}`;
  const repeated = option.repeat ? `${form} …` : form;
  return option.required ? repeated : `[${repeated}]`;
}

/** `user create --name NAME [--email EMAIL] …` */
function usage(command: Command): string {
  const words = (command.arguments ?? []).map(({ name }) => name);
  return [command.name, ...words, ...(command.options ?? []).map(shortForm)].join(" ");
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}

/** All commands, one line each. */
export function overview(commands: readonly Command[]): string[] {
  return [
    `${call} COMMAND [OPTION …]`,
    "",
    ...columns(commands.map(({ name, about }) => [name, about])),
    "",
    `Every command takes --json and --help. Settings come from the environment: DATABASE_URL above all.`,
  ];
}

/** One command with its arguments and options. */
export function manual(command: Command): string[] {
  const rows = [
    ...(command.arguments ?? []).map(({ name, about, example }): [string, string] => [
      name,
      `${about}, for example ${example}`,
    ]),
    ...optionsOf(command).map((option): [string, string] => [
      `--${option.name}${option.value ? ` ${option.value}` : ""}`,
      option.example ? `${option.about}, for example ${option.example}` : option.about,
    ]),
  ];
  return [`${call} ${usage(command)}`, "", command.about, "", ...columns(rows)];
}
