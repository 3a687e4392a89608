import { expect, it } from "vitest";
import { rehearsalRoom } from "./rehearsal-room.ts";

it("gives nobody the places of the others, and gives them back", async () => {
  const room = rehearsalRoom({ all: 5, ofOne: 2 });
  let gone = false;
  const hold = (holder: string) => room.wait(holder, 10, () => gone);
  const held = ["a", "a", "b", "b"].map(hold);
  expect(await hold("a")).toBe(false);
  held.push(hold("c"));
  expect([await hold("c"), await hold("d")]).toEqual([false, false]);
  expect(await room.wait("a", 0, () => false)).toBe(true);
  gone = true;
  expect(await Promise.all(held)).toEqual([true, true, true, true, true]);
  expect(await Promise.all(["a", "a", "d"].map(hold))).toEqual([true, true, true]);
});
