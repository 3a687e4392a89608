import type { Site } from "../../web/context.ts";
import type { Guide } from "./guide.ts";

/** `/llms.txt`: the documentation as programs that read prose want it, a list of Markdown files. */
export async function llmsText(guide: Guide, { issuer, name }: Site): Promise<string> {
  const sections = await guide.sections();
  const lists = sections.map(({ title, pages }) => {
    const lines = pages.map((page) => `- [${page.title}](${issuer}/docs/${page.slug}.md): ${page.summary}`);
    return [`## ${title}`, "", ...lines, ""].join("\n");
  });
  return [
    `# ${name}`,
    "",
    `> OAuth 2.0 sign-in for applications, at ${issuer}: authorization code grant with PKCE, refresh tokens, client credentials and a user API. Every error has a stable code and reason, a hint, and a page of its own.`,
    "",
    ...lists,
    `The SDK is no package of a registry: ${issuer}/docs/mubarokah-client.tgz is the file to install.`,
    "",
    "## Errors",
    "",
    `- [Every code and reason as JSON](${issuer}/docs/errors.json): cause, cure, prevention, who mends it, whether trying again helps`,
    `- [Server metadata](${issuer}/.well-known/oauth-authorization-server): endpoints, grants and scopes (RFC 8414)`,
    "",
  ].join("\n");
}
