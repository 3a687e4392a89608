import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type Passwords, passwords } from "./password.ts";
import { Overloaded, workQueue } from "./work-queue.ts";

const entropy = (bytes: number) => randomBytes(bytes);

function make(concurrency = 2, queueLimit = 10): Passwords {
  return passwords({ concurrency, queueLimit, entropy });
}

/** From the test suite of the Argon2 reference implementation: "password" with the salt "somesalt". */
const reference = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

describe("passwords", () => {
  it("keeps an argon2id PHC string of 19 MiB, two passes and one lane, salted anew each time", async () => {
    const { hash, needsRehash } = make();
    const [one, other] = await Promise.all([hash("saturn's eleven rings"), hash("saturn's eleven rings")]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(one).not.toBe(other);
    expect(needsRehash(one)).toBe(false);
  });

  it("tells the right password from a wrong one", async () => {
    const { hash, verify } = make();
    const stored = await hash("saturn's eleven rings");
    expect(await verify(stored, "saturn's eleven rings")).toBe(true);
    expect(await verify(stored, "saturn's eleven ring")).toBe(false);
    expect(await verify(stored, "")).toBe(false);
  });

  it("takes the same characters typed on another keyboard", async () => {
    const { hash, verify } = make();
    expect(await verify(await hash("crème brûlée"), "cre\u0300me bru\u0302le\u0301e")).toBe(true);
  });

  it("verifies hashes of other parameters and wants them made anew", async () => {
    const { verify, needsRehash } = make();
    expect(await verify(reference, "password")).toBe(true);
    expect(await verify(reference, "passwort")).toBe(false);
    expect(needsRehash(reference)).toBe(true);
  });

  it.each([
    "",
    "plain text",
    "$2b$10$abcdefghijklmnopqrstuv",
    "$argon2id$v=16$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
    "$argon2id$v=19$m=9999999,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
    "$argon2id$v=19$m=8,t=0,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
  ])("never lets anybody in with the stored text %j", async (stored) => {
    const { verify, needsRehash } = make();
    expect(await verify(stored, "password")).toBe(false);
    expect(needsRehash(stored)).toBe(true);
  });

  it("does the same work when there is no hash, and says no", async () => {
    const { hash, verify } = make(1);
    const stored = await hash("saturn's eleven rings");
    const known: number[] = [];
    const unknown: number[] = [];
    for (let round = 0; round < 9; round++) {
      known.push(await timed(() => verify(stored, "wrong")));
      unknown.push(await timed(() => verify(null, "wrong")));
    }
    expect(await verify(null, "")).toBe(false);
    expect(median(unknown)).toBeGreaterThan(median(known) * 0.6);
    expect(median(unknown)).toBeLessThan(median(known) * 1.6);
  });

  it("turns work away when the queue is full, and works again afterwards", async () => {
    const { verify } = make(1, 2);
    const results = await Promise.allSettled(Array.from({ length: 5 }, () => verify(null, "anything")));
    const refused = results.filter((result) => result.status === "rejected");
    expect(refused.map(({ reason }) => (reason as Error).name)).toEqual(["Overloaded", "Overloaded"]);
    expect(await verify(null, "anything")).toBe(false);
  });
});

describe("workQueue", () => {
  it("never runs more than its concurrency, and in order", async () => {
    const inTurn = workQueue(2, 100);
    let running = 0;
    let most = 0;
    const finished: number[] = [];
    const work = (index: number) => async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      finished.push(index);
    };
    await Promise.all(Array.from({ length: 20 }, (_, index) => inTurn(work(index))));
    expect(most).toBe(2);
    expect(finished).toEqual(Array.from({ length: 20 }, (_, index) => index));
  });

  it("gives its place back when work fails", async () => {
    const inTurn = workQueue(1, 0);
    const failure = new Error("no");
    await expect(inTurn(() => Promise.reject(failure))).rejects.toBe(failure);
    await expect(inTurn(async () => "done")).resolves.toBe("done");
    const blocked = inTurn(() => new Promise((resolve) => setTimeout(resolve, 5)));
    await expect(inTurn(async () => "too much")).rejects.toBeInstanceOf(Overloaded);
    await blocked;
  });
});

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function median(numbers: number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
