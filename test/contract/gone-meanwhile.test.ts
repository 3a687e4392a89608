import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, expect, it } from "vitest";
import { authorizeRoutes } from "../../src/features/authorize/authorize.routes.ts";
import { askForReset } from "../../src/features/recover/ask.ts";
import { beginRegistration } from "../../src/features/register/begin.ts";
import { passwords } from "../../src/identity/password.ts";
import { sha256 } from "../../src/protocol/hash.ts";
import { challengeOf } from "../../src/protocol/pkce.ts";
import type { Repositories, Storage } from "../../src/storage/port/storage.ts";
import { findFactorCode, sendFactorCode } from "../../src/web/factor-code.ts";
import { aClient, aUser } from "../support/records.ts";
import { appOver, contextOver, now } from "../support/request-context.ts";
import { memoryStorage } from "../support/storage.ts";

const user = aUser();
const client = aClient();
const email = user.email ?? "";

let storage: Storage;
beforeEach(async () => {
  storage = await memoryStorage();
  await storage.write(async ({ users, clients }) => {
    await users.create(user);
    await clients.create(client, sha256("secret"));
  });
});
afterEach(() => storage.close());

/** The same storage, where `meanwhile` happens right before the first unit: after all that its request has looked at. */
function interrupted(meanwhile: (all: Repositories) => Promise<unknown>): Storage {
  let happened = false;
  const write: Storage["write"] = async (unit) => {
    if (!happened) {
      happened = true;
      await storage.write(meanwhile);
    }
    return storage.write(unit);
  };
  return { ...storage, write };
}

const person = ({ users }: Repositories) => users.delete(user.id, now);
const application = ({ clients }: Repositories) => clients.delete(client.id);

/** Mails that wait, told from the others by nothing but their address. */
const mailed = async () =>
  (await storage.write(({ messages }) => messages.lease("mail", now, now, 9))).map(
    ({ recipient }) => recipient,
  );

it.each(["GET", "POST"])(
  "a request of an application that was just deleted: unknown (%s)",
  async (method) => {
    const app = appOver(interrupted(application)).route("/", authorizeRoutes());
    const fields = new URLSearchParams({
      ...{ response_type: "code", client_id: client.id, redirect_uri: client.redirectUris[0] ?? "" },
      ...{
        scope: "view-user",
        state: "s",
        code_challenge: challengeOf("a".repeat(43)),
        code_challenge_method: "S256",
      },
    });
    const answer =
      method === "GET"
        ? await app.request(`/oauth/authorize?${fields}`)
        : await app.request("/oauth/authorize", { method, body: fields });
    expect(answer.headers.get("location")).toBeNull();
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain("client_unknown");
  },
);

it("a forgotten password of somebody who was just deleted: as of somebody unknown", async () => {
  const c = await contextOver(interrupted(person));
  await askForReset(c, { kind: "email", value: email }, null);
  expect(await mailed()).toEqual([]);
});

it("a registration with the address of somebody who was just deleted: the address is free", async () => {
  const c = await contextOver(interrupted(person));
  const hashing = passwords({ concurrency: 1, queueLimit: 1, entropy: randomBytes });
  const id = await beginRegistration(c, hashing, { name: "Ayu", email, password: "kuda baterai" }, null);
  expect(await storage.committed.challenges.find(id)).toMatchObject({ address: email, userId: null });
  expect(await mailed()).toEqual([email]);
});

it("a code for somebody who was just deleted: none is sent, and its page knows of none", async () => {
  const c = await contextOver(interrupted(person));
  const sent = await sendFactorCode(c, user, "sign_in", "email");
  if (!("id" in sent)) throw new Error("It is answered like any other");
  expect(await findFactorCode(c, sent.id, user.id, "sign_in")).toBeUndefined();
  expect(await mailed()).toEqual([]);
});
