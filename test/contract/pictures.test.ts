import { expect, it } from "vitest";
import type { StoredPicture } from "../../src/storage/port/pictures.ts";
import { onEveryEngine } from "./engines.ts";
import { aPicture, now, seedUserAndClient } from "./fixtures.ts";

onEveryEngine("Pictures", (storage) => {
  const client = { kind: "client", id: "a-client" } as const;
  const person = { kind: "user", id: 10_001 } as const;
  const put = (owner: typeof client | typeof person, picture: StoredPicture) =>
    storage().write(({ pictures }) => pictures.put(owner, picture));
  const find = (kind: "client" | "user", name: string) => storage().committed.pictures.find(kind, name);

  it("keep every byte, and are found by what they are of", async () => {
    await storage().write(seedUserAndClient);
    const bytes = Uint8Array.from({ length: 1024 }, (_, index) => index % 256);
    const logo = aPicture({ name: "logo.png", bytes });
    const portrait = aPicture({ name: "portrait.jpg", type: "image/jpeg", createdAt: now + 1 });
    await put(client, logo);
    await put(person, portrait);
    expect(await find("client", "logo.png")).toEqual(logo);
    expect(await find("user", "portrait.jpg")).toEqual(portrait);
    expect(await find("user", "logo.png")).toBeUndefined();
    expect(await find("client", "portrait.jpg")).toBeUndefined();
    expect(await find("client", "nothing")).toBeUndefined();
  });

  it("replace the one before, and are taken away", async () => {
    await storage().write(seedUserAndClient);
    await put(client, aPicture({ name: "first" }));
    await put(client, aPicture({ name: "second" }));
    expect(await find("client", "first")).toBeUndefined();
    expect((await find("client", "second"))?.name).toBe("second");
    await storage().write(({ pictures }) => pictures.remove(client));
    await storage().write(({ pictures }) => pictures.remove(client));
    expect(await find("client", "second")).toBeUndefined();
  });

  it("go with whom they are of", async () => {
    await storage().write(seedUserAndClient);
    await put(client, aPicture({ name: "logo" }));
    await put(person, aPicture({ name: "portrait" }));
    await storage().write(async ({ clients, users }) => {
      await clients.delete(client.id);
      await users.delete(person.id, now);
    });
    expect(await find("client", "logo")).toBeUndefined();
    expect(await find("user", "portrait")).toBeUndefined();
  });
});
