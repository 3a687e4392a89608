import { compare, named, subjectOf } from "./compare.mjs";
import { startOurs } from "./ours.mjs";
import { printAgainst } from "./report.mjs";
import { freePort } from "./server.mjs";

/** The same server for all of them; each number of connections has tokens of its own. */
export async function run({ sizes = [1, 64, 512], only, flags, ...bounds }, start = startOurs) {
  const server = subjectOf(await start({ port: await freePort(), connections: Math.max(...sizes), flags }));
  const nameOf = (connections) => `${connections} connections`;
  const subjects = sizes.map((size) => ({
    ...server,
    name: nameOf(size),
    connections: size,
    orders: new Map(),
  }));
  try {
    const names = named(server, only || "client_credentials,refresh,user by token,introspection");
    printAgainst(await compare(subjects, names, bounds), nameOf(sizes[0]), "at once");
  } finally {
    await server.stop();
  }
}
