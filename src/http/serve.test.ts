import { connect } from "node:net";
import { Hono } from "hono";
import { expect, it } from "vitest";
import { freePort } from "../../test/support/free-port.ts";
import type { AppEnv } from "../web/context.ts";
import { listen } from "./serve.ts";

/** Opens a connection and sends that much of a request; resolves to what came back once it is closed. */
function speak(port: number, text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(text));
    let seen = "";
    socket.on("data", (chunk) => {
      seen += chunk.toString();
    });
    socket.on("error", () => {});
    socket.on("close", () => resolve(seen));
  });
}

it("cuts off what is not finished when the patience is over", async () => {
  const app = new Hono<AppEnv>().post("/", async (c) => c.text(await c.req.text()));
  const port = await freePort();
  const server = await listen(app, port, "127.0.0.1");
  const stuck = speak(port, "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nabc");
  await new Promise((resolve) => setTimeout(resolve, 100));
  const began = performance.now();
  await server.stop(200);
  expect(performance.now() - began).toBeLessThan(1500);
  expect(await stuck).toBe("");
});

it("says in one line who has the port", async () => {
  const port = await freePort();
  const first = await listen(new Hono<AppEnv>(), port, "127.0.0.1");
  await expect(listen(new Hono<AppEnv>(), port, "127.0.0.1")).rejects.toThrow(/^PORT \d+ is in use/);
  await first.stop(100);
});

it("answers a head that never ends, or is too long, with a refusal instead of memory", async () => {
  const port = await freePort();
  const server = await listen(new Hono<AppEnv>(), port, "127.0.0.1");
  expect(await speak(port, `GET / HTTP/1.1\r\nX: ${"x".repeat(20_000)}\r\n`)).toMatch(/^HTTP\/1\.1 431 /);
  await server.stop(100);
});
