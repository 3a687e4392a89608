import { compare, named, subjectOf } from "./compare.mjs";
import { command, startOurs, temporaryFolder } from "./ours.mjs";
import { number, printAgainst } from "./report.mjs";
import { get, postForm, refreshTokenIn } from "./requests.mjs";
import { freePort } from "./server.mjs";
import { fillWith, makeKnown } from "./stored-tokens.mjs";

/** A server on a database with `tokens` tokens, of which known ones are spread over all of it. */
async function startWith(tokens, connections, start) {
  const folder = temporaryFolder();
  const began = performance.now();
  const environment = { ...process.env, DATABASE_URL: `sqlite:${folder}/bench.db` };
  await command({ folder, environment }, "migrate");
  const bytes = await fillWith(folder, tokens);
  const seconds = (performance.now() - began) / 1000;
  process.stderr.write(
    `${number(tokens)} tokens: ${number(bytes / 1e6)} MB, filled in ${number(seconds)} s\n`,
  );
  const started = await start({ port: await freePort(), connections, folder, name: nameOf(tokens) });
  const access = await makeKnown(folder, "access_tokens", "accessToken", started.client.client_id);
  const refresh = await makeKnown(folder, "refresh_tokens", "refreshToken", started.client.client_id);
  const { scenarios } = started;
  return { ...started, scenarios: { ...scenarios, ...scenariosOf(started, access, refresh) } };
}

/** Refresh tokens that many rounds need. */
const enough = 1_000;
const ofMany = "refresh in one of many families";

function nameOf(tokens) {
  return `${number(tokens)} tokens`;
}

/** Beside the usual scenarios, whose tokens are all new: the same by tokens from all over the tables. */
function scenariosOf({ client, connections }, access, refresh) {
  const bearer = (tokens) => tokens.map((token) => get("/api/user", { Authorization: `Bearer ${token}` }));
  const introspected = (token) => postForm("/oauth/introspect", { ...client, token });
  return {
    "user by one of many tokens": async () => ({ expect: 200, requests: bearer(access) }),
    "introspection of one of many": async () => ({ expect: 200, requests: access.map(introspected) }),
    ...(refresh.length >= enough && {
      [ofMany]: async () => {
        const tokens = refresh.splice(0, connections);
        const fields = { ...client, grant_type: "refresh_token", refresh_token: "{token}" };
        return {
          expect: 200,
          requests: [postForm("/oauth/token", fields)],
          chain: { tokens, next: refreshTokenIn },
        };
      },
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
    const names = named(subjects.at(-1), only || "client_credentials,refresh,user by,introspection");
    printAgainst(await compare(subjects, names, bounds), nameOf(sizes[0]), "stored", { [ofMany]: "refresh" });
  } finally {
    await Promise.all(subjects.map(({ stop }) => stop()));
  }
}
