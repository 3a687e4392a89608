// node bench/attribute.mjs FOLDER: the time of each CPU profile there by file, idle time left out.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A package of npm as a whole, a file of ours or of Node's, or what V8 calls its own work. */
function nameOf({ url, functionName }) {
  if (url === "") return functionName;
  const inPackage = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url);
  return inPackage ? inPackage[1] : url.replace(/^.*\/dist\//, "");
}

function timesByFile({ nodes, samples, timeDeltas }) {
  const byId = new Map(nodes.map((node) => [node.id, node.callFrame]));
  const times = new Map();
  samples.forEach((id, i) => {
    const name = nameOf(byId.get(id));
    times.set(name, (times.get(name) ?? 0) + timeDeltas[i]);
  });
  times.delete("(idle)");
  return [...times].sort((a, b) => b[1] - a[1]);
}

const folder = process.argv[2];
for (const file of readdirSync(folder).filter((name) => name.endsWith(".cpuprofile"))) {
  const times = timesByFile(JSON.parse(readFileSync(join(folder, file), "utf8")));
  const sum = times.reduce((total, [, time]) => total + time, 0);
  console.log(`${file}: ${Math.round(sum / 1000)} ms`);
  for (const [name, time] of times.slice(0, 40))
    console.log(`${((time / sum) * 100).toFixed(1).padStart(6)} %  ${name}`);
}
