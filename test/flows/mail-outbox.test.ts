import { randomBytes } from "node:crypto";
import { request } from "node:http";
import { afterEach, expect, it } from "vitest";
import { provoked } from "../support/provoked.ts";
import { startServer, type TestServer } from "../support/server.ts";

let server: TestServer | undefined;
afterEach(async () => {
  await server?.stop();
});

/** Asks the listening process for the outbox under any host name. */
function ask(origin: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(`${origin}/dev/outbox`, { headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    sent.on("error", reject).end();
  });
}

it("the outbox answers this machine under the issuer's name only, and scripts of no other origin", async () => {
  server = await startServer();
  const { origin } = server;
  const own = await fetch(`${origin}/dev/outbox`, { headers: { Origin: "https://evil.example" } });
  expect(own.status).toBe(200);
  expect(own.headers.get("access-control-allow-origin")).toBeNull();
  expect(own.headers.get("cache-control")).toBe("no-store");
  const { port } = new URL(origin);
  for (const host of ["evil.example", `evil.example:${port}`, `127.0.0.1:${port}`]) {
    expect(await ask(origin, { Host: host })).not.toBe(200);
  }
});

it("in production there is no outbox", async () => {
  server = await startServer({
    env: {
      NODE_ENV: "production",
      HOST: "127.0.0.1",
      ISSUER: "https://id.example.com",
      SECRET_KEY: randomBytes(32).toString("hex"),
      MAIL_URL: "smtp://127.0.0.1:9",
      MAIL_FROM: "id@id.example.com",
    },
  });
  const local = `http://127.0.0.1:${server.port}`;
  expect(await ask(local, { Host: "id.example.com" })).toBe(404);
  const answer = await fetch(`${local}/dev/outbox`);
  await provoked("api", "resource_not_found", "path_unknown", answer);
});
