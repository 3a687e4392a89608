import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { secretBytes } from "../protocol/tokens/opaque.ts";
import { codeAttempts, codes } from "./one-time-code.ts";
import { defaultLimits, type LimitName } from "./rate-limit.ts";
import { isExact } from "./rate-limit-precision.ts";
import { recoveryCodeCount, recoveryCodeSpace } from "./recovery-code.ts";
import { acceptedSteps, appCodeDigits } from "./totp.ts";

/*
 * docs/decisions/0018-what-guessing-is-worth.md, computed from the numbers that the server goes by. Whoever makes one of them
 * more generous learns here what that gives to somebody who guesses.
 */

const document = readFileSync("docs/decisions/0018-what-guessing-is-worth.md", "utf8");

/** What guessing may achieve at one account in a day. */
const bound = 1e-4;

/** The one number that is no constant of ours: how many people have the likeliest password that the rules let through. */
const likeliestPassword = 1e-6;

/** An account goes by an e-mail address, a username and a number; each is counted by itself. */
const names = 3;

/** Any 24 hours touch at most two windows of a day. */
const windows = 2;

function perDay(name: LimitName): number {
  const { count, window } = defaultLimits[name];
  return (count * 86_400) / window;
}

/** Guesses in one window of a day, and the chance that they hit. */
const passwordGuesses = names * perDay("password_by_name_and_day") + perDay("password_by_device_and_day");
const codeGuesses = perDay("code_by_recipient_and_day") * codeAttempts;
const factorGuesses = perDay("second_factor_by_account");

const chances = {
  /** With a right one after that it takes a code, of which there are as many guesses as after any right password. */
  password: passwordGuesses * likeliestPassword + factorGuesses / codes,
  code: codeGuesses / codes,
  app: (factorGuesses * acceptedSteps.length) / 10 ** appCodeDigits,
  sentFactor: factorGuesses / codes,
  recovery: (factorGuesses * recoveryCodeCount) / recoveryCodeSpace,
} as const;

/** Several codes, each guessed without repeating: what a guesser does best. */
function ofCodes(sent: number): number {
  return 1 - (1 - codeAttempts / codes) ** sent;
}

describe("in any 24 hours", () => {
  it.each(Object.entries(chances))(
    "%s is guessed with a chance below one in ten thousand",
    (name, chance) => {
      const exact =
        name === "code" ? ofCodes(windows * perDay("code_by_recipient_and_day")) : windows * chance;
      expect(exact).toBeLessThan(bound);
    },
  );

  it("the best mixture of second factors is below it too, since all of them share one count", () => {
    expect(windows * Math.max(chances.app, chances.sentFactor, chances.recovery)).toBeLessThan(bound);
  });

  it("links cannot be guessed however many are tried: a thousand million a second for a year", () => {
    expect((1e9 * 86_400 * 365) / 2 ** (8 * secretBytes)).toBeLessThan(1e-50);
  });
});

/** As the document writes it. */
const written = (chance: number) => `${(chance * 1e5).toFixed(1)} · 10⁻⁵`;

describe("in one counted day", () => {
  it("all ways in together, password and code to number or address, stay below one in ten thousand", () => {
    expect(chances.password + chances.code).toBeLessThan(bound);
    expect(document).toContain(
      `together, every way in at once, are ${written(chances.password + chances.code)}`,
    );
  });

  it.each([chances.password, chances.app, chances.sentFactor])(
    "the document has the figures (%d)",
    (chance) => {
      expect(document).toContain(`| ${written(chance)} | ${written(windows * chance)} |`);
    },
  );
});

describe("these limits", () => {
  const counted: readonly LimitName[] = [
    "password_by_account_and_ip",
    "password_by_account_and_device",
    "password_by_name_and_day",
    "password_by_device_and_day",
    "code_by_recipient",
    "code_by_recipient_and_day",
    "second_factor_by_account",
  ];

  it.each(counted)("%s is exact on any number of nodes", (name) => {
    expect(isExact(defaultLimits[name].count)).toBe(true);
  });

  it.each(counted)("%s stands in the document as it is", (name) => {
    const { count, window } = defaultLimits[name];
    expect(document).toContain(
      `| \`${name}\` | ${count} in ${window === 86_400 ? "a day" : `${window / 60} minutes`} |`,
    );
  });
});
