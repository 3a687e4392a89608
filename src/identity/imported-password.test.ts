import { randomBytes } from "node:crypto";
import { hashSync } from "bcryptjs";
import { describe, expect, it } from "vitest";
import { bcryptCost, bcryptOfNobody } from "../protocol/bcrypt-hash.ts";
import { type Bcrypt, bcryptInThread } from "./bcrypt.ts";
import { passwords } from "./password.ts";
import { Overloaded } from "./work-queue.ts";

const laravel = (password: string, cost = 4) => hashSync(password, cost).replace(/^\$2b/, "$2y");
const thread = bcryptInThread(50);

/** Counts the rounds that are computed. */
function counting(): Bcrypt & { readonly rounds: () => number } {
  let rounds = 0;
  return {
    matches: (hash, text) => {
      rounds += 2 ** (bcryptCost(hash) ?? 0);
      return thread.matches(hash, text);
    },
    rounds: () => rounds,
  };
}

function hashing(bcrypt: Bcrypt, highest: number | undefined) {
  const imported = { bcrypt, highestCost: async () => highest };
  return passwords({ concurrency: 1, queueLimit: 50, entropy: randomBytes, imported });
}

describe("an imported password", () => {
  it("is told from a wrong one, and wanted anew as argon2id", async () => {
    const { verify, needsRehash } = hashing(thread, 4);
    for (const hash of [laravel("kuda baterai"), hashSync("kuda baterai", 4), laravel("kuda baterai", 5)]) {
      expect(await verify(hash, "kuda baterai")).toBe(true);
      expect(await verify(hash, "kuda batere")).toBe(false);
      expect(await verify(hash, "")).toBe(false);
      expect(needsRehash(hash)).toBe(true);
    }
  });

  it("is one that PHP made", async () => {
    // From PHP's manual of crypt().
    const php = "$2y$07$usesomesillystringfore2uDLvp1Ii2e./U9C8sBjqp8I90dH6hi";
    expect(await hashing(thread, 7).verify(php, "rasmuslerdorf")).toBe(true);
  });

  it.each([
    ["a hash of the highest cost", laravel("x", 6)],
    ["a hash of a lower cost", laravel("x", 4)],
    ["no account", null],
    [
      "an account that has argon2id by now",
      "$argon2id$v=19$m=64,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
    ],
    ["a text that is no hash", "plain"],
  ])("that is wrong takes the same work for %s", async (_what, hash) => {
    const bcrypt = counting();
    expect(await hashing(bcrypt, 6).verify(hash, "wrong")).toBe(false);
    expect(bcrypt.rounds()).toBe(2 ** 6);
  });

  it("costs nobody anything where nothing was imported", async () => {
    const bcrypt = counting();
    expect(await hashing(bcrypt, undefined).verify(null, "wrong")).toBe(false);
    expect(bcrypt.rounds()).toBe(0);
  });

  it("leaves the main thread free", async () => {
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 5);
    await thread.matches(bcryptOfNobody(11), "x");
    clearInterval(timer);
    expect(turns).toBeGreaterThan(5);
  });

  it("is refused when too many wait, and those who wait are answered", async () => {
    const small = bcryptInThread(1);
    const hash = laravel("x");
    const answers = await Promise.allSettled(["x", "y", "z"].map((text) => small.matches(hash, text)));
    expect(answers.slice(0, 2)).toEqual([
      { status: "fulfilled", value: true },
      { status: "fulfilled", value: false },
    ]);
    expect(answers[2]).toMatchObject({ status: "rejected", reason: expect.any(Overloaded) });
    expect(await small.matches(hash, "x")).toBe(true);
  });
});

describe("a bcrypt hash", () => {
  it("is known by its shape, and one that would cost too much is none", () => {
    expect(bcryptCost(laravel("x", 5))).toBe(5);
    expect(bcryptCost(bcryptOfNobody(4))).toBe(4);
    for (const text of [
      "",
      "$2y$",
      bcryptOfNobody(15),
      bcryptOfNobody(3),
      `${bcryptOfNobody(5)}x`,
      `$2x${laravel("x").slice(3)}`,
    ])
      expect(bcryptCost(text), text).toBeUndefined();
  });

  it("of nobody fits no password", async () => {
    for (const text of ["", "x", "\0"]) expect(await thread.matches(bcryptOfNobody(4), text)).toBe(false);
  });
});
