import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { aClient } from "../../../test/support/records.ts";
import { memoryStorage } from "../../../test/support/storage.ts";
import type { GrantType } from "../../storage/port/clients.ts";
import type { OpenStorage } from "../../storage/sql/open.ts";
import { sha256 } from "../hash.ts";
import { newTrace } from "../request-trace.ts";
import { rowIds } from "../row-id.ts";
import { answerTokenRequest } from "./endpoint.ts";
import type { Conclusion, Grant, Verdict } from "./grant.ts";

let storage: OpenStorage;
beforeEach(async () => {
  storage = await memoryStorage();
  await storage.write(({ clients }) => clients.create(aClient(), sha256("secret")));
});
afterEach(() => storage.close());

const concluded: Conclusion = { subject: null, scopes: ["view-user"], refreshScopes: null };

/** A grant whose verdicts are given one after the other. */
function scripted(
  grantType: GrantType,
  ...verdicts: readonly Verdict[]
): Grant & { readonly asked: () => number } {
  let asked = 0;
  return {
    grantType,
    confidentialOnly: false,
    async authorize() {
      const verdict = verdicts[asked++];
      if (!verdict) throw new Error("asked too often");
      return verdict;
    },
    asked: () => asked,
  };
}

function ask(grants: readonly Grant[], grantType = "client_credentials"): Promise<string> {
  const body = new URLSearchParams({
    grant_type: grantType,
    client_id: aClient().id,
    client_secret: "secret",
  });
  const clock = () => 1_000_000;
  return answerTokenRequest(
    { grants, lifetimes: { accessToken: 60, refreshToken: 600 } },
    {
      mediaType: "application/x-www-form-urlencoded",
      queryNames: [],
      authorization: undefined,
      trace: newTrace("token"),
      body: async () => new TextEncoder().encode(body.toString()),
    },
    {
      storage,
      clock,
      entropy: randomBytes,
      ids: rowIds(clock, randomBytes),
      admit: async () => undefined,
      rehearse: async () => undefined,
      bcrypt: { matches: async () => false },
    },
  );
}

async function storedTokens(): Promise<number> {
  const id =
    /mbid_at_([0-9a-z]{26})/.exec(await ask([scripted("client_credentials", { concluded })]))?.[1] ?? "";
  return (await storage.committed.authorizations.findAccessToken(id)) ? 1 : 0;
}

describe("the endpoint", () => {
  it("asks the grant again when a parallel request was faster, and stores nothing of the loser's", async () => {
    const lost: Conclusion = { ...concluded, claim: async () => false };
    const grant = scripted("client_credentials", { concluded: lost }, { repeated: "as before" });
    expect(await ask([grant])).toBe("as before");
    expect(grant.asked()).toBe(2);
    expect(await storedTokens()).toBe(1);
  });

  it("gives up after a second lost race instead of going round for ever", async () => {
    const lost: Verdict = { concluded: { ...concluded, claim: async () => false } };
    await expect(ask([scripted("client_credentials", lost, lost, lost)])).rejects.toThrow(
      /lost the same race twice/,
    );
  });

  it("keeps what a refusal changed, and undoes what a throw did", async () => {
    const error = new Error("refused");
    const marking = (returned: boolean): Grant => ({
      grantType: "client_credentials",
      confidentialOnly: false,
      async authorize(_, { settings }) {
        await settings.put("mark", String(returned));
        if (!returned) throw error;
        return { refused: error as never };
      },
    });
    await expect(ask([marking(false)])).rejects.toBe(error);
    expect(await storage.committed.settings.get("mark")).toBeUndefined();
    await expect(ask([marking(true)])).rejects.toBe(error);
    expect(await storage.committed.settings.get("mark")).toBe("true");
  });

  it("knows the grants it is given and no others", async () => {
    const given = scripted("refresh_token");
    await expect(ask([given])).rejects.toMatchObject({ reason: "grant_type_unsupported" });
    await expect(ask([given])).rejects.toMatchObject({ hint: expect.stringContaining("refresh_token") });
  });
});
