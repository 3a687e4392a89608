import { type CatalogueError, oauthError } from "../../errors/catalogue-error.ts";
import { isAtLeast } from "../../identity/role.ts";
import type { Client } from "../../storage/port/clients.ts";
import type { Consent } from "../../storage/port/consents.ts";
import type { AuthorizationRequest } from "../../storage/port/interactions.ts";
import type { Session } from "../../storage/port/sessions.ts";
import type { Instant } from "../../storage/port/time.ts";
import type { User } from "../../storage/port/users.ts";
import { isWithin } from "../scope.ts";

/** An account signed in in this browser, and what its person allowed this application before. */
export interface Candidate {
  readonly session: Session;
  readonly user: User;
  readonly consent: Consent | undefined;
  /** May sign in to this application: false for whom the owner of a test application did not invite. */
  readonly admitted: boolean;
}

/** What a person just allowed: the account and the scopes that the consent page showed. */
export interface GivenConsent {
  readonly userId: number;
  readonly scopes: readonly string[];
}

/** Everything that decides how a request goes on. */
export interface Situation {
  readonly request: AuthorizationRequest;
  /** When the request arrived. A sign-in after that is fresh whatever `prompt` or `max_age` say, so that nothing loops. */
  readonly arrivedAt: Instant;
  readonly client: Client;
  /** Signed in in this browser, the current one first. */
  readonly accounts: readonly Candidate[];
  /** The session that the person signed in to or chose for this request. */
  readonly chosenSessionId: string | null;
  readonly given: GivenConsent | undefined;
}

/** The person is asked whether the application may have these scopes. */
export interface ConsentStep {
  readonly step: "consent";
  readonly account: Candidate;
  readonly scopes: readonly string[];
}

/** The application gets a code, for a yes of just now or for one that stands from before. */
export interface CodeStep {
  readonly step: "code";
  readonly account: Candidate;
  readonly scopes: readonly string[];
  readonly consent: "just_given" | "standing";
}

/** What comes next; `code` and `error` end the request. */
export type Step =
  | { readonly step: "sign_in" }
  | { readonly step: "choose_account" }
  | ConsentStep
  | CodeStep
  | { readonly step: "error"; readonly error: CatalogueError };

type Settled = Candidate | Exclude<Step, ConsentStep | CodeStep>;

function failed(error: CatalogueError): { readonly step: "error"; readonly error: CatalogueError } {
  return { step: "error", error };
}

function isSilent({ prompt }: AuthorizationRequest): boolean {
  return prompt.includes("none");
}

/** OpenID Connect Core §3.1.2.1: `prompt=login` asks for what `max_age=0` asks for. */
function isTooOld({ request, arrivedAt }: Situation, { session }: Candidate): boolean {
  const maxAge = request.prompt.includes("login") ? 0 : request.maxAge;
  return maxAge !== null && session.authenticatedAt + maxAge * 1000 < arrivedAt;
}

function mayTakeCurrent({ request, accounts: [current, ...others] }: Situation): boolean {
  if (others.length === 0) return true;
  return request.skipAccountChooser && current?.consent !== undefined;
}

/** `prompt=none` shows nothing: it says what it would have shown. */
function askToSignIn(request: AuthorizationRequest, reason: "not_signed_in" | "sign_in_too_old"): Settled {
  return isSilent(request) ? failed(oauthError("login_required", reason)) : { step: "sign_in" };
}

function askToChoose(request: AuthorizationRequest): Settled {
  return isSilent(request)
    ? failed(oauthError("account_selection_required", "several_accounts"))
    : { step: "choose_account" };
}

/** The account this request is about, or what has to happen before there is one. */
function settleAccount(situation: Situation): Settled {
  const { request, accounts, chosenSessionId } = situation;
  const chosen = accounts.find(({ session }) => session.id === chosenSessionId);
  const [current] = accounts;
  if (!current) return askToSignIn(request, "not_signed_in");
  if (!chosen) {
    if (request.prompt.includes("select_account")) return askToChoose(request);
    if (request.prompt.includes("login")) return askToSignIn(request, "sign_in_too_old");
    if (!mayTakeCurrent(situation)) return askToChoose(request);
  }
  const account = chosen ?? current;
  return isTooOld(situation, account) ? askToSignIn(request, "sign_in_too_old") : account;
}

/** What may be granted to this person: `admin` only to an admin (contract §8). */
export function scopesFor(user: User, requested: readonly string[]): readonly string[] {
  return isAtLeast(user.role, "admin") ? requested : requested.filter((scope) => scope !== "admin");
}

/**
 * RFC 8252 §8.6: any application of the device can come to a redirect that is not https, so what was allowed before proves
 * nothing about who is asking now.
 */
export function isUnprovenPublic(client: Client, redirectUri: string): boolean {
  return !client.confidential && !redirectUri.startsWith("https:");
}

function wasJustGiven({ given }: Situation, { user }: Candidate, scopes: readonly string[]): boolean {
  return given?.userId === user.id && isWithin(scopes, given.scopes);
}

/** Whether an earlier yes is enough. A yes that was meant for another account says that this person has seen no page yet. */
function stands(
  { request, client, given }: Situation,
  account: Candidate,
  scopes: readonly string[],
): boolean {
  if (request.prompt.includes("consent") || isUnprovenPublic(client, request.redirectUri)) return false;
  if (given && given.userId !== account.user.id) return false;
  return isWithin(scopes, account.consent?.scopes ?? []);
}

function settleConsent(situation: Situation, account: Candidate, scopes: readonly string[]): Step {
  const { request, client } = situation;
  if (wasJustGiven(situation, account, scopes))
    return { step: "code", account, scopes, consent: "just_given" };
  if (stands(situation, account, scopes)) return { step: "code", account, scopes, consent: "standing" };
  if (!isSilent(request)) return { step: "consent", account, scopes };
  const unproven = isUnprovenPublic(client, request.redirectUri);
  return failed(oauthError("consent_required", unproven ? "public_client_unproven" : "consent_missing"));
}

/** Decides what the person sees next, or how the application is answered (contract §2). Pages never decide that. */
export function nextStep(situation: Situation): Step {
  const settled = settleAccount(situation);
  if ("step" in settled) return settled;
  if (!settled.admitted) return failed(oauthError("access_denied", "not_a_tester"));
  const scopes = scopesFor(settled.user, situation.request.scopes);
  if (scopes.length === 0) return failed(oauthError("invalid_scope", "scope_admin_only"));
  return settleConsent(situation, settled, scopes);
}
