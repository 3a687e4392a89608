import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { pooledEntropy } from "./pooled-entropy.ts";

it("gives what the source gives, in order, and no byte twice", () => {
  let next = 0;
  const counting = (bytes: number) => Uint8Array.from({ length: bytes }, () => next++ % 251);
  const entropy = pooledEntropy(counting);
  const given = [...entropy(16), ...entropy(32), ...entropy(7)];
  expect(given).toEqual(Array.from({ length: 55 }, (_, n) => n % 251));
});

it("gives exactly as many bytes as asked, more than the pool holds too", () => {
  const entropy = pooledEntropy(randomBytes);
  for (const bytes of [0, 1, 16, 8192, 8193, 5000, 5000]) expect(entropy(bytes)).toHaveLength(bytes);
});

it("repeats nothing over many pools", () => {
  const entropy = pooledEntropy(randomBytes);
  const seen = new Set(Array.from({ length: 5000 }, () => Buffer.from(entropy(16)).toString("hex")));
  expect(seen.size).toBe(5000);
});
