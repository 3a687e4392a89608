import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { defaultLimits } from "./rate-limit.ts";
import { acceptedSteps, base32, hotp, matchingStep, totpSecret, totpStep, totpUri } from "./totp.ts";

const secret = Buffer.from("12345678901234567890");

describe("one-time passwords of an authenticator app", () => {
  it.each(
    ["755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489"].map(
      (code, counter) => [counter, code] as const,
    ),
  )("counter %i gives %s (RFC 4226 appendix D)", (counter, code) => {
    expect(hotp(secret, counter)).toBe(code);
  });

  it.each([
    [59, 0x1, "94287082"],
    [1_111_111_109, 0x23523ec, "07081804"],
    [1_111_111_111, 0x23523ed, "14050471"],
    [1_234_567_890, 0x273ef07, "89005924"],
    [2_000_000_000, 0x3f940aa, "69279037"],
    [20_000_000_000, 0x27bc86aa, "65353130"],
  ])("second %i is step %i and gives %s (RFC 6238 appendix B)", (second, step, code) => {
    expect(totpStep(second * 1000)).toBe(step);
    expect(hotp(secret, step, 8)).toBe(code);
  });

  it("are accepted one step early and one step late", () => {
    const now = 1_111_111_111_000;
    const step = totpStep(now);
    const answers = [-2, -1, 0, 1, 2].map((skew) => matchingStep(secret, hotp(secret, step + skew), now));
    expect(answers).toEqual([undefined, step - 1, step, step + 1, undefined]);
    expect(matchingStep(secret, "", now)).toBeUndefined();
    expect(matchingStep(secret, "1234567", now)).toBeUndefined();
  });

  it("are guessed with less than 1 in 10,000 on any day", () => {
    const { count, window } = defaultLimits.second_factor_by_account;
    expect(window).toBe(86_400);
    // A window begins with its first wrong code, so any 24 hours touch two windows at most.
    const guesses = 2 * count;
    expect((guesses * acceptedSteps.length) / 10 ** 6).toBeLessThan(1e-4);
  });
});

describe("the secret", () => {
  it("has 160 bits of chance", () => {
    expect(totpSecret((bytes) => randomBytes(bytes))).toHaveLength(20);
  });

  it.each([
    ["", ""],
    ["f", "MY"],
    ["fo", "MZXQ"],
    ["foo", "MZXW6"],
    ["foob", "MZXW6YQ"],
    ["fooba", "MZXW6YTB"],
    ["foobar", "MZXW6YTBOI"],
  ])("%j in base 32 is %j (RFC 4648 §10)", (text, encoded) => {
    expect(base32(Buffer.from(text))).toBe(encoded);
  });

  it("is told to the app together with service and account, whatever they contain", () => {
    const uri = new URL(totpUri(secret, "Mubarokah ID", "a:b&issuer=x@example.com"));
    expect(decodeURIComponent(uri.pathname)).toBe("/Mubarokah ID:a:b&issuer=x@example.com");
    expect(Object.fromEntries(uri.searchParams)).toEqual({
      secret: "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ",
      issuer: "Mubarokah ID",
      algorithm: "SHA1",
      digits: "6",
      period: "30",
    });
  });
});
