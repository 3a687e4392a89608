import { expect, it } from "vitest";
import { onEveryEngine } from "./engines.ts";
import { aMessage, now, second } from "./fixtures.ts";

onEveryEngine("Messages", (storage) => {
  const write: ReturnType<typeof storage>["write"] = (unit) => storage().write(unit);
  const lease = (at: number, limit = 10) =>
    write(({ messages }) => messages.lease("mail", at, at + 60 * second, limit));
  const list = (limit = 10) => storage().committed.messages.list(limit);

  it("are leased to one caller until the lease ends, each lease an attempt", async () => {
    await write(({ messages }) => messages.add(aMessage()));
    const leases = await Promise.all(Array.from({ length: 20 }, () => lease(now)));
    expect(leases.flat()).toEqual([aMessage({ attempts: 1, nextAttemptAt: now + 60 * second })]);
    expect(await lease(now + 59 * second)).toEqual([]);
    expect(await lease(now + 60 * second)).toMatchObject([{ attempts: 2 }]);
  });

  it("are leased only when due, the longest waiting first, a bounded number", async () => {
    await write(async ({ messages }) => {
      for (const at of [3, 1, 2, 9]) await messages.add(aMessage({ id: `${at}`, nextAttemptAt: now + at }));
    });
    const leased = async (limit: number) => (await lease(now + 5, limit)).map(({ id }) => id).sort();
    expect(await leased(2)).toEqual(["1", "2"]);
    expect(await leased(2)).toEqual(["3"]);
    expect(await leased(2)).toEqual([]);
  });

  it("are over once sent or given up", async () => {
    await write(async ({ messages }) => {
      for (const id of ["shown", "erased", "failed", "again"]) await messages.add(aMessage({ id }));
      await messages.sent("shown", now, false);
      await messages.sent("erased", now, true);
      await messages.fail("failed", now, "recipient");
      await messages.retry("again", now + second);
    });
    expect(await lease(now)).toEqual([]);
    expect((await lease(now + second)).map(({ id }) => id)).toEqual(["again"]);
    const byId = Object.fromEntries((await list()).map((message) => [message.id, message]));
    expect(byId["shown"]).toMatchObject({ sealed: "sealed", sentAt: now });
    expect(byId["erased"]).toMatchObject({ sealed: null, sentAt: now });
    expect(byId["failed"]).toMatchObject({ sealed: null, sentAt: null, failedAt: now, failure: "recipient" });
  });

  it("are leased by channel: one that waits holds up no other", async () => {
    await write(async ({ messages }) => {
      await messages.add(aMessage());
      await messages.add(aMessage({ id: "by-phone", channel: "whatsapp", expiresAt: now + second }));
    });
    expect((await lease(now)).map(({ id }) => id)).toEqual(["a-message"]);
    const byPhone = await write(({ messages }) => messages.lease("whatsapp", now, now + second, 10));
    expect(byPhone).toMatchObject([{ id: "by-phone", expiresAt: now + second }]);
  });

  it("keep the first report of how they ended, in whatever order reports come", async () => {
    await write(async ({ messages }) => {
      for (const id of ["arrived", "bounced"]) {
        await messages.add(aMessage({ id }));
        await messages.sent(id, now, true);
      }
      await messages.delivered("arrived", now + 1);
      await messages.delivered("arrived", now + 2);
    });
    const fail = (id: string, at: number, failure: "recipient" | "late") =>
      write(({ messages }) => messages.fail(id, at, failure));
    expect(await fail("arrived", now + 3, "recipient")).toBe(false);
    expect(await fail("bounced", now + 1, "recipient")).toBe(true);
    expect(await fail("bounced", now + 2, "late")).toBe(false);
    expect(await fail("x", now, "late")).toBe(false);
    const find = (id: string) => storage().committed.messages.find(id);
    expect(await find("arrived")).toMatchObject({ deliveredAt: now + 1, failedAt: null, failure: null });
    expect(await find("bounced")).toMatchObject({ failedAt: now + 1, failure: "recipient" });
    expect(await find("x")).toBeUndefined();
  });

  it("are listed newest first", async () => {
    await write(async ({ messages }) => {
      for (const at of [1, 3, 2]) await messages.add(aMessage({ id: `${at}`, createdAt: now + at }));
    });
    expect((await list(2)).map(({ id }) => id)).toEqual(["3", "2"]);
  });

  it("are read on page by page: all, those of a channel, those that wait, those given up", async () => {
    await write(async ({ messages }) => {
      await messages.add(aMessage({ id: "a", createdAt: 1 }));
      await messages.add(aMessage({ id: "b", createdAt: 2, channel: "whatsapp" }));
      await messages.add(aMessage({ id: "c", createdAt: 2 }));
      await messages.add(aMessage({ id: "d", createdAt: 3 }));
      await messages.sent("a", now, true);
      await messages.fail("d", now, "late");
    });
    const { messages } = storage().committed;
    const page = async (...asked: Parameters<typeof messages.page>) =>
      (await messages.page(...asked)).map(({ id }) => id);
    expect(await page({}, 3)).toEqual(["d", "c", "b"]);
    expect(await page({}, 3, { createdAt: 2, id: "c" })).toEqual(["b", "a"]);
    expect(await page({ channel: "mail" }, 9, { createdAt: 3, id: "d" })).toEqual(["c", "a"]);
    expect(await page({ state: "waiting" }, 9)).toEqual(["c", "b"]);
    expect(await page({ state: "failed" }, 9)).toEqual(["d"]);
  });
});
