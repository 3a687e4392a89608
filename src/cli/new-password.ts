import { passwords } from "../identity/password.ts";
import { longestPassword, passwordProblem, shortestPassword } from "../identity/password-rules.ts";
import type { Option } from "./command.ts";
import { type Input, type Surroundings, wrongOption } from "./command.ts";

export const password: Option = {
  name: "password",
  value: "PASSWORD",
  about: "seen by whoever lists processes: prefer --password-stdin",
  example: "a good long one",
};
export const passwordStdin: Option = {
  name: "password-stdin",
  about: "read the password from standard input",
};

const said = {
  too_short: `is too short: it must have at least ${shortestPassword} characters`,
  too_long: `is too long: it may have at most ${longestPassword} characters`,
  too_common: "is one of the most common passwords: choose another",
} as const;

const stdinLimit = 10_000;

async function readLine(stdin: Surroundings["stdin"]): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stdin) {
    chunks.push(Buffer.from(chunk));
    size += chunk.length;
    if (size > stdinLimit) break;
  }
  return Buffer.concat(chunks)
    .toString("utf8")
    .replace(/\r?\n$/, "");
}

/** The hash of the password that was given, by the rules of every new password; undefined when none was. */
export async function newPasswordHash(
  input: Input,
  { stdin, entropy }: Surroundings,
): Promise<string | undefined> {
  if (input.given(password) && input.given(passwordStdin))
    throw wrongOption(passwordStdin, "and --password exclude each other");
  const source = input.given(passwordStdin) ? passwordStdin : password;
  const text = source === passwordStdin ? await readLine(stdin) : input.value(password);
  if (text === undefined) return undefined;
  const problem = passwordProblem(text);
  if (problem) throw wrongOption(source, said[problem]);
  return passwords({ concurrency: 1, queueLimit: 1, entropy }).hash(text);
}
