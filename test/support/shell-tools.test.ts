import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, it } from "vitest";
import { standIns, Terminal } from "./shell-tools.ts";

const terminal = new Terminal(standIns("all"));
const seen: {
  method?: string | undefined;
  type?: string | undefined;
  proof?: string | undefined;
  body: string;
}[] = [];
let server: Server;
let origin: string;

beforeAll(async () => {
  server = createServer(async (request: IncomingMessage, response) => {
    const { "content-type": type, authorization: proof } = request.headers;
    seen.push({ method: request.method, type, proof, body: await text(request) });
    response.writeHead(403, { "X-Kept": "yes" }).end("answered");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
});
afterAll(() => {
  terminal.remove();
  server.close();
});

it("sends what curl would send, on machines without it", async () => {
  const form = { type: "application/x-www-form-urlencoded", method: "POST" };
  const basic = `Basic ${Buffer.from("a:b").toString("base64")}`;
  expect(await terminal.run(`curl -s ${origin} -u a:b -d c=d --data-urlencode 'e=/ f'`, ".")).toBe(
    "answered",
  );
  await terminal.run(`printf 'user = "a:b"\\n' | curl -sS -K - ${origin} -d x=y`, ".");
  await terminal.run(`curl -s -X PATCH ${origin} -H "Content-Type: application/json" -d '{}'`, ".");
  expect(await terminal.run(`curl -s -D - -o /dev/null ${origin} -H "Authorization: Bearer t"`, ".")).toMatch(
    /^HTTP\/1.1 403\r\n[\s\S]*x-kept: yes\r\n/,
  );
  await expect(terminal.run(`curl -fs ${origin}`, ".")).rejects.toMatchObject({ code: 22 });
  await terminal.run(`curl -sO ${origin}/docs/file.tgz`, terminal.folder);
  expect(readFileSync(join(terminal.folder, "file.tgz"), "utf8")).toBe("answered");
  const plain = { type: undefined, method: "GET", proof: undefined, body: "" };
  expect(seen).toEqual([
    { ...form, proof: basic, body: "c=d&e=%2F%20f" },
    { ...form, proof: basic, body: "x=y" },
    { type: "application/json", method: "PATCH", proof: undefined, body: "{}" },
    { ...plain, proof: "Bearer t" },
    plain,
    plain,
  ]);
});
