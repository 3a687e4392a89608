import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { codeMint, passwordSignIn, person, redirectUri, verifier, wholeSignIn } from "./browser.mjs";
import { fire } from "./drive.mjs";
import { onLeave } from "./leave.mjs";
import { accessTokenIn, get, oauthScenarios, postForm, refreshTokenIn } from "./requests.mjs";
import { freePort, launch, raised, root } from "./server.mjs";
import { onFile } from "./sqlite.mjs";

const run = promisify(execFile);

const everyLimit = raised(
  ...["api_user", "api_user_details", "api_refused_by_ip", "client_refused", "client_accepted"],
  ...["authorize_by_ip", "password_by_ip", "password_by_account_and_ip"],
);

export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), "mubarokah-id-bench-"));
  onLeave(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A command of the CLI on the server's database. */
export async function command({ environment, folder, tree = root }, ...words) {
  const script = [join(tree, "dist/cli.js"), ...words, "--json"];
  const { stdout } = await run(process.execPath, script, { env: environment, cwd: folder });
  return JSON.parse(stdout);
}

/**
 * Our server with durable writes, limits, metrics and log, ready to be asked. `settings` are environment variables,
 * `folder` holds a database that is to be used; it is removed at the end in any case.
 */
export async function startOurs({
  port,
  connections,
  flags = [],
  name = "mubarokah-id",
  tree = root,
  settings = {},
  folder = temporaryFolder(),
}) {
  const every = { RATE_LIMITS: everyLimit, ...settings };
  const node = await launch({ port, folder, settings: every, tree, flags });
  const beside = [];
  const desk = { port, connections, folder, environment: node.environment, tree, every, beside };
  return {
    name,
    nodes: [node],
    connections,
    folder,
    environment: node.environment,
    readyMilliseconds: node.readyMilliseconds,
    ...(await prepare(desk)),
    stop: async () => {
      await Promise.all([node, ...beside].map(({ stop }) => stop()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function prepare(desk) {
  const { identifier, password } = person;
  await command(
    desk,
    "user",
    "create",
    "--name",
    "Siti Aminah",
    "--email",
    identifier,
    "--password",
    password,
  );
  const made = await command(
    desk,
    ...["client", "create", "--name", "Bench", "--redirect-uri", redirectUri],
    ...["authorization_code", "refresh_token", "client_credentials"].flatMap((grant) => ["--grant", grant]),
    ...["view-user", "detail-user"].flatMap((scope) => ["--scope", scope]),
  );
  await command(desk, "client", "approve", made.client_id, "detail-user");
  const client = { client_id: made.client_id, client_secret: made.client_secret };
  const codes = await codeMint(desk, client);
  return { client, scenarios: scenariosOf(desk, client, codes) };
}

/** Tokens made by asking the server itself. */
function seeding({ port, connections, folder }, client, codes) {
  const redeemed = async (count, capture) => {
    const fields = { grant_type: "authorization_code", redirect_uri: redirectUri, code_verifier: verifier };
    const requests = (await codes.mint(count)).map((code) =>
      postForm("/oauth/token", { ...client, ...fields, code }),
    );
    const order = { port, connections, seconds: 60, once: true, expect: 200, requests, capture };
    return (await fire(order)).captured;
  };
  const kinds = {
    code: codes.mint,
    access: (count) => redeemed(count, accessTokenIn),
    refresh: (count) => redeemed(count, refreshTokenIn),
    expired: async (count) => {
      const tokens = await redeemed(count, accessTokenIn);
      const ids = tokens.map((token) => `'${token.slice("mbid_at_".length).slice(0, 26)}'`);
      onFile(folder, `update access_tokens set expires_at = issued_at + 1 where id in (${ids})`);
      return tokens;
    },
  };
  return (kind, count) => kinds[kind](count);
}

const withoutHash = new URL("without-hash.mjs", import.meta.url).href;

/** A second process on the same database that computes no password hashes; started when it is first wanted. */
async function nodeWithoutHash({ folder, every, environment, tree, beside }) {
  const settings = { ...every, ISSUER: environment.ISSUER };
  const flags = [`--import=${withoutHash}`];
  if (beside.length === 0)
    beside.push(await launch({ port: await freePort(), folder, settings, tree, flags }));
  return beside[0];
}

function scenariosOf(desk, client, codes) {
  const paths = {
    token: "/oauth/token",
    introspect: "/oauth/introspect",
    revoke: "/oauth/revoke",
    user: "/api/user",
    details: "/api/user/details",
  };
  const seed = seeding(desk, client, codes);
  const { connections } = desk;
  return {
    livez: async () => ({ expect: 200, requests: [get("/livez")] }),
    ...oauthScenarios({ paths, client, redirectUri, verifier, seed, connections }),
    "code for a signed-in browser": async () => ({ expect: 302, requests: [codes.request] }),
    "whole sign-in, without its hash": async () => ({
      flow: wholeSignIn(client),
      nodes: [await nodeWithoutHash(desk)],
      publicPort: desk.port,
    }),
    "password sign-in": async () => ({ flow: passwordSignIn() }),
  };
}
