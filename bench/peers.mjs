import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { serverMemory } from "../scripts/server-process.mjs";
import { person, redirectUri, verifier } from "./browser.mjs";
import { onLeave } from "./leave.mjs";
import { get, oauthScenarios, postJson } from "./requests.mjs";
import { ended, untilReady } from "./server.mjs";

const oidcPaths = {
  token: "/token",
  introspect: "/token/introspection",
  revoke: "/token/revocation",
  user: "/me",
};
const betterAuthPaths = {
  token: "/api/auth/oauth2/token",
  introspect: "/api/auth/oauth2/introspect",
  revoke: "/api/auth/oauth2/revoke",
  user: "/api/auth/oauth2/userinfo",
  signIn: "/api/auth/sign-in/email",
};

/**
 * Each listens on PORT, answers `/health`, and `/bench/seed?kind=…&count=…` with tokens that its own store made. What they
 * have no pages for is not asked of them.
 */
const peers = {
  "node:http": { script: "bare.mjs" },
  "oidc-provider, memory": { script: "oidc-provider.mjs", variant: "memory", paths: oidcPaths },
  "oidc-provider, SQLite": { script: "oidc-provider.mjs", variant: "sqlite", paths: oidcPaths },
  "better-auth, SQLite in memory": { script: "better-auth.mjs", paths: betterAuthPaths, refused: 400 },
  "@jmondi/oauth2-server": {
    script: "jmondi.mjs",
    paths: { token: "/token", introspect: "/introspect", revoke: "/revoke", user: "/user" },
  },
};

export const peerNames = Object.keys(peers);

function scenariosOf({ paths, refused }, { port, connections }) {
  if (!paths) return { livez: async () => ({ expect: 200, requests: [get("/health")] }) };
  const seed = async (kind, count) =>
    (await fetch(`http://localhost:${port}/bench/seed?kind=${kind}&count=${count}`)).json();
  const client = { client_id: "bench", client_secret: "bench-secret-of-forty-letters-and-digits" };
  const { identifier: email, password } = person;
  const signIn = paths.signIn && {
    "password sign-in": async () => ({
      expect: 200,
      requests: [postJson(paths.signIn, { email, password })],
    }),
  };
  return {
    ...oauthScenarios({ paths, client, redirectUri, verifier, seed, connections, refused }),
    ...signIn,
  };
}

/** What our server is started with is no setting of theirs. */
const withoutOurs = Object.fromEntries(Object.keys(serverMemory).map((name) => [name, undefined]));

export async function startPeer(name, { port, connections }) {
  const peer = peers[name];
  const child = spawn(process.execPath, [fileURLToPath(new URL(`peers/${peer.script}`, import.meta.url))], {
    env: {
      ...process.env,
      ...withoutOurs,
      NODE_ENV: "production",
      PORT: String(port),
      VARIANT: peer.variant ?? "",
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const stop = () => ended(child, "SIGKILL");
  onLeave(stop);
  return {
    name,
    nodes: [{ port, pid: child.pid }],
    connections,
    readyMilliseconds: await untilReady(port, performance.now(), child),
    scenarios: scenariosOf(peer, { port, connections }),
    stop,
  };
}
