import { randomInt } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Tokens } from "../support/application.ts";
import { provoked } from "../support/provoked.ts";
import { type KnownClient, TokenDesk } from "../support/token-desk.ts";

let desk: TokenDesk;
let client: KnownClient;

beforeAll(async () => {
  // Long windows: what is told below must not depend on how long the restart takes.
  desk = await TokenDesk.open({ CODE_REPLAY_LEEWAY: "300", REFRESH_REPLAY_WINDOW: "300" }, { alone: true });
  client = await desk.client();
});
afterAll(() => desk.close());

interface Answered {
  readonly code: string;
  readonly tokens: Tokens;
  /** The successor, where the rotation was answered as well. */
  readonly rotated?: Tokens;
}

/** Redeems codes and rotates their refresh tokens for as long as the server answers; keeps what it was answered. */
async function work(codes: string[], answered: Answered[]): Promise<void> {
  for (let code = codes.pop(); code !== undefined; code = codes.pop()) {
    const response = await desk.redeem(client, code);
    const tokens = (await response.json()) as Tokens;
    const index = answered.push({ code, tokens }) - 1;
    const refresh = { grant_type: "refresh_token", refresh_token: tokens.refresh_token ?? "" };
    const rotation = await desk.as(client, "/oauth/token", refresh);
    answered[index] = { code, tokens, rotated: (await rotation.json()) as Tokens };
  }
}

async function isAccepted(accessToken: string): Promise<boolean> {
  const headers = { Authorization: `Bearer ${accessToken}` };
  return (await fetch(`${desk.server.origin}/api/user`, { headers })).status === 200;
}

it("kill -9 under load: nothing that was answered is lost, and no used code works again", async () => {
  const codes = await Promise.all(Array.from({ length: 240 }, () => desk.code(client)));
  const answered: Answered[] = [];
  const load = Promise.allSettled(Array.from({ length: 12 }, () => work(codes, answered)));
  while (answered.length < 30) await sleep(5);
  await sleep(randomInt(50));
  await desk.server.kill();
  await load;
  expect(codes.length).toBeGreaterThan(0);
  await desk.server.start();
  for (const { tokens, rotated } of answered) {
    expect(await isAccepted(tokens.access_token)).toBe(true);
    if (rotated) expect(await isAccepted(rotated.access_token)).toBe(true);
  }
  for (const { code } of answered) {
    await provoked("oauth", "invalid_grant", "authorization_code_used", await desk.redeem(client, code));
  }
  // A rotation that was answered stands: its successor works, once more and only once.
  const [last] = answered.flatMap(({ rotated }) => rotated ?? []);
  if (!last) throw new Error("No rotation was answered");
  const next = { grant_type: "refresh_token", refresh_token: last.refresh_token ?? "" };
  expect((await desk.as(client, "/oauth/token", next)).status).toBe(200);
  // And whoever was not answered may simply ask again.
  const left = codes.pop() ?? "";
  expect((await desk.redeem(client, left)).status).toBe(200);
});
