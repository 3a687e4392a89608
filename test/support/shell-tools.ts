import { execFile, spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** Stands for the openssl of a developer's machine, which this one may lack. */
const openssl = `#!/bin/sh
case "$1" in
  rand) exec "$NODE" -p 'crypto.randomBytes(Number(process.argv[1])).toString("hex")' "$3" ;;
  dgst) exec "$NODE" -e 'process.stdout.write(crypto.hash("sha256", fs.readFileSync(0), "buffer"))' ;;
  base64) exec "$NODE" -p 'fs.readFileSync(0).toString("base64")' ;;
esac
`;

const curl = `#!/bin/sh
exec "$NODE" "${fileURLToPath(new URL("./curl.mjs", import.meta.url))}" "$@"
`;

function isInstalled(command: string): boolean {
  return spawnSync("sh", ["-c", `command -v ${command}`]).status === 0;
}

/** What a developer's machine has: stand-ins for all of it, or for what this one lacks. */
export function standIns(wanted: "all" | "missing"): Readonly<Record<string, string>> {
  return wanted === "all" || !isInstalled("curl") ? { openssl, curl } : { openssl };
}

/** A terminal with commands of its own before those of the machine, in an empty folder. */
export class Terminal {
  readonly folder = mkdtempSync(join(tmpdir(), "mubarokah-terminal-"));

  constructor(commands: Readonly<Record<string, string>> = standIns("missing")) {
    for (const [name, text] of Object.entries(commands)) {
      writeFileSync(join(this.folder, name), text);
      chmodSync(join(this.folder, name), 0o755);
    }
  }

  /** The environment in which a shell finds these commands. */
  environment(more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
    const PATH = [this.folder, process.env["PATH"]].join(delimiter);
    return { ...process.env, NODE: process.execPath, ...more, PATH };
  }

  /** What a script prints; rejects when it fails. */
  async run(script: string, cwd: string, more: NodeJS.ProcessEnv = {}): Promise<string> {
    const options = { cwd, env: this.environment(more) };
    return (await promisify(execFile)("sh", ["-e", "-c", script], options)).stdout;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}
