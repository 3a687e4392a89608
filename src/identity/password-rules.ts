import { isCommonPassword } from "./common-password.ts";

export type PasswordProblem = "too_short" | "too_long" | "too_common";

/** In characters as a person counts them. */
export const shortestPassword = 8;
export const longestPassword = 200;

/** What is wrong with a new password; undefined when it may be used. No rule about digits or symbols: they make none safer. */
export function passwordProblem(password: string): PasswordProblem | undefined {
  const length = [...password.normalize("NFC")].length;
  if (length < shortestPassword) return "too_short";
  if (length > longestPassword) return "too_long";
  return isCommonPassword(password) ? "too_common" : undefined;
}
