import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CommandLine } from "../support/command-line.ts";

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

describe("applications", () => {
  it("lists and shows them, never their secret", async () => {
    const { clients } = await cli.json(["client", "list"]);
    expect(clients).toEqual([
      expect.objectContaining({ client_id: clientId, name: "Toko", type: "confidential" }),
    ]);
    const shown = await cli.json(["client", "show", clientId]);
    expect(shown).toMatchObject({
      status: "active",
      verified: true,
      resource_server: false,
      redirect_uris: [uri, `${uri}/2`],
      grant_types: ["authorization_code", "refresh_token"],
      scopes: ["view-user", "detail-user"],
      secrets: 1,
      approvals: [],
    });
    expect(JSON.stringify(shown)).not.toContain("hash");
  });

  it("takes a given id and secret, and creates a public one without a secret", async () => {
    const id = "9b2f1c04-5a4e-4d0c-8f5e-2d6a7c1b3e90";
    const words = ["client", "create", "--name", "Lain", "--redirect-uri", uri, "--id", id];
    expect(await cli.json([...words, "--secret", "0123456789abcdef"])).toEqual({
      client_id: id,
      client_secret: "0123456789abcdef",
    });
    expect(await cli.refused([...words])).toContain("--id is taken");
    expect(await cli.json(["client", "delete", id])).toEqual({ client_id: id, status: "deleted" });
    const open = await cli.json([
      "client",
      "create",
      "--name",
      "Ponsel",
      "--redirect-uri",
      "com.example.app:/cb",
      "--public",
    ]);
    expect(open["client_secret"]).toBeNull();
    expect(await cli.refused(["client", "rotate-secret", String(open["client_id"])])).toContain(
      "no secret to rotate",
    );
    await cli.json(["client", "delete", String(open["client_id"])]);
  });

  it("updates what is given and nothing else", async () => {
    const words = [
      "--access-token-ttl",
      "60",
      "--resource-server",
      "on",
      "--homepage-url",
      "https://app.example.com",
    ];
    expect(await cli.json(["client", "update", clientId, ...words])).toMatchObject({ client_id: clientId });
    expect(await cli.json(["client", "show", clientId])).toMatchObject({
      name: "Toko",
      access_token_ttl: 60,
      refresh_token_ttl: null,
      resource_server: true,
      homepage_url: "https://app.example.com/",
    });
    await cli.json(["client", "update", clientId, "--access-token-ttl", "default", "--homepage-url", "none"]);
    expect(await cli.json(["client", "show", clientId])).toMatchObject({
      access_token_ttl: null,
      homepage_url: null,
    });
  });

  it("rotates the secret: both are known for a while", async () => {
    const rotated = await cli.json(["client", "rotate-secret", clientId]);
    expect(rotated["client_secret"]).toMatch(/^[A-Za-z0-9]{40}$/);
    expect(await cli.json(["client", "show", clientId])).toMatchObject({ secrets: 2 });
  });

  it("disables, enables, verifies and unverifies", async () => {
    expect(await cli.json(["client", "disable", clientId])).toEqual({
      client_id: clientId,
      status: "disabled",
    });
    expect(await cli.json(["client", "enable", clientId])).toEqual({ client_id: clientId, status: "active" });
    expect(await cli.json(["client", "unverify", clientId])).toEqual({
      client_id: clientId,
      verified: false,
    });
    expect(await cli.json(["client", "verify", clientId])).toEqual({ client_id: clientId, verified: true });
  });

  const create = ["client", "create", "--name", "X"];
  const other = "00000000-0000-4000-8000-000000000000";
  it.each([
    [[...create], "--redirect-uri is missing"],
    [["client", "create", "--redirect-uri", uri], "--name is missing"],
    [[...create, "--redirect-uri", "http://app.example.com/"], "--redirect-uri must be https"],
    [[...create, "--redirect-uri", `${uri}#x`], "--redirect-uri may not have a fragment"],
    [[...create, "--redirect-uri", "https://*.example.com/"], "--redirect-uri may not hold a wildcard"],
    [[...create, "--redirect-uri", "https://u:p@example.com/"], "--redirect-uri may not hold a user name"],
    [[...create, "--redirect-uri", "com.example.app:/cb"], "--redirect-uri may have a private scheme"],
    [[...create, "--redirect-uri", "javascript:alert(1)", "--public"], "--redirect-uri must be"],
    [
      [...create, "--redirect-uri", `https://a.example/${"x".repeat(2000)}`],
      "--redirect-uri may have at most 2000",
    ],
    [[...create, "--redirect-uri", uri, "--grant", "password"], "--grant must be one of"],
    [[...create, "--grant", "refresh_token"], "--grant refresh_token needs authorization_code"],
    [
      [...create, "--public", "--redirect-uri", uri, "--grant", "client_credentials"],
      "--grant client_credentials is not",
    ],
    [[...create, "--redirect-uri", uri, "--scope", "everything"], "--scope must be one of"],
    [
      [...create, "--redirect-uri", uri, "--access-token-ttl", "0"],
      "--access-token-ttl must be a whole number",
    ],
    [
      [...create, "--redirect-uri", uri, "--refresh-token-ttl", "1d"],
      "--refresh-token-ttl must be a whole number",
    ],
    [[...create, "--redirect-uri", uri, "--id", "toko"], "--id must be a UUID"],
    [[...create, "--redirect-uri", uri, "--secret", "short"], "--secret must have 16"],
    [
      [...create, "--redirect-uri", uri, "--public", "--secret", "0123456789abcdef"],
      "--secret and --public exclude",
    ],
    [
      [...create, "--redirect-uri", uri, "--homepage-url", "http://x"],
      "--homepage-url must be an https address",
    ],
    [["client", "update", other, "--name", "Y"], "There is no application"],
    [["client", "update", other], "Nothing to change"],
    [["client", "disable", "toko"], "ID must be a UUID"],
    [["client", "show", other], "There is no application"],
    [["client", "delete", other], "There is no application"],
    [["client", "rotate-secret", other], "There is no application"],
    [["client", "approve", other, "detail-user"], "There is no application"],
  ])("%j: %s", async (words, line) => {
    expect(await cli.refused(words)).toContain(line);
  });
});
