import { expect, it } from "vitest";
import { onEveryEngine } from "./engines.ts";
import {
  aClient,
  aCode,
  anAccessToken,
  anAuthorization,
  aRefreshToken,
  now,
  second,
  seedFamily,
} from "./fixtures.ts";

const alive = { authorizationRevokedAt: null, authorizationRevocationReason: null };
const fifty = Array.from({ length: 50 }, (_, index) => index);

onEveryEngine("Authorizations", (storage) => {
  const write: ReturnType<typeof storage>["write"] = (unit) => storage().write(unit);
  const read = () => storage().committed.authorizations;

  it("give back what was stored, with the state of the family", async () => {
    await seedFamily(storage());
    const code = aCode({ codeChallenge: "challenge", scopes: ["view-user", "detail-user"] });
    const machine = anAccessToken({ id: "machine", authorizationId: null, userId: null, scopes: [] });
    await write(async ({ authorizations }) => {
      await authorizations.addCode(code);
      await authorizations.addAccessToken(anAccessToken());
      await authorizations.addAccessToken(machine);
      await authorizations.addRefreshToken(aRefreshToken());
    });
    expect(await read().provenAt(anAuthorization().id)).toBe(anAuthorization().provenAt);
    expect(await read().findCode("a-code")).toEqual({ ...code, ...alive });
    expect(await read().findAccessToken("an-access-token")).toEqual({ ...anAccessToken(), ...alive });
    expect(await read().findAccessToken("machine")).toEqual({ ...machine, ...alive });
    expect(await read().findRefreshToken("a-refresh-token")).toEqual({ ...aRefreshToken(), ...alive });
  });

  it("know nothing of what was never issued", async () => {
    expect(await read().provenAt("x")).toBeNull();
    expect(await read().findCode("x")).toBeUndefined();
    expect(await read().findAccessToken("x")).toBeUndefined();
    expect(await read().findRefreshToken("x")).toBeUndefined();
  });

  it("redeem a code for exactly one of 50", async () => {
    await seedFamily(storage());
    await write(({ authorizations }) => authorizations.addCode(aCode()));
    const answers = await Promise.all(
      fifty.map((at) => write(({ authorizations }) => authorizations.redeemCode("a-code", now + at))),
    );
    expect(answers.filter((answer) => answer === "redeemed")).toHaveLength(1);
    expect(answers.filter((answer) => answer === "replayed")).toHaveLength(49);
    expect((await read().findCode("a-code"))?.redeemedAt).toBe(now + answers.indexOf("redeemed"));
  });

  it("rotate a refresh token for exactly one of 50, whose response is the one kept", async () => {
    await seedFamily(storage());
    await write(({ authorizations }) => authorizations.addRefreshToken(aRefreshToken()));
    const answers = await Promise.all(
      fifty.map((one) =>
        write(({ authorizations }) =>
          authorizations.rotateRefreshToken("a-refresh-token", now + one, {
            successorId: `successor-${one}`,
            replay: `sealed-${one}`,
            replayScope: "",
          }),
        ),
      ),
    );
    expect(answers.filter((answer) => answer === "rotated")).toHaveLength(1);
    const winner = answers.indexOf("rotated");
    expect(await read().findRefreshToken("a-refresh-token")).toMatchObject({
      usedAt: now + winner,
      successorId: `successor-${winner}`,
      replay: `sealed-${winner}`,
      replayScope: "",
    });
  });

  it("erase kept responses after their window, a bounded number at a time", async () => {
    await seedFamily(storage());
    await write(async ({ authorizations }) => {
      for (const at of [1, 2, 3, 4]) {
        await authorizations.addRefreshToken(aRefreshToken({ id: `${at}` }));
        const kept = { successorId: "s", replay: "sealed", replayScope: "" };
        await authorizations.rotateRefreshToken(`${at}`, now + at * second, kept);
      }
    });
    const erase = (limit: number) =>
      write(({ authorizations }) => authorizations.eraseReplays(now + 4 * second, limit));
    expect([await erase(2), await erase(2), await erase(2)]).toEqual([2, 1, 0]);
    const replays = await Promise.all(["1", "2", "3", "4"].map((id) => read().findRefreshToken(id)));
    expect(replays.map((token) => token?.replay)).toEqual([null, null, null, "sealed"]);
    expect(replays[0]).toMatchObject({ usedAt: now + second, successorId: "s" });
  });

  it("revoke one access token without its family, once", async () => {
    await seedFamily(storage());
    await write(async ({ authorizations }) => {
      await authorizations.addAccessToken(anAccessToken());
      await authorizations.addAccessToken(anAccessToken({ id: "other" }));
      await authorizations.revokeAccessToken("an-access-token", now);
      await authorizations.revokeAccessToken("an-access-token", now + 1);
      await authorizations.revokeAccessToken("unknown", now);
    });
    expect(await read().findAccessToken("an-access-token")).toMatchObject({ revokedAt: now, ...alive });
    expect(await read().findAccessToken("other")).toMatchObject({ revokedAt: null, ...alive });
  });

  it("revoke a family as a whole and keep the first reason", async () => {
    await seedFamily(storage());
    await write(async ({ authorizations }) => {
      await authorizations.create(anAuthorization({ id: "another" }));
      await authorizations.addCode(aCode());
      await authorizations.addAccessToken(anAccessToken());
      await authorizations.addRefreshToken(aRefreshToken());
      await authorizations.addRefreshToken(aRefreshToken({ id: "stranger", authorizationId: "another" }));
      await authorizations.revoke("an-authorization", "refresh_token_reused", now);
      await authorizations.revoke("an-authorization", "signed_out", now + 1);
    });
    const dead = { authorizationRevokedAt: now, authorizationRevocationReason: "refresh_token_reused" };
    expect(await read().findCode("a-code")).toMatchObject(dead);
    expect(await read().findAccessToken("an-access-token")).toMatchObject(dead);
    expect(await read().findRefreshToken("a-refresh-token")).toMatchObject(dead);
    expect(await read().findRefreshToken("stranger")).toMatchObject(alive);
  });

  it("revoke all of a user's, or those with one client, and nobody else's", async () => {
    await seedFamily(storage());
    const families = [
      ["mine", 10001, "a-client"],
      ["mine too", 10001, "other-client"],
      ["theirs", 10002, "a-client"],
    ] as const;
    await write(async ({ authorizations, clients }) => {
      await clients.create(aClient({ id: "other-client" }), null);
      for (const [id, userId, clientId] of families) {
        await authorizations.create(anAuthorization({ id, userId, clientId }));
        await authorizations.addAccessToken(anAccessToken({ id, authorizationId: id, userId, clientId }));
      }
    });
    const reasons = async () =>
      Promise.all(
        families.map(async ([id]) => (await read().findAccessToken(id))?.authorizationRevocationReason),
      );
    await write(({ authorizations }) => authorizations.revokeAll(10001, "consent_revoked", now, "a-client"));
    expect(await reasons()).toEqual(["consent_revoked", null, null]);
    await write(({ authorizations }) => authorizations.revokeAll(10001, "password_changed", now));
    expect(await reasons()).toEqual(["consent_revoked", "password_changed", null]);
  });
});
