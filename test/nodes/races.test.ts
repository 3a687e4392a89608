import { afterAll, beforeAll, expect, it } from "vitest";
import { startServer, type TestServer } from "../support/server.ts";
import { redirectUri, TokenDesk, verifier } from "../support/token-desk.ts";

let desk: TokenDesk;
let other: TestServer;

beforeAll(async () => {
  desk = await TokenDesk.open({ RATE_LIMITS: "on,client_refused=0" }, { alone: true });
  other = await startServer({ nodeOf: desk.server, env: { RATE_LIMITS: "on,client_refused=0" } });
});
afterAll(async () => {
  await other.stop();
  await desk.close();
});

const nodes = () => [desk.server, other];
const hundred = Array.from({ length: 100 }, (_, index) => index);

function post(n: number, fields: Readonly<Record<string, string>>): Promise<Response> {
  const origin = nodes()[n % 2]?.origin;
  return fetch(`${origin}/oauth/token`, { method: "POST", body: new URLSearchParams(fields) });
}

it("A code is redeemed once by 100 who try on two nodes, and what came of it dies with the second try", async () => {
  const client = await desk.client();
  const code = await desk.code(client, { codeChallenge: null });
  const fields = { grant_type: "authorization_code", code, redirect_uri: redirectUri };
  const credentials = { client_id: client.id, client_secret: client.secret ?? "" };
  const answers = await Promise.all(hundred.map((n) => post(n, { ...fields, ...credentials })));
  const won = answers.filter(({ status }) => status === 200);
  expect(won).toHaveLength(1);
  for (const lost of answers.filter((answer) => !won.includes(answer))) {
    expect([lost.status, await lost.json()]).toMatchObject([400, { reason: "authorization_code_used" }]);
  }
  const tokens = (await won[0]?.json()) as { access_token: string };
  expect(await desk.isActive(client, tokens.access_token)).toBe(false);
});

it("A refresh token is rotated once by 100 who try on two nodes: all get the same answer", async () => {
  const client = await desk.client();
  const { refresh_token } = await desk.tokens(client);
  const fields = { grant_type: "refresh_token", refresh_token, client_id: client.id };
  const rotate = (n: number) => post(n, { ...fields, client_secret: client.secret ?? "" });
  const first = await Promise.all(hundred.map(rotate));
  // Who was turned away because so many wait for one row asks again, as an application does.
  const answers = await Promise.all(first.map((answer, n) => (answer.status === 503 ? rotate(n) : answer)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
});

it("A code with a challenge survives its quick second submission on the other node", async () => {
  const client = await desk.publicClient();
  const code = await desk.code(client);
  const fields = { grant_type: "authorization_code", code, redirect_uri: redirectUri, client_id: client.id };
  const first = await post(0, { ...fields, code_verifier: verifier });
  const second = await post(1, { ...fields, code_verifier: verifier });
  expect([first.status, second.status]).toEqual([200, 400]);
  const { access_token } = (await first.json()) as { access_token: string };
  const user = await fetch(`${other.origin}/api/user`, {
    headers: { Authorization: `Bearer ${access_token}` },
  });
  expect(user.status).toBe(200);
});

it("The limit of 100 holds over two nodes, at once and one by one", async () => {
  const client = await desk.client();
  for (const atOnce of [true, false]) {
    const { access_token } = await desk.tokens(client);
    const headers = { Authorization: `Bearer ${access_token}` };
    const call = async (n: number) => (await fetch(`${nodes()[n % 2]?.origin}/api/user`, { headers })).status;
    const calls = [...hundred, ...hundred, ...hundred];
    const statuses = atOnce ? await Promise.all(calls.map(call)) : [];
    if (!atOnce) for (const n of calls) statuses.push(await call(n));
    expect(new Set(statuses)).toEqual(new Set([200, 429]));
    const allowed = statuses.filter((status) => status === 200).length;
    expect(allowed).toBeGreaterThanOrEqual(95);
    expect(allowed).toBeLessThanOrEqual(105);
  }
});
