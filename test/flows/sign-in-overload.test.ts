import { expect, it } from "vitest";
import { provoked } from "../support/provoked.ts";
import { startServer } from "../support/server.ts";
import { Visitor } from "../support/visitor.ts";

it("turns sign-ins away before they pile up, and says when to come back", async () => {
  const server = await startServer({ alone: true, env: { RATE_LIMITS: "off" } });
  const visitor = new Visitor(server.origin);
  const form = await visitor.get("/login");
  const pages = await Promise.all(
    Array.from({ length: 160 }, () => visitor.post(form, { identifier: "nobody", password: "guess" })),
  );
  const refused = pages.filter(({ status }) => status === 503);
  const [first] = refused;
  if (!first) throw new Error("Nobody was turned away");
  await provoked("api", "service_unavailable", "overloaded", first.response);
  expect(pages.filter(({ status }) => status === 400).length).toBeGreaterThan(90);
  expect((await visitor.post(form, { identifier: "nobody", password: "guess" })).status).toBe(400);
  await server.stop();
});
