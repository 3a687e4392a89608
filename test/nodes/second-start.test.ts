import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { makeDatabase } from "../support/database.ts";
import { startServer } from "../support/server.ts";

it.each(["sqlite", "postgres"] as const)(
  "a second start on %s takes less than two seconds",
  async (engine) => {
    const folder = mkdtempSync(join(tmpdir(), "mubarokah-id-"));
    const server = await startServer({ alone: true, database: await makeDatabase(engine, folder) });
    const times: number[] = [];
    for (let attempt = 0; attempt < 3; attempt++) {
      await server.kill();
      const began = performance.now();
      await server.start();
      times.push(performance.now() - began);
    }
    await server.stop();
    rmSync(folder, { recursive: true });
    expect(Math.min(...times)).toBeLessThan(2000);
  },
);
