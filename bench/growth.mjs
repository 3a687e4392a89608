import { compare, named, subjectOf } from "./compare.mjs";
import { command, startOurs, temporaryFolder } from "./ours.mjs";
import { number, printAgainst } from "./report.mjs";
import { get, postForm, refreshTokenIn } from "./requests.mjs";
import { freePort } from "./server.mjs";
import { fillWith } from "./stored-tokens.mjs";

/** A server on a database with `tokens` tokens, of which `known` are spread over all of it. */
async function startWith(tokens, connections, start) {
  const folder = temporaryFolder();
  const began = performance.now();
  await command(
    { folder, environment: { ...process.env, DATABASE_URL: `sqlite:${folder}/bench.db` } },
    "migrate",
  );
  const { known, bytes } = await fillWith(folder, tokens);
  const seconds = (performance.now() - began) / 1000;
  process.stderr.write(
    `${number(tokens)} tokens: ${number(bytes / 1e6)} MB, filled in ${number(seconds)} s\n`,
  );
  const name = nameOf(tokens);
  const started = await start({ port: await freePort(), connections, folder, name });
  return { ...started, scenarios: { ...started.scenarios, ...scenariosOf(known, connections) } };
}

function nameOf(tokens) {
  return `${number(tokens)} tokens`;
}

/** The reads are of tokens from all over the table, and so are the first links of each chain of refreshes. */
function scenariosOf({ access, refresh, clientId }, connections) {
  const bearer = (tokens) => tokens.map((token) => get("/api/user", { Authorization: `Bearer ${token}` }));
  const grant = (token) =>
    postForm("/oauth/token", { grant_type: "refresh_token", client_id: clientId, refresh_token: token });
  let used = 0;
  const fresh = (count) => {
    used += count;
    return refresh.slice(used - count, used);
  };
  return {
    "user by token": async () => ({ expect: 200, requests: bearer(access.slice(0, 256)) }),
    "user by one of many tokens": async () => ({ expect: 200, requests: bearer(access) }),
    refresh: async () => ({
      expect: 200,
      requests: [grant("{token}")],
      chain: { tokens: fresh(connections), next: refreshTokenIn },
    }),
  };
}

/** What it costs that many tokens are stored: servers side by side, each with a database of its own. */
export async function run(
  { sizes = [1_000, 100_000, 10_000_000], connections, only, ...bounds },
  start = startOurs,
) {
  const subjects = [];
  try {
    for (const tokens of sizes) subjects.push(subjectOf(await startWith(tokens, connections, start)));
    const names = named(subjects[0], only || "client_credentials,refresh,user by,introspection");
    printAgainst(await compare(subjects, names, bounds), nameOf(sizes[0]), "stored");
  } finally {
    await Promise.all(subjects.map(({ stop }) => stop()));
  }
}
