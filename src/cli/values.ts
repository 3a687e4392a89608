import { textProblem, tidied } from "../protocol/plain-text.ts";
import { isClientId } from "../protocol/registration/client-id.ts";
import { pageUrl, pageUrlLimit } from "../protocol/registration/page-url.ts";
import { type Argument, type Input, type Option, wrongArgument, wrongOption } from "./command.ts";

const year = 366 * 86_400;

/** A whole number within bounds; undefined when the option was not given. */
export function wholeNumber(input: Input, option: Option, low: number, high: number): number | undefined {
  const text = input.value(option);
  if (text === undefined) return undefined;
  const number = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= low && number <= high) return number;
  throw wrongOption(option, `must be a whole number from ${low} to ${high}`);
}

/** A lifetime in seconds; `default` goes back to the server's setting (null). */
export function lifetime(input: Input, option: Option): number | null | undefined {
  if (input.value(option) === "default") return null;
  return wholeNumber(input, option, 1, 10 * year);
}

export function onOff(input: Input, option: Option): boolean | undefined {
  const text = input.value(option);
  if (text === undefined) return undefined;
  if (text !== "on" && text !== "off") throw wrongOption(option, "must be on or off");
  return text === "on";
}

/** One line of text for people: no control characters, nothing but blanks refused. */
export function line(input: Input, option: Option, longest: number): string | undefined {
  const given = input.value(option);
  if (given === undefined) return undefined;
  const text = tidied(given);
  const problem = textProblem(text, longest, "one");
  if (problem === "characters") throw wrongOption(option, "must be one line of plain text");
  if (problem) throw wrongOption(option, `must have 1 to ${longest} characters`);
  return text;
}

/** An https address of a page; `none` clears it (null). */
export function pageAddress(input: Input, option: Option): string | null | undefined {
  const text = input.value(option);
  if (text === undefined) return undefined;
  if (text === "none") return null;
  const url = pageUrl(text);
  if (url === undefined)
    throw wrongOption(option, `must be an https address of at most ${pageUrlLimit} characters`);
  return url;
}

export const userId: Argument = { name: "ID", about: "the user's number", example: "12345" };
export const clientId: Argument = {
  name: "ID",
  about: "the client_id",
  example: "9b2f1c04-5a4e-4d0c-8f5e-2d6a7c1b3e90",
};

/** The user's number among the words. */
export function readUserId(input: Input): number {
  const [text = ""] = input.words;
  const id = /^[1-9]\d{0,15}$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isSafeInteger(id)) return id;
  throw wrongArgument(userId, "must be a whole number from 1");
}

/** The client_id among the words. */
export function readClientId(input: Input): string {
  const [text = ""] = input.words;
  if (isClientId(text)) return text;
  throw wrongArgument(clientId, "must be a UUID, or the number of an application that was imported");
}
