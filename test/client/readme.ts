import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { packageFolder } from "./bundle.ts";

const modules = fileURLToPath(new URL("../../node_modules/", import.meta.url));

export const readme = readFileSync(join(packageFolder, "README.md"), "utf8");

/** The README's samples by the file name in their first line. */
export const samples: ReadonlyMap<string, string> = new Map(
  readme
    .matchAll(/```tsx?\n\/\/ (\S+)\n([\s\S]*?)```/g)
    .map(([, name = "", code = ""]): [string, string] => [name, code]),
);

/** What stands in for the README's names. */
export interface Surroundings {
  readonly issuer: string;
  readonly clientId?: string;
  readonly clientSecret?: string | undefined;
  readonly port?: number;
}

/** A sample with a real server and application in the place of the README's. */
export function inPlace(
  name: string,
  { issuer, clientId = "", clientSecret = "", port = 0 }: Surroundings,
): string {
  const code = samples.get(name);
  if (code === undefined) throw new Error(`No sample ${name}`);
  return code
    .replaceAll("https://id.example.com", issuer)
    .replaceAll("your-client-id", clientId)
    .replaceAll("your-client-secret", clientSecret)
    .replaceAll("4000", String(port));
}

const typings =
  'declare module "react-dom/client" { export function createRoot(at: Element): { render(what: unknown): void } }';

/** What the strictest compiler says about the TypeScript of a project; empty when nothing. */
export async function typeErrors(project: Project): Promise<string> {
  project.write("react-dom.d.ts", typings);
  const compilerOptions = {
    ...{
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      noImplicitReturns: true,
    },
    ...{ module: "nodenext", target: "es2022", lib: ["es2023", "dom"], types: ["node"], jsx: "react-jsx" },
    ...{ skipLibCheck: true, noEmit: true, allowImportingTsExtensions: true, verbatimModuleSyntax: true },
  };
  const config = project.write(
    "tsconfig.json",
    JSON.stringify({ compilerOptions, include: ["**/*.ts", "**/*.tsx"] }),
  );
  const done = await promisify(execFile)(process.execPath, [
    join(modules, "typescript/bin/tsc"),
    "-p",
    config,
  ]).catch((error) => error);
  return done.stdout;
}

/** An empty project of somebody who installed the package and the frameworks. */
export class Project {
  readonly folder = mkdtempSync(join(tmpdir(), "mubarokah-client-"));

  constructor() {
    mkdirSync(join(this.folder, "node_modules/@mubarokah"), { recursive: true });
    symlinkSync(packageFolder, join(this.folder, "node_modules/@mubarokah/client"));
    for (const name of ["@hono", "@types", "csstype", "express", "hono", "react", "react-dom"])
      symlinkSync(join(modules, name), join(this.folder, "node_modules", name));
    this.write("package.json", '{"type":"module"}');
  }

  /** Resolves to the file's path. */
  write(name: string, text: string): string {
    const path = join(this.folder, name);
    writeFileSync(path, text);
    return path;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}
