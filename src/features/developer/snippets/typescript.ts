import { fromEnvironment } from "./environment.ts";
import { install } from "./install.ts";
import { script } from "./quoting.ts";
import type { Values } from "./values.ts";

/** The SDK's options with this application's values. */
export function options({ issuer, clientId, confidential, redirectUri }: Values): string {
  const lines = [
    `  issuer: ${script(issuer)},`,
    `  clientId: ${script(clientId)},`,
    ...(confidential ? [`  clientSecret: ${fromEnvironment("MUBAROKAH_CLIENT_SECRET")},`] : []),
    ...(redirectUri === undefined ? [] : [`  redirectUri: ${script(redirectUri)},`]),
  ];
  return `const mubarokah = new Mubarokah({\n${lines.join("\n")}\n});`;
}

function server(values: Values): string {
  return `${install(values)}import { memoryStore, Mubarokah } from "@mubarokah/client";

${options(values)}

// 1. Send the browser to \`url\`. Keep \`pending\` where only this browser brings it back from.
export const { url, pending } = await mubarokah.authorizationUrl({ scope: ${script(values.scope)} });

// 2. The browser comes back: state, issuer and error are checked, then the code is redeemed with PKCE.
export async function callback(currentUrl: string) {
  const tokens = await mubarokah.handleCallback(currentUrl, pending);

  // 3. The API on behalf of the person; tokens are renewed as needed.
  return mubarokah.session(memoryStore(tokens)).user();
}
`;
}

function page(values: Values): string {
  return `${install(values)}import { Mubarokah } from "@mubarokah/client";
import { BrowserSignIn, webStore } from "@mubarokah/client/browser";

${options(values)}
export const signIn = new BrowserSignIn(mubarokah, {
  store: webStore(localStorage),
  request: { scope: ${script(values.scope)} },
});

// When the page loads: ends a sign-in that comes back, else looks whether there is one. Then signIn.signIn() starts one.
await signIn.start();
`;
}

function machine(values: Values): string {
  return `${install(values)}import { Mubarokah } from "@mubarokah/client";

${options(values)}

export const { accessToken } = await mubarokah.clientCredentials();
`;
}

export function typescriptSnippet(values: Values): string {
  if (values.redirectUri === undefined) return machine(values);
  return values.confidential ? server(values) : page(values);
}
