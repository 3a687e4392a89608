import { bcryptCost } from "../../protocol/bcrypt-hash.ts";
import { sha256 } from "../../protocol/hash.ts";
import { textProblem, tidied } from "../../protocol/plain-text.ts";
import { redirectUriProblem } from "../../protocol/redirect-uri.ts";
import { isClientId } from "../../protocol/registration/client-id.ts";
import { type Client, type GrantType, grantTypes } from "../../storage/port/clients.ts";
import { hasColumn, listOf, momentOf, textOf, truthOf } from "./columns.ts";
import type { DumpRow } from "./dump.ts";
import type { NoteReason, Read, SkipReason } from "./reasons.ts";

export interface ImportedClient {
  readonly client: Client;
  /** Null for a public one. */
  readonly secretHash: string | null;
}

export interface ClientRules {
  readonly now: number;
  /** Every scope of this server. */
  readonly known: ReadonlySet<string>;
  /** For applications whose row names none: there they could ask for any. */
  readonly usual: readonly string[];
}

/** A UUID, or the number that Passport gave before it had UUIDs. */
export function clientIdOf(row: DumpRow, column: string): string | undefined {
  const text = textOf(row, column) ?? "";
  return isClientId(text) ? text : undefined;
}

const shortestSecret = 16;

/** Passport keeps secrets plain (before 13, unless told) or as bcrypt; its first hashes were SHA-256. */
function secretHashOf(row: DumpRow, notes: NoteReason[]): string | null | undefined {
  const secret = textOf(row, "secret");
  if (secret === undefined) return null;
  if (bcryptCost(secret) !== undefined) return secret;
  if (/^\$(2[abxy]|argon2\w*)\$/.test(secret)) return undefined;
  if (/^[0-9a-f]{64}$/.test(secret)) {
    notes.push("secret_taken_as_sha256");
    return Buffer.from(secret, "hex").toString("base64url");
  }
  if (secret.length < shortestSecret) notes.push("secret_short");
  return sha256(secret);
}

function redirectUrisOf(row: DumpRow, confidential: boolean, notes: NoteReason[]): string[] {
  const given = listOf(row, "redirect_uris", /,/) ?? listOf(row, "redirect", /,/) ?? [];
  const fitting = new Set(given.filter((uri) => redirectUriProblem(uri, { confidential }) === undefined));
  if (given.some((uri) => !fitting.has(uri))) notes.push("redirect_uri_refused");
  return [...fitting];
}

/** What the row says, or what Passport lets an application do that says nothing: everything its kind can. */
function grantsOf(row: DumpRow, confidential: boolean, notes: NoteReason[]): GrantType[] {
  const given = listOf(row, "grant_types", /[\s,]+/);
  const usual = ["authorization_code", "refresh_token", ...(confidential ? ["client_credentials"] : [])];
  const wanted = given ?? usual;
  const taken = grantTypes.filter(
    (grant) => wanted.includes(grant) && (confidential || grant !== "client_credentials"),
  );
  if (wanted.some((grant) => !taken.some((each) => each === grant))) notes.push("grant_dropped");
  return taken;
}

/** Without a way back there are no codes, and without codes nothing to refresh. */
function fittingGrants(grants: readonly GrantType[], redirectUris: readonly string[]): GrantType[] {
  const asksPeople = grants.includes("authorization_code") && redirectUris.length > 0;
  return grants.filter((grant) => grant === "client_credentials" || asksPeople);
}

function scopesOf(row: DumpRow, { known, usual }: ClientRules, notes: NoteReason[]): string[] {
  const given = listOf(row, "scopes", /[\s,]+/);
  if (given === undefined || given.includes("*")) return [...usual];
  if (given.some((scope) => !known.has(scope))) notes.push("scope_dropped");
  return [...new Set(given)].filter((scope) => known.has(scope));
}

function kindProblem(row: DumpRow): SkipReason | undefined {
  if (truthOf(row, "personal_access_client")) return "personal_access_client";
  return truthOf(row, "password_client") ? "password_client" : undefined;
}

function ownerOf(row: DumpRow): number | null {
  const text = (hasColumn(row, "owner_id") ? textOf(row, "owner_id") : textOf(row, "user_id")) ?? "";
  return /^[1-9]\d{0,12}$/.test(text) ? Number(text) : null;
}

/** A row of Passport's `oauth_clients`: before 13 with `redirect`, since then with `redirect_uris` and `grant_types`. */
export function readClient(row: DumpRow, rules: ClientRules): Read<ImportedClient> {
  const id = clientIdOf(row, "id");
  if (id === undefined) return { skipped: "id_invalid" };
  const name = tidied(textOf(row, "name") ?? "");
  const wrong = textProblem(name, 100, "one");
  if (wrong) return { skipped: wrong === "missing" ? "name_missing" : "name_invalid" };
  const problem = kindProblem(row);
  if (problem) return { skipped: problem };
  const notes: NoteReason[] = [];
  const secretHash = secretHashOf(row, notes);
  if (secretHash === undefined) return { skipped: "secret_unsupported" };
  const confidential = secretHash !== null;
  const redirectUris = redirectUrisOf(row, confidential, notes);
  const wanted = grantsOf(row, confidential, notes);
  if (wanted.length === 0) return { skipped: "no_grant" };
  const grants = fittingGrants(wanted, redirectUris);
  if (grants.length === 0) return { skipped: "no_redirect_uri" };
  if (truthOf(row, "revoked")) notes.push("revoked");
  const client: Client = {
    id,
    name,
    confidential,
    status: truthOf(row, "revoked") ? "disabled" : "active",
    // Nobody knows any more who revoked it, so its owner does not undo it.
    disabledByAdmin: truthOf(row, "revoked"),
    // What the operator brings along counts as checked by the operator.
    verified: true,
    test: false,
    resourceServer: false,
    redirectUris,
    grantTypes: grants,
    scopes: scopesOf(row, rules, notes),
    accessTokenTtl: null,
    refreshTokenTtl: null,
    logo: null,
    homepageUrl: null,
    privacyPolicyUrl: null,
    ownerId: ownerOf(row),
    createdAt: momentOf(row, "created_at") ?? rules.now,
  };
  return { thing: { client, secretHash }, notes };
}
