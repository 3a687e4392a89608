import { describe, expect, it } from "vitest";
import { aClient, aRequest, aSession, aUser } from "../../../test/support/records.ts";
import type { User } from "../../storage/port/users.ts";
import { type Candidate, nextStep, type Situation, type Step } from "./next-step.ts";

const arrivedAt = 1_000_000;
const before = arrivedAt - 60_000;
const native = { redirectUri: "com.example.app:/callback" };
const nativeClient = aClient({ confidential: false, redirectUris: [native.redirectUri] });

function account(id: number, scopes?: readonly string[], change: Partial<User & Candidate["session"]> = {}) {
  const { role = "user", authenticatedAt = before } = change;
  const consent = scopes && {
    userId: id,
    clientId: aClient().id,
    scopes,
    grantedAt: before,
    lastUsedAt: before,
  };
  const session = aSession({ id: `session-${id}`, userId: id, authenticatedAt });
  return { session, user: aUser({ id, role }), consent, admitted: true } satisfies Candidate;
}

function step(request: Parameters<typeof aRequest>[0], rest: Partial<Situation> = {}): string {
  return said(
    nextStep({
      request: aRequest(request),
      arrivedAt,
      client: aClient(),
      accounts: [],
      chosenSessionId: null,
      given: undefined,
      ...rest,
    }),
  );
}

function said(result: Step): string {
  if (result.step === "error") return result.error.reason;
  if (result.step === "code" || result.step === "consent") {
    return `${result.step} ${result.account.user.id} ${result.scopes.join(" ")}`;
  }
  return result.step;
}

const one = [account(1)];
const known = [account(1, ["view-user"])];
const two = [account(1), account(2)];
const twoKnown = [account(1, ["view-user"]), account(2)];
const chosen2 = { accounts: two, chosenSessionId: "session-2" };
const fresh = [account(1, ["view-user"], { authenticatedAt: arrivedAt })];
const chosenFresh = { accounts: fresh, chosenSessionId: "session-1" };

describe("which account", () => {
  it.each<[string, string, Parameters<typeof step>]>([
    ["nobody signed in", "sign_in", [{}]],
    ["nobody signed in, silently", "not_signed_in", [{ prompt: ["none"] }]],
    ["one account", "consent 1 view-user", [{}, { accounts: one }]],
    ["several accounts", "choose_account", [{}, { accounts: two }]],
    ["several accounts, silently", "several_accounts", [{ prompt: ["none"] }, { accounts: twoKnown }]],
    ["the chosen one", "consent 2 view-user", [{}, chosen2]],
    [
      "a chosen session that ended: the other account",
      "consent 1 view-user",
      [{}, { accounts: one, chosenSessionId: "session-2" }],
    ],
    [
      "a chosen session that ended: choose again",
      "choose_account",
      [{}, { accounts: two, chosenSessionId: "session-3" }],
    ],
    [
      "select_account with one account",
      "choose_account",
      [{ prompt: ["select_account"] }, { accounts: known }],
    ],
    ["select_account with none", "sign_in", [{ prompt: ["select_account"] }]],
    ["select_account, chosen", "consent 2 view-user", [{ prompt: ["select_account"] }, chosen2]],
    ["skip the chooser", "code 1 view-user", [{ skipAccountChooser: true }, { accounts: twoKnown }]],
    [
      "skip the chooser, never authorised",
      "choose_account",
      [{ skipAccountChooser: true }, { accounts: two }],
    ],
    [
      "skip the chooser for more than was authorised",
      "consent 1 view-user detail-user",
      [{ skipAccountChooser: true, scopes: ["view-user", "detail-user"] }, { accounts: twoKnown }],
    ],
    [
      "skip the chooser, silently",
      "code 1 view-user",
      [{ skipAccountChooser: true, prompt: ["none"] }, { accounts: twoKnown }],
    ],
    [
      "select_account beats skip",
      "choose_account",
      [{ skipAccountChooser: true, prompt: ["select_account"] }, { accounts: twoKnown }],
    ],
  ])("%s → %s", (_name, wanted, given) => expect(step(...given)).toBe(wanted));
});

describe("a test application", () => {
  const stranger = { ...account(1, ["view-user"]), admitted: false };
  it.each<[string, string, Parameters<typeof step>]>([
    ["somebody who was not invited", "not_a_tester", [{}, { accounts: [stranger] }]],
    ["the same, silently", "not_a_tester", [{ prompt: ["none"] }, { accounts: [stranger] }]],
    ["the same, chosen", "not_a_tester", [{}, { accounts: [stranger], chosenSessionId: "session-1" }]],
    ["somebody invited beside them", "choose_account", [{}, { accounts: [stranger, account(2)] }]],
    [
      "the one invited, chosen",
      "consent 2 view-user",
      [{}, { accounts: [stranger, account(2)], chosenSessionId: "session-2" }],
    ],
  ])("%s → %s", (_name, wanted, given) => expect(step(...given)).toBe(wanted));
});

describe("how fresh the sign-in must be", () => {
  it.each<[string, string, Parameters<typeof step>]>([
    ["prompt=login", "sign_in", [{ prompt: ["login"] }, { accounts: known }]],
    ["prompt=login with several accounts", "sign_in", [{ prompt: ["login"] }, { accounts: twoKnown }]],
    ["prompt=login after signing in for it", "code 1 view-user", [{ prompt: ["login"] }, chosenFresh]],
    [
      "prompt=login, an old session chosen",
      "sign_in",
      [{ prompt: ["login"] }, { accounts: known, chosenSessionId: "session-1" }],
    ],
    ["login and consent, signed in", "consent 1 view-user", [{ prompt: ["login", "consent"] }, chosenFresh]],
    [
      "login and select_account",
      "choose_account",
      [{ prompt: ["login", "select_account"] }, { accounts: known }],
    ],
    ["max_age not reached", "code 1 view-user", [{ maxAge: 60 }, { accounts: known }]],
    ["max_age passed", "sign_in", [{ maxAge: 59 }, { accounts: known }]],
    ["max_age passed, silently", "sign_in_too_old", [{ maxAge: 59, prompt: ["none"] }, { accounts: known }]],
    ["max_age=0", "sign_in", [{ maxAge: 0 }, { accounts: known }]],
    ["max_age=0 after signing in", "code 1 view-user", [{ maxAge: 0 }, chosenFresh]],
    ["max_age=0 while another tab signed in", "code 1 view-user", [{ maxAge: 0 }, { accounts: fresh }]],
  ])("%s → %s", (_name, wanted, given) => expect(step(...given)).toBe(wanted));
});

describe("consent", () => {
  const both = ["view-user", "detail-user"];
  const approve = (userId: number, scopes = ["view-user"]) => ({ given: { userId, scopes } });
  it.each<[string, string, Parameters<typeof step>]>([
    ["given before", "code 1 view-user", [{}, { accounts: known }]],
    ["given before for less", "consent 1 view-user detail-user", [{ scopes: both }, { accounts: known }]],
    ["given before for more", "code 1 view-user", [{}, { accounts: [account(1, both)] }]],
    ["missing, silently", "consent_missing", [{ prompt: ["none"] }, { accounts: one }]],
    ["given, silently", "code 1 view-user", [{ prompt: ["none"] }, { accounts: known }]],
    ["prompt=consent", "consent 1 view-user", [{ prompt: ["consent"] }, { accounts: known }]],
    [
      "prompt=consent, just given",
      "code 1 view-user",
      [{ prompt: ["consent"] }, { accounts: known, ...approve(1) }],
    ],
    ["just given", "code 1 view-user", [{}, { accounts: one, ...approve(1) }]],
    ["just given for another account", "consent 1 view-user", [{}, { accounts: one, ...approve(2) }]],
    [
      "just given for another account than the one that allowed it before",
      "consent 1 view-user",
      [{}, { accounts: known, ...approve(2) }],
    ],
    [
      "just given for less than is asked",
      "consent 1 view-user detail-user",
      [{ scopes: both }, { accounts: one, ...approve(1) }],
    ],
    [
      "a native application is asked again",
      "consent 1 view-user",
      [native, { accounts: known, client: nativeClient }],
    ],
    [
      "a native application, just given",
      "code 1 view-user",
      [native, { accounts: known, client: nativeClient, ...approve(1) }],
    ],
    [
      "a native application, silently",
      "public_client_unproven",
      [
        { ...native, prompt: ["none"] },
        { accounts: known, client: nativeClient },
      ],
    ],
    [
      "a public client on https is remembered",
      "code 1 view-user",
      [{}, { accounts: known, client: aClient({ confidential: false }) }],
    ],
  ])("%s → %s", (_name, wanted, given) => expect(step(...given)).toBe(wanted));
});

describe("the scope admin", () => {
  const scopes = ["view-user", "admin"];
  const admin = [account(1, undefined, { role: "admin" })];
  it.each<[string, string, Parameters<typeof step>]>([
    ["for an admin", "consent 1 view-user admin", [{ scopes }, { accounts: admin }]],
    ["dropped for anybody else", "consent 1 view-user", [{ scopes }, { accounts: one }]],
    ["alone, for anybody else", "scope_admin_only", [{ scopes: ["admin"] }, { accounts: one }]],
    [
      "dropped though it was consented as an admin",
      "code 1 view-user",
      [{ scopes }, { accounts: [account(1, scopes)] }],
    ],
    [
      "a role won since the consent page was shown: shown again",
      "consent 1 view-user admin",
      [{ scopes }, { accounts: admin, given: { userId: 1, scopes: ["view-user"] } }],
    ],
  ])("%s → %s", (_name, wanted, given) => expect(step(...given)).toBe(wanted));
});
