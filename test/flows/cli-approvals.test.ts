import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keyRing } from "../../src/protocol/key-ring.ts";
import { openStorage } from "../../src/storage/sql/open.ts";
import { openMessage } from "../../src/web/message.ts";
import { CommandLine, commandLine } from "../support/command-line.ts";

const cli = await CommandLine.open();
afterAll(() => cli.close());

const uri = "https://app.example.com/callback";

let clientId = "";
beforeAll(async () => {
  const made = await cli.json([
    ...["client", "create", "--name", "Toko", "--redirect-uri", uri, "--redirect-uri", `${uri}/2`],
    ...["--grant", "authorization_code", "--grant", "refresh_token"],
    ...["--scope", "view-user", "--scope", "detail-user"],
  ]);
  expect(made).toEqual({
    client_id: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
    client_secret: expect.stringMatching(/^[A-Za-z0-9]{40}$/),
  });
  clientId = String(made["client_id"]);
});

describe("approvals", () => {
  const scoped = (verb: string, ...more: string[]) => ["client", verb, clientId, "detail-user", ...more];
  const asked = ["--privacy-policy-url", "https://app.example.com/privacy", "--purpose", "Alamat pengiriman"];

  it("go from asked to pending, approved, withdrawn, asked again, rejected", async () => {
    const answer = (status: string) => ({ client_id: clientId, scope: "detail-user", status });
    expect(await cli.refused(scoped("withdraw"))).toContain("Nobody ever asked");
    expect(await cli.json(scoped("request", ...asked))).toEqual(answer("pending"));
    expect(await cli.refused(scoped("request", ...asked))).toContain("The approval is pending already");
    expect(await cli.json(scoped("approve", "--note", "Sudah diperiksa"))).toEqual(answer("approved"));
    const { approvals } = await cli.json(["client", "show", clientId]);
    expect(approvals).toEqual([
      expect.objectContaining({
        status: "approved",
        note: "Sudah diperiksa",
        request: expect.objectContaining({ purpose: "Alamat pengiriman" }),
      }),
    ]);
    expect(await cli.json(scoped("withdraw"))).toEqual(answer("withdrawn"));
    expect(await cli.json(scoped("request", ...asked))).toEqual(answer("pending"));
    expect(await cli.json(scoped("reject", "--reason", "Kebijakan privasi kosong"))).toEqual(
      answer("rejected"),
    );
  });

  it("are told to the developer, sealed for the servers, where the command knows their key", async () => {
    const key = Buffer.alloc(32, 7);
    const owner = await cli.json([
      ...["user", "create", "--name", "Budi", "--email", "budi@example.com"],
      ...["--password", "empat puluh bukit"],
    ]);
    await cli.json(["client", "update", clientId, "--owner", String(owner["id"])]);
    await cli.json(scoped("request", ...asked));
    expect(await cli.json(scoped("approve"))).toMatchObject({ status: "approved", developer_told: false });
    const environment = {
      ...cli.environment,
      SECRET_KEY: key.toString("hex"),
      ISSUER: "http://localhost:3999",
    };
    const withdrawn = await commandLine(
      environment,
      scoped("withdraw", "--note", "Terlalu banyak", "--json"),
    );
    expect(JSON.parse(withdrawn.stdout)).toMatchObject({ status: "withdrawn", developer_told: true });
    const storage = await openStorage(cli.environment.DATABASE_URL);
    const [message, ...more] = await storage.committed.messages.list(10);
    await storage.close();
    expect([message?.recipient, more]).toEqual(["budi@example.com", []]);
    const content = message && openMessage(keyRing([key], randomBytes), message);
    expect(content?.text).toContain("Terlalu banyak");
    expect(content?.link).toBe(
      `http://localhost:3999/developer/applications/${clientId}/approvals/detail-user`,
    );
  });

  it("say what is missing", async () => {
    expect(await cli.refused(scoped("reject"))).toContain("--reason is missing");
    expect(await cli.refused(scoped("request"))).toContain("--privacy-policy-url is missing");
    expect(await cli.refused(["client", "approve"])).toContain("ID is missing");
    expect(await cli.refused(["client", "approve", clientId])).toContain("SCOPE is missing");
  });

  it("are for scopes that need one and are registered", async () => {
    expect(await cli.refused(["client", "approve", clientId, "view-user"])).toContain(
      "SCOPE needs no approval",
    );
    expect(await cli.refused(["client", "approve", clientId, "nothing"])).toContain(
      "SCOPE is no scope of this server",
    );
    expect(await cli.refused(["client", "approve", clientId, "admin"])).toContain(
      "not registered for this scope",
    );
  });
});
