import { passwordSignIn } from "./browser.mjs";
import { subjectOf } from "./compare.mjs";
import { drive, fire } from "./drive.mjs";
import { startOurs } from "./ours.mjs";
import { number, printTable, tellWrong } from "./report.mjs";
import { get, postForm } from "./requests.mjs";
import { freePort, raised } from "./server.mjs";

/** What honest callers need; all that stands against abuse is as it is by default. */
const honestLimits = raised("api_user", "client_accepted", "authorize_by_ip");
/** Honest requests each second, so that there is room for others. */
const honestRate = 1_000;
/** Refused requests each second. */
const floodRate = 2_000;
const signInRate = 20;
/** From which a flood comes: each has a count of its own below the limits. */
const addresses = 500;
/** Seconds that a flood is under way before it is measured. */
const mostLead = 1;

/** Tokens as this server makes them, but did not. */
async function strangers() {
  const { mintToken } = await import("../dist/protocol/tokens/opaque.js");
  const { randomBytes } = await import("node:crypto");
  return Array.from(
    { length: 1_000 },
    () => mintToken("accessToken", () => randomBytes(13).toString("hex"), randomBytes).token,
  );
}

async function floodsOf({ client, connections }) {
  const bearer = (token) => get("/api/user", { Authorization: `Bearer ${token}` });
  const wrong = { ...client, client_secret: "wrong", grant_type: "client_credentials" };
  const many = { connections, addresses, rate: floodRate };
  const people = { connections, addresses, fresh: true, rate: signInRate };
  return {
    "1,000 idle connections": { hold: "idle", connections: 1_000 },
    "1,000 slow connections": { hold: "slow", connections: 1_000 },
    "wrong secrets, 2,000/s": { ...many, requests: [postForm("/oauth/token", wrong)] },
    "wrong secrets, 2,000/s from one address": {
      ...many,
      addresses: 1,
      requests: [postForm("/oauth/token", wrong)],
    },
    "unknown tokens, 2,000/s": { ...many, requests: (await strangers()).map(bearer) },
    "unknown tokens, 2,000/s from one address": {
      ...many,
      addresses: 1,
      requests: (await strangers()).map(bearer),
    },
    "password sign-ins, 20/s": { ...people, flow: passwordSignIn() },
    "wrong passwords, 20/s": { ...people, flow: passwordSignIn("a-wrong-password") },
  };
}

function honestly({ honest, ...subject }, seconds) {
  return drive(subject, { connections: subject.connections, seconds, rate: honestRate, ...honest });
}

/** The better of several rounds, each of them alone and then beside the flood. */
async function besideFlood(subject, flood, { rounds, seconds }) {
  const [{ port }] = subject.nodes;
  const lead = Math.min(mostLead, seconds);
  const best = {};
  const keep = (name, result) => {
    if (!(best[name]?.p99 <= result.p99)) best[name] = result;
  };
  for (let round = 0; round < rounds; round++) {
    keep("alone", await honestly(subject, seconds));
    const flooding = fire({ ...flood, port, seconds: seconds + 2 * lead });
    await new Promise((resolve) => setTimeout(resolve, lead * 1000));
    keep("beside", await honestly(subject, seconds));
    const { held, times, seconds: took } = await flooding;
    best.flood = held === undefined ? `${number(times.length / took)}/s` : `${number(held)} open`;
  }
  return best;
}

export async function run({ connections, rounds, seconds, only, flags }, start = startOurs) {
  const settings = { RATE_LIMITS: honestLimits };
  const server = subjectOf(await start({ port: await freePort(), connections, settings, flags }));
  const rows = [];
  try {
    const subject = { ...server, honest: await server.scenarios["user by token"]() };
    await drive(subject, { connections, seconds: seconds * 5, count: 60_000, ...subject.honest });
    const wanted = only.split(",");
    for (const [name, flood] of Object.entries(await floodsOf(server))) {
      if (!wanted.some((word) => name.includes(word))) continue;
      process.stderr.write(`${name} …\n`);
      rows.push({ name, ...(await besideFlood(subject, flood, { rounds, seconds })) });
    }
  } finally {
    await server.stop();
  }
  printAbuse(rows);
}

function printAbuse(rows) {
  printTable(
    ["meanwhile", "of them", "honest req/s", "p50 ms", "p99 ms", "p99 alone", "quotient", "MB"],
    rows.map(({ name, flood, alone, beside }) => [
      ...[name, flood, number(beside.perSecond), number(beside.p50, 1), number(beside.p99, 1)],
      ...[number(alone.p99, 1), number(beside.p99 / alone.p99, 1), number(beside.megabytes)],
    ]),
  );
  tellWrong(
    rows.flatMap(({ name, alone, beside }) =>
      [alone, beside].map(({ wrong }) => ({ scenario: name, subject: "honest callers", wrong })),
    ),
  );
}
