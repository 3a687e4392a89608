import { connect } from "node:net";
import { Hono } from "hono";
import { expect, it } from "vitest";
import { freePort } from "../../test/support/free-port.ts";
import { CatalogueError } from "../errors/catalogue-error.ts";
import type { AppEnv } from "../web/context.ts";
import { boundHalfSent, createHalfSent } from "./middleware/half-sent.ts";
import { listen, usualBounds } from "./serve.ts";

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

it("cuts off a body that does not come to its end in time", async () => {
  const app = new Hono<AppEnv>().post("/", async (c) => c.text(await c.req.text()));
  const port = await freePort();
  const server = await listen(app, port, "127.0.0.1", {
    bounds: { ...usualBounds(null), requestTimeout: 200 },
  });
  expect(await speak(port, "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nabc")).toMatch(
    /^HTTP\/1\.1 408 /,
  );
  await server.stop(100);
});

it("gives an address its share of the connections and no more, and takes them back", async () => {
  const port = await freePort();
  const app = new Hono<AppEnv>().get("/", (c) => c.text("here"));
  const bounds = { ...usualBounds(null), connectionsPerAddress: 2, isShared: () => false };
  const server = await listen(app, port, "127.0.0.1", { bounds });
  const silent = [connect(port, "127.0.0.1"), connect(port, "127.0.0.1")];
  await Promise.all(silent.map((socket) => new Promise((resolve) => socket.once("connect", resolve))));
  const request = "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
  expect(await speak(port, request)).toBe("");
  for (const socket of silent) socket.destroy();
  await expect.poll(() => speak(port, request)).toMatch(/here/);
  await server.stop(100);
});

it("gives an address a share of the requests whose body has not arrived", async () => {
  const port = await freePort();
  const app = new Hono<AppEnv>()
    .use(async (c, next) => {
      c.set("clientIp", c.req.header("x-forwarded-for") ?? "");
      await next();
    })
    .use(boundHalfSent(createHalfSent(2)))
    .post("*", async (c) => c.text(await c.req.text()));
  app.onError((error, c) =>
    c.text(error instanceof CatalogueError ? error.reason : "", 429, { Connection: "close" }),
  );
  const server = await listen(app, port, "127.0.0.1");
  const half = (ip: string) =>
    `POST /oauth/token HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: ${ip}\r\nContent-Length: 4\r\n\r\nab`;
  const whole = (ip: string) => `${half(ip).replace("1.1\r\n", "1.1\r\nConnection: close\r\n")}cd`;
  const slow = ["2001:db8::1", "2001:db8::2"].map((ip) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(half(ip)));
    return socket;
  });
  await expect.poll(() => speak(port, whole("2001:db8::3"))).toMatch(/rate_limited/);
  expect(await speak(port, whole("2001:db8:1::"))).toMatch(/abcd/);
  slow[0]?.end("cd");
  await expect.poll(() => speak(port, whole("2001:db8::3"))).toMatch(/abcd/);
  for (const socket of slow) socket.destroy();
  await server.stop(100);
});
