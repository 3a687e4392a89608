import type { Values } from "./values.ts";

/** How the SDK comes into a project: from this server, so that it knows this very catalogue. */
export function install({ issuer }: Values, ...others: readonly string[]): string {
  const packages = [...others, "./mubarokah-client.tgz"].join(" ");
  return `// curl -fsSO ${issuer}/docs/mubarokah-client.tgz\n// npm install ${packages}\n`;
}
