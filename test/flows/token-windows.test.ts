import { afterAll, beforeAll, expect, it } from "vitest";
import type { Tokens } from "../support/application.ts";
import { provoked } from "../support/provoked.ts";
import { type KnownClient, TokenDesk } from "../support/token-desk.ts";

/** The windows as settings, in real time. */
let desk: TokenDesk;
let client: KnownClient;

beforeAll(async () => {
  desk = await TokenDesk.open({
    REFRESH_REPLAY_WINDOW: "1",
    CODE_REPLAY_LEEWAY: "1",
    ACCESS_TOKEN_TTL: "1",
    REFRESH_TOKEN_TTL: "2",
  });
  client = await desk.client();
});
afterAll(() => desk.close());

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

it.concurrent("REFRESH_REPLAY_WINDOW: the same response within, revocation after", async () => {
  const own = await desk.client({ refreshTokenTtl: 60 });
  const first = await desk.tokens(own);
  const one = await (await desk.refresh(own, first.refresh_token)).text();
  expect(await (await desk.refresh(own, first.refresh_token)).text()).toBe(one);
  await pause(1050);
  const late = await desk.refresh(own, first.refresh_token);
  await provoked("oauth", "invalid_grant", "refresh_token_reused", late);
  const { refresh_token: token } = JSON.parse(one) as Required<Tokens>;
  await provoked("oauth", "invalid_grant", "refresh_token_revoked", await desk.refresh(own, token));
});

it.concurrent("CODE_REPLAY_LEEWAY: nothing is revoked within, everything after", async () => {
  const own = await desk.client({ accessTokenTtl: 60 });
  const code = await desk.code(own);
  const tokens = (await (await desk.redeem(own, code)).json()) as Required<Tokens>;
  expect((await desk.redeem(own, code)).status).toBe(400);
  expect(await desk.isActive(own, tokens.access_token)).toBe(true);
  await pause(1050);
  expect((await desk.redeem(own, code)).status).toBe(400);
  expect(await desk.isActive(own, tokens.access_token)).toBe(false);
});

it.concurrent("ACCESS_TOKEN_TTL and REFRESH_TOKEN_TTL", async () => {
  const tokens = await desk.tokens(client);
  expect(tokens.expires_in).toBe(1);
  await pause(1050);
  expect(await desk.isActive(client, tokens.access_token)).toBe(false);
  expect(await desk.isActive(client, tokens.refresh_token)).toBe(true);
  await pause(1000);
  const late = await desk.refresh(client, tokens.refresh_token);
  await provoked("oauth", "invalid_grant", "refresh_token_expired", late);
});
