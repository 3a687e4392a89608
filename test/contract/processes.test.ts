import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterEach, expect, it } from "vitest";
import { migrated, unhurried } from "../support/storage.ts";
import { onEveryShared } from "./engines.ts";
import { aCode, seedFamily } from "./fixtures.ts";

interface Child {
  readonly process: ChildProcess;
  readonly lines: string[];
  readonly closed: Promise<unknown>;
}

onEveryShared("Processes on", (url) => {
  const children: ChildProcess[] = [];

  afterEach(() => {
    for (const child of children.splice(0)) child.kill("SIGKILL");
  });

  function start(script: string, ...parameters: string[]): Child {
    const path = fileURLToPath(new URL(`./children/${script}`, import.meta.url));
    const child = spawn(process.execPath, [path, url(), ...parameters], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    children.push(child);
    const lines: string[] = [];
    const closed = once(child, "close");
    createInterface(child.stdout).on("line", (line) => lines.push(line));
    return { process: child, lines, closed };
  }

  it("bring a fresh one up to date together, and redeem each code once", async () => {
    const count = 400;
    const started = [1, 2, 3].map(() => start("redeem.ts", `${count}`));
    await expect
      .poll(() => started.every(({ lines }) => lines.includes("ready")), { timeout: 10_000 })
      .toBe(true);
    const storage = await migrated(url(), unhurried);
    await seedFamily(storage);
    await storage.write(async ({ authorizations }) => {
      for (let n = 0; n < count; n++) await authorizations.addCode(aCode({ id: `code-${n}` }));
    });
    for (const child of started) child.process.stdin?.write("go\n");
    const own = await Promise.all(
      Array.from({ length: count }, async (_, n) => {
        await sleep(n % 20);
        return storage.write(({ authorizations }) => authorizations.redeemCode(`code-${n}`, 1));
      }),
    );
    await Promise.all(started.map(({ closed }) => closed));
    const theirs = started.flatMap(({ lines }) => lines.filter((line) => line !== "ready"));
    const all = [...theirs, ...own.flatMap((answer, n) => (answer === "redeemed" ? [`code-${n}`] : []))];
    expect(started.map((child) => child.process.exitCode)).toEqual([0, 0, 0]);
    expect(all).toHaveLength(count);
    expect(new Set(all).size).toBe(count);
    await storage.close();
  });

  it("lose nothing they acknowledged when killed", async () => {
    const prepared = await migrated(url(), unhurried);
    await seedFamily(prepared);
    await prepared.close();
    const acknowledged: string[] = [];
    for (const round of [1, 2, 3]) {
      const child = start("write-and-acknowledge.ts", `round-${round}`);
      await expect.poll(() => child.lines.length, { timeout: 10_000 }).toBeGreaterThan(200 * round);
      child.process.kill("SIGKILL");
      await child.closed;
      acknowledged.push(...child.lines);
    }
    const storage = await migrated(url(), unhurried);
    for (const id of acknowledged) {
      expect((await storage.committed.authorizations.findCode(id))?.redeemedAt).not.toBeNull();
      expect(await storage.committed.authorizations.findCode(id)).toBeDefined();
    }
    const again = acknowledged.slice(-50);
    const replays = await Promise.all(
      again.map((id) => storage.write(({ authorizations }) => authorizations.redeemCode(id, 1))),
    );
    expect(new Set(replays)).toEqual(new Set(["replayed"]));
    await storage.close();
  });
});
