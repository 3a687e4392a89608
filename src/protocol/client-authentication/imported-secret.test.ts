import { hashSync } from "bcryptjs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { aClient } from "../../../test/support/records.ts";
import { memoryStorage } from "../../../test/support/storage.ts";
import { bcryptInThread } from "../../identity/bcrypt.ts";
import type { OpenStorage } from "../../storage/sql/open.ts";
import { sha256 } from "../hash.ts";
import { newTrace } from "../request-trace.ts";
import { authenticateClient } from "./authenticate.ts";

const secret = "bcryptedSecretOfAnotherServer0123456789x";
const thread = bcryptInThread(10);

describe("a client secret that was imported as bcrypt", () => {
  let storage: OpenStorage;
  let asked = 0;
  const { id } = aClient();

  beforeEach(async () => {
    storage = await memoryStorage();
    asked = 0;
    await storage.write(({ clients }) =>
      clients.create(aClient(), hashSync(secret, 4).replace("$2b$", "$2y$")),
    );
  });
  afterEach(() => storage.close());

  const authenticate = (given: string | undefined, now = 1_000) =>
    authenticateClient(
      { authorization: undefined, trace: newTrace("token") },
      new Map(Object.entries({ client_id: id, ...(given ? { client_secret: given } : {}) })),
      {
        storage,
        clock: () => now,
        admit: async () => {},
        rehearse: async () => {},
        bcrypt: {
          matches: (hash, text) => {
            asked += 1;
            return thread.matches(hash, text);
          },
        },
      },
    );
  const stored = async () => (await storage.committed.clients.find(id))?.secrets.map(({ hash }) => hash);

  it("is proven, and kept like all others from its first use on", async () => {
    expect((await authenticate(secret)).id).toBe(id);
    expect(await stored()).toEqual([sha256(secret)]);
    expect((await authenticate(secret)).id).toBe(id);
    expect(asked).toBe(1);
  });

  it("is proven by many at once", async () => {
    const clients = await Promise.all(Array.from({ length: 8 }, () => authenticate(secret)));
    expect(clients).toHaveLength(8);
    expect(await stored()).toEqual([sha256(secret)]);
  });

  it("is not proven by another, and stays as it was", async () => {
    const before = await stored();
    for (const wrong of ["wrong", before?.[0] ?? "", secret.slice(1)]) {
      await expect(authenticate(wrong)).rejects.toMatchObject({ reason: "client_authentication_failed" });
    }
    await expect(authenticate(undefined)).rejects.toMatchObject({ reason: "client_authentication_missing" });
    expect(await stored()).toEqual(before);
  });

  it("ends when it was told to", async () => {
    const added = { hash: sha256("another secret"), createdAt: 0, expiresAt: null };
    await storage.write(({ clients }) => clients.addSecret(id, added, 500));
    await expect(authenticate(secret, 500)).rejects.toMatchObject({ reason: "client_authentication_failed" });
    expect(asked).toBe(0);
    expect((await authenticate(secret, 499)).id).toBe(id);
  });

  it("of a disabled application is said to be so only to who has it", async () => {
    await storage.write(({ clients }) => clients.update(id, { status: "disabled" }));
    await expect(authenticate("wrong")).rejects.toMatchObject({ reason: "client_authentication_failed" });
    await expect(authenticate(secret)).rejects.toMatchObject({ reason: "client_disabled" });
  });
});
