import { expect, it } from "vitest";
import type { TesterName } from "../../src/storage/port/testers.ts";
import { onEveryEngine } from "./engines.ts";
import { aClient, aUser, now, seedUserAndClient } from "./fixtures.ts";

const siti: TesterName = { kind: "email", value: "siti@contoh.id" };
const budi: TesterName = { kind: "username", value: "budi" };
const number: TesterName = { kind: "phone", value: "+6281234567890" };

onEveryEngine("Testers", (storage) => {
  const invite = (name: TesterName, invitedAt = now, clientId = "a-client") =>
    storage().write(({ testers }) => testers.invite({ clientId, ...name, invitedAt }));
  const list = (clientId = "a-client") => storage().committed.testers.list(clientId);
  const isInvited = (...names: readonly TesterName[]) =>
    storage().committed.testers.isInvited("a-client", names);

  it("are invited by what they sign in with, once, whatever the case of its letters", async () => {
    await storage().write(seedUserAndClient);
    await invite(budi, now + 1);
    await invite({ kind: "email", value: "Siti@Contoh.id" });
    await invite(siti, now + 2);
    expect(await list()).toEqual([
      { clientId: "a-client", ...siti, invitedAt: now },
      { clientId: "a-client", ...budi, invitedAt: now + 1 },
    ]);
    expect(await isInvited(number, { kind: "email", value: "SITI@contoh.id" })).toBe(true);
    expect(await isInvited({ kind: "username", value: siti.value }, number)).toBe(false);
    expect(await isInvited()).toBe(false);
  });

  it("belong to one application, and are removed from it alone", async () => {
    await storage().write(seedUserAndClient);
    await storage().write(({ clients }) => clients.create(aClient({ id: "another" }), null));
    await invite(siti);
    await invite(siti, now, "another");
    const remove = (name: TesterName) => storage().write(({ testers }) => testers.remove("a-client", name));
    expect(await remove(budi)).toBe(false);
    expect(await remove({ kind: "email", value: "SITI@contoh.id" })).toBe(true);
    expect(await remove(siti)).toBe(false);
    expect([await list(), (await list("another")).length]).toEqual([[], 1]);
    await storage().write(({ clients }) => clients.delete("another"));
    expect(await list("another")).toEqual([]);
  });

  it("leave no address behind when their account is deleted", async () => {
    await storage().write(seedUserAndClient);
    await invite(siti);
    await invite(budi);
    await invite(number);
    const made = await storage().write(({ users }) =>
      users.create(aUser({ username: "Budi", phoneNumber: number.value })),
    );
    await storage().write(({ users }) => users.delete("id" in made ? made.id : 0, now));
    expect((await list()).map(({ value }) => value)).toEqual([siti.value]);
    await storage().write(({ users }) => users.delete(10_001, now));
    expect(await list()).toEqual([]);
  });
});
