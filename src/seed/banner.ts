import type { Demo } from "./demo.ts";

/** What a start in development prints for the person at the terminal: where to click, who to be, one line each. */
export function banner(issuer: string, demo: Demo | null): string {
  const lines = [
    "",
    `Mubarokah ID is running at ${issuer}`,
    `  demo     ${issuer}/demo`,
    `  outbox   ${issuer}/dev/outbox (mails and WhatsApp messages)`,
    `  docs     ${issuer}/docs (errors: ${issuer}/docs/errors)`,
    ...(demo ? demoLines(demo) : []),
    "",
  ];
  return `${lines.join("\n")}\n`;
}

function demoLines({ accounts, clients }: Demo): string[] {
  return [
    ...Object.values(accounts).map(
      ({ role, identifier, password }) => `account ${role}: ${identifier} password ${password}`,
    ),
    `application confidential: client_id ${clients.confidential.clientId} client_secret ${clients.confidential.clientSecret}`,
    `application public: client_id ${clients.public.clientId}`,
  ];
}
