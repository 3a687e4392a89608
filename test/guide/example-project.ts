import { cpSync } from "node:fs";
import { join } from "node:path";
import { Project } from "../client/readme.ts";
import type { Application } from "../support/application.ts";
import { root } from "./pages.ts";

export const examples = join(root, "examples");

/** All examples in the project of somebody who installed what they need. */
export function exampleProject(): Project {
  const project = new Project();
  cpSync(examples, join(project.folder, "examples"), { recursive: true });
  return project;
}

/** The environment that an example reads. */
export function settingsFor({ server, clientId, clientSecret = "" }: Application, port = 0) {
  return {
    ISSUER: server.origin,
    CLIENT_ID: clientId,
    CLIENT_SECRET: clientSecret,
    PORT: String(port),
    ORIGIN: `http://localhost:${port}`,
    COOKIE_KEY: "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff",
  };
}

/** Loads a module that reads the environment once, when it is loaded. */
export async function load<Exports>(
  path: string,
  settings: Readonly<Record<string, string>>,
): Promise<Exports> {
  Object.assign(process.env, settings);
  try {
    return await import(path);
  } finally {
    for (const name of Object.keys(settings)) delete process.env[name];
  }
}
