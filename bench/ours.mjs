import { execFile, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { closeSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { serverMemory } from "../scripts/server-process.mjs";
import { Visitor } from "../test/support/visitor.ts";
import { fire } from "./drive.mjs";
import { accessTokenIn, get, oauthScenarios, postForm, refreshTokenIn } from "./requests.mjs";

const run = promisify(execFile);
const root = fileURLToPath(new URL("..", import.meta.url));
const redirectUri = "https://app.example.com/callback";
const verifier = "v".repeat(43);
const challenge = createHash("sha256").update(verifier).digest("base64url");
const person = { identifier: "bench@example.com", password: "correct-horse-battery-9" };

/** Limits counted as ever, only too high to be met. */
const limits = [
  "api_user",
  "api_user_details",
  "api_refused_by_ip",
  "client_refused",
  "client_accepted",
  "authorize_by_ip",
]
  .map((name) => `${name}=9999999`)
  .join(",");

/** Starts what `npm start` starts in `tree`, with the same settings: SQLite with durable writes, limits, metrics, and its log in a file. */
export async function startOurs({ port, connections, extraFlags = [], name = "mubarokah-id", tree = root }) {
  const folder = mkdtempSync(join(tmpdir(), "mubarokah-id-bench-"));
  const environment = {
    ...serverMemory,
    ...process.env,
    NODE_ENV: "",
    PORT: String(port),
    DATABASE_URL: `sqlite:${join(folder, "bench.db")}`,
    RATE_LIMITS: limits,
  };
  const log = openSync(join(folder, "server.log"), "w");
  const child = spawn(process.execPath, [...extraFlags, join(tree, "dist/main.js")], {
    cwd: folder,
    env: environment,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  const began = performance.now();
  const readyMilliseconds = await untilReady(port, began, child);
  const desk = { port, connections, folder, environment, tree };
  return {
    name,
    port,
    pid: child.pid,
    readyMilliseconds,
    scenarios: await prepare(desk),
    stop: async () => {
      const gone = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Milliseconds from `began` until the server answers. */
export async function untilReady(port, began, child) {
  for (;;) {
    if (child.exitCode !== null || performance.now() - began > 30_000)
      throw new Error(`The server on port ${port} did not start (exit code ${child.exitCode}).`);
    const answer = await fetch(`http://localhost:${port}/health`).catch(() => undefined);
    if (answer) return performance.now() - began;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function prepare(desk) {
  const cli = async (...words) => {
    const command = [join(desk.tree, "dist/cli.js"), ...words, "--json"];
    const { stdout } = await run(process.execPath, command, { env: desk.environment, cwd: desk.folder });
    return JSON.parse(stdout);
  };
  const { identifier, password } = person;
  await cli("user", "create", "--name", "Siti Aminah", "--email", identifier, "--password", password);
  const made = await cli(
    ...["client", "create", "--name", "Bench", "--redirect-uri", redirectUri],
    ...["authorization_code", "refresh_token", "client_credentials"].flatMap((grant) => ["--grant", grant]),
    ...["view-user", "detail-user"].flatMap((scope) => ["--scope", scope]),
  );
  await cli("client", "approve", made.client_id, "detail-user");
  const client = { client_id: made.client_id, client_secret: made.client_secret };
  const codes = await codeMint(desk, client);
  return scenariosOf(desk, client, codes);
}

/** Signs the person in once; then every authorization request of the same browser is a code. */
async function codeMint({ port, connections }, client) {
  const visitor = new Visitor(`http://localhost:${port}`);
  const query = new URLSearchParams({
    response_type: "code",
    client_id: client.client_id,
    redirect_uri: redirectUri,
    scope: "view-user detail-user",
    state: "s",
    code_challenge: challenge,
    code_challenge_method: "S256",
  });
  const path = `/oauth/authorize?${query}`;
  const signIn = await visitor.get(path);
  const consent = await visitor.submit(signIn, person);
  await visitor.submit(consent, {}, ["decision", "approve"]);
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const request = { ...get(path, { Cookie: cookie }) };
  request.head = request.head.replace("Host: localhost\r\n", `Host: localhost:${port}\r\n`);
  const mint = async (count) => {
    const order = { port, connections, seconds: 60, count, expect: 302, requests: [request] };
    return (await fire({ ...order, capture: "[?&]code=([^&\\s]+)" })).captured.map(decodeURIComponent);
  };
  return { mint, request };
}

function scenariosOf({ port, connections }, client, codes) {
  const seed = async (kind, count) => {
    const minted = await codes.mint(count);
    if (kind === "code") return minted;
    const fields = { grant_type: "authorization_code", redirect_uri: redirectUri, code_verifier: verifier };
    const requests = minted.map((code) => postForm("/oauth/token", { ...client, ...fields, code }));
    const capture = kind === "access" ? accessTokenIn : refreshTokenIn;
    return (await fire({ port, connections, seconds: 60, once: true, expect: 200, requests, capture }))
      .captured;
  };
  const paths = {
    token: "/oauth/token",
    introspect: "/oauth/introspect",
    revoke: "/oauth/revoke",
    user: "/api/user",
    details: "/api/user/details",
  };
  return {
    livez: async () => ({ expect: 200, requests: [get("/livez")] }),
    ...oauthScenarios({ paths, client, redirectUri, verifier, seed, connections }),
    authorize: async () => ({ expect: 302, requests: [codes.request] }),
  };
}
