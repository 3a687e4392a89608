import { fromEnvironment } from "./environment.ts";
import { install } from "./install.ts";
import { script } from "./quoting.ts";
import { options } from "./typescript.ts";
import { pathOf, type Values } from "./values.ts";

export function expressSnippet(values: Values, redirectUri: string): string {
  return `${install(values, "express")}import { randomUUID } from "node:crypto";
import { Mubarokah, objectStore } from "@mubarokah/client";
import { expressSignIn } from "@mubarokah/client/express";
import express from "express";

${options(values)}

// Stands for your session middleware: whatever keeps an object for a browser.
const sessions = new Map();
const sessionOf = (request) => sessions.get(/\\bsid=([\\w-]+)/.exec(request.headers.cookie ?? "")?.[1]) ?? {};

const signIn = expressSignIn(mubarokah, {
  request: { scope: ${script(values.scope)} },
  signedIn: (tokens, _request, response) => {
    const id = randomUUID(); // a new session at each sign-in
    sessions.set(id, { tokens });
    response.cookie("sid", id, { httpOnly: true, sameSite: "lax" });
  },
});

export const server = express()
  .get("/login", signIn.login)
  .get(${script(pathOf(redirectUri))}, signIn.callback)
  .get("/", async (request, response) => {
    const session = mubarokah.session(objectStore(sessionOf(request), "tokens"));
    const user = await session.user(); // nobody signed in: onError sends them to /login, and back here
    response.type("text").send(\`Hello, \${user.name}\`);
  })
  .use(signIn.onError)
  .listen(${fromEnvironment("PORT")} ?? 4000);
`;
}
