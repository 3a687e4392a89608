import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { untilReady } from "./ours.mjs";
import { get, oauthScenarios } from "./requests.mjs";

/** Each listens on PORT, answers `/health`, and `/bench/seed?kind=…&count=…` with tokens that its own store made. */
const peers = {
  "node:http": { script: "bare.mjs" },
  "oidc-provider, memory": { script: "oidc-provider.mjs", variant: "memory" },
  "oidc-provider, SQLite": { script: "oidc-provider.mjs", variant: "sqlite" },
  "@jmondi/oauth2-server": { script: "jmondi.mjs" },
};

export const peerNames = Object.keys(peers);

const paths = {
  "oidc-provider.mjs": {
    token: "/token",
    introspect: "/token/introspection",
    revoke: "/token/revocation",
    user: "/me",
  },
  "jmondi.mjs": { token: "/token", introspect: "/introspect", revoke: "/revoke", user: "/user" },
};

export async function startPeer(name, { port, connections }) {
  const { script, variant = "" } = peers[name];
  const child = spawn(process.execPath, [fileURLToPath(new URL(`peers/${script}`, import.meta.url))], {
    env: { ...process.env, NODE_ENV: "production", PORT: String(port), VARIANT: variant },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const readyMilliseconds = await untilReady(port, performance.now(), child);
  const seed = async (kind, count) =>
    (await fetch(`http://localhost:${port}/bench/seed?kind=${kind}&count=${count}`)).json();
  return {
    name,
    port,
    pid: child.pid,
    readyMilliseconds,
    scenarios:
      script === "bare.mjs"
        ? { livez: async () => ({ expect: 200, requests: [get("/health")] }) }
        : oauthScenarios({
            paths: paths[script],
            client: { client_id: "bench", client_secret: "bench-secret-of-forty-letters-and-digits" },
            redirectUri: "https://app.example.com/callback",
            verifier: "v".repeat(43),
            seed,
            connections,
          }),
    stop: () =>
      new Promise((resolve) => {
        child.once("exit", resolve);
        child.kill("SIGKILL");
      }),
  };
}
