import { expect, it } from "vitest";
import { onEveryEngine } from "./engines.ts";
import { aChallenge, anInteraction, aUser, now, seedUserAndClient } from "./fixtures.ts";

onEveryEngine("Interactions", (storage) => {
  const write: ReturnType<typeof storage>["write"] = (unit) => storage().write(unit);
  const find = () => storage().committed.interactions.find("an-interaction");

  async function seed(): Promise<void> {
    await write(async (repositories) => {
      await seedUserAndClient(repositories);
      await repositories.interactions.create(anInteraction());
    });
  }

  it("keep the request as it was", async () => {
    await seed();
    expect(await find()).toEqual(anInteraction());
    expect(await storage().committed.interactions.find("x")).toBeUndefined();
  });

  it("belong to the first browser that opens them", async () => {
    await seed();
    const claims = await Promise.all(
      ["a", "b", "a"].map((device) =>
        write(({ interactions }) => interactions.claim("an-interaction", device)),
      ),
    );
    expect(claims).toEqual([true, false, true]);
    expect(await find()).toMatchObject({ deviceHash: "a" });
  });

  it("keep the chosen session and finish for exactly one of 50", async () => {
    await seed();
    await write(({ interactions }) => interactions.choose("an-interaction", "a-session"));
    const finished = await Promise.all(
      Array.from({ length: 50 }, () =>
        write(({ interactions }) => interactions.finish("an-interaction", now)),
      ),
    );
    expect(finished.filter(Boolean)).toHaveLength(1);
    expect(await find()).toMatchObject({ sessionId: "a-session", finishedAt: now });
  });
});

onEveryEngine("Challenges", (storage) => {
  const write: ReturnType<typeof storage>["write"] = (unit) => storage().write(unit);
  const find = (id = "a-challenge") => storage().committed.challenges.find(id);

  it("keep every field", async () => {
    await write(({ challenges }) => challenges.create(aChallenge()));
    expect(await find()).toEqual(aChallenge());
    expect(await find("x")).toBeUndefined();
  });

  it("count at most the permitted attempts, also of many at once", async () => {
    await write(({ challenges }) => challenges.create(aChallenge()));
    const allowed = await Promise.all(
      Array.from({ length: 50 }, () => write(({ challenges }) => challenges.attempt("a-challenge", 5))),
    );
    expect(allowed.filter(Boolean)).toHaveLength(5);
    expect(await find()).toMatchObject({ attempts: 5 });
  });

  it("that wait for a number take one, in time and once", async () => {
    const waiting = aChallenge({ purpose: "sign_in", address: "", codeHash: null, expiresAt: now + 1 });
    await write(async ({ challenges }) => {
      await challenges.create(waiting);
      await challenges.create({ ...waiting, id: "used", usedAt: now });
      await challenges.create(aChallenge({ id: "sent" }));
      await challenges.create({ ...waiting, id: "other", purpose: "verify_email" });
    });
    const answer = (id: string, at = now, address = "+628123456789") =>
      write(({ challenges }) => challenges.answer(id, { address, codeHash: `of ${address}` }, at));
    expect(await answer("a-challenge", now + 1)).toBe(false);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => answer("a-challenge", now, `+62${i}`)),
    );
    expect(answers.filter(Boolean)).toHaveLength(1);
    const address = `+62${answers.indexOf(true)}`;
    expect(await find()).toEqual({ ...waiting, address, codeHash: `of ${address}` });
    for (const id of ["used", "sent", "other", "x"]) expect(await answer(id)).toBe(false);
  });

  it("are used by exactly one of 50, and allow no attempt afterwards", async () => {
    await write(({ challenges }) => challenges.create(aChallenge()));
    const used = await Promise.all(
      Array.from({ length: 50 }, () => write(({ challenges }) => challenges.use("a-challenge", now))),
    );
    expect(used.filter(Boolean)).toHaveLength(1);
    expect(await write(({ challenges }) => challenges.attempt("a-challenge", 5))).toBe(false);
  });

  it("are discarded by user and purpose", async () => {
    await write(async ({ users, challenges }) => {
      await users.create(aUser({ id: 1 }));
      await users.create(aUser({ id: 2 }));
      await challenges.create(aChallenge({ userId: 1 }));
      await challenges.create(aChallenge({ id: "used", userId: 1, usedAt: 5 }));
      await challenges.create(aChallenge({ id: "reset", userId: 1, purpose: "reset_password" }));
      await challenges.create(aChallenge({ id: "other", userId: 2 }));
      await challenges.discard(1, "verify_email", now);
    });
    const usedAt = async (id?: string) => (await find(id))?.usedAt;
    expect([await usedAt(), await usedAt("used")]).toEqual([now, 5]);
    expect([await usedAt("reset"), await usedAt("other")]).toEqual([null, null]);
  });

  it("are superseded by address and purpose, whether or not an account has the address", async () => {
    await write(async ({ challenges }) => {
      await challenges.create(aChallenge({ address: "siti@contoh.id" }));
      await challenges.create(aChallenge({ id: "used", address: "siti@contoh.id", usedAt: 5 }));
      await challenges.create(
        aChallenge({ id: "reset", address: "siti@contoh.id", purpose: "reset_password" }),
      );
      await challenges.create(aChallenge({ id: "other", address: "sitia@contoh.id" }));
      await challenges.supersede("siti@contoh.id", "verify_email", now);
    });
    const usedAt = await Promise.all(
      ["a-challenge", "used", "reset", "other"].map(async (id) => (await find(id))?.usedAt),
    );
    expect(usedAt).toEqual([now, 5, null, null]);
  });
});
