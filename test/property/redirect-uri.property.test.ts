import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readParameters } from "../../src/protocol/authorize/parameters.ts";
import { judge } from "../../src/protocol/authorize/pipeline.ts";
import { isRegistered } from "../../src/protocol/redirect-uri.ts";
import type { Client } from "../../src/storage/port/clients.ts";
import { ApiSeed } from "../support/api-seed.ts";
import { aClient } from "../support/records.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { authorizationParameters } from "../support/signed-in.ts";
import { mutatedUri, registered } from "./mutated-uri.ts";

/** What a browser would make of two addresses: the same place but for the port of a loopback literal. */
function differOnlyInPort(received: string, uri: string): boolean {
  const [one, other] = [new URL(received), new URL(uri)];
  one.port = "";
  other.port = "";
  return /^http:\/\/(127\.0\.0\.1|\[::1\])[:/]/.test(received) && one.href === other.href;
}

function verdictOf(received: string, client: Client): string {
  const parameters = readParameters([
    ["response_type", "code"],
    ["client_id", client.id],
    ["redirect_uri", received],
  ]);
  return judge({ parameters, client, knownScopes: ["view-user"] }).kind;
}

describe("no mutation of a registered redirect URI is ever redirected to", () => {
  it("for a confidential client: nothing but the very characters", () => {
    const client = aClient({ redirectUris: registered });
    const one = fc.property(mutatedUri, (received) => {
      expect(verdictOf(received, client)).toBe("shown");
    });
    fc.assert(one, { numRuns: 5000 });
    for (const uri of registered) expect(verdictOf(uri, client)).toBe("accepted");
  });

  it("for a public client: nothing but another port of the same loopback literal", () => {
    const client = aClient({ confidential: false, redirectUris: registered });
    const one = fc.property(mutatedUri, (received) => {
      const elsewhere = verdictOf(received, client) === "shown";
      expect(elsewhere || registered.some((uri) => differOnlyInPort(received, uri))).toBe(true);
    });
    fc.assert(one, { numRuns: 5000 });
  });

  it("for a public client: every port of a loopback literal, and only the registered one of localhost", () => {
    const client = aClient({ confidential: false, redirectUris: registered });
    const one = fc.property(fc.integer({ min: 1, max: 65_535 }), (port) => {
      for (const host of ["127.0.0.1", "[::1]"])
        expect(isRegistered(`http://${host}:${port}/callback`, client)).toBe(true);
      expect(isRegistered(`http://localhost:${port}/callback`, client)).toBe(port === 3000);
    });
    fc.assert(one);
  });
});

describe("over HTTP", () => {
  let server: TestServer;
  let seed: ApiSeed;
  let client: Client;
  beforeAll(async () => {
    server = await startServer({ env: { RATE_LIMITS: "off" } });
    seed = await ApiSeed.open(server);
    client = await seed.client({ redirectUris: registered });
  });
  afterAll(async () => {
    await seed.storage.close();
    await server.stop();
  });

  async function ask(received: string, method: "GET" | "POST"): Promise<Response> {
    const parameters = authorizationParameters(client, { redirect_uri: received || "x" });
    const url = `${server.origin}/oauth/authorize`;
    return method === "GET"
      ? fetch(`${url}?${parameters}`, { redirect: "manual" })
      : fetch(url, { method, body: parameters, redirect: "manual" });
  }

  it("a mutation gets a page that names no way there", async () => {
    const methods = fc.constantFrom("GET" as const, "POST" as const);
    const one = fc.asyncProperty(mutatedUri, methods, async (received, method) => {
      const response = await ask(received, method);
      const html = await response.text();
      expect([response.status, response.headers.get("Location")]).toEqual([400, null]);
      expect(html).toContain("redirect_uri_not_registered");
      for (const [, target] of html.matchAll(/\s(?:href|src|action)="([^"]*)"/g))
        expect(target).toMatch(/^[/#](?!\/)/);
    });
    await fc.assert(one, { numRuns: 300 });
  });
});
