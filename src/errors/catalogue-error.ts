import { type Catalogue, catalogue } from "./catalogue.ts";
import type { CodeDefinition, Family, Placeholder, ReasonDefinition } from "./definition.ts";

export type Codes<F extends Family> = keyof Catalogue[F] & string;
// Not intersected with CodeDefinition: its index signature would let every slug through.
type ReasonsOf<F extends Family, C extends Codes<F>> = Catalogue[F][C] extends {
  readonly reasons: infer R;
}
  ? R
  : never;
export type ReasonOf<F extends Family, C extends Codes<F>> = keyof ReasonsOf<F, C> & string;
export type OAuthCode = Codes<"oauth">;
export type ApiCode = Codes<"api">;
/** Every reason slug of a family. */
export type Reasons<F extends Family> = { [C in Codes<F>]: ReasonOf<F, C> }[Codes<F>];
type HintOf<F extends Family, C extends Codes<F>, R extends ReasonOf<F, C>> = ReasonsOf<F, C>[R] extends {
  readonly hint: infer H extends string;
}
  ? H
  : never;
type Parameters<F extends Family, C extends Codes<F>, R extends ReasonOf<F, C>> = {
  readonly [Name in Placeholder<HintOf<F, C, R>>]: string | number;
};

/** What may accompany an error: `detail` and `cause` are for the log only, never for a body or page. */
export interface ErrorExtras {
  readonly detail?: string;
  readonly cause?: unknown;
  /** Whole seconds; overrides the catalogue's. */
  readonly retryAfter?: number;
  /** Response headers beside those the code itself brings (`Allow`, rate limit headers). */
  readonly headers?: Readonly<Record<string, string>>;
  /** What would have been right, where only this request could tell: for the owner of the application, never for a body. */
  readonly expected?: { readonly redirectUri: string } | { readonly scopes: readonly string[] };
  /** `validation_error` only: messages by field name. */
  readonly fields?: Readonly<Record<string, readonly string[]>>;
  /** `insufficient_scope` only: the scope for the challenge (RFC 6750 §3). */
  readonly scope?: string;
  /** `invalid_client` only: the `Authorization` header was used, so a Basic challenge is due (RFC 6749 §5.2). */
  readonly basicChallenge?: boolean;
  /** The application asked for it in the error lab: nothing failed, so it counts in no figure and no alert. */
  readonly rehearsed?: true;
}

/** Values of a hint's placeholders, by name; `allowed` and `scope` also go into headers. */
export interface HintValues {
  readonly allowed?: string | number | undefined;
  readonly scope?: string | number | undefined;
  readonly [name: string]: string | number | undefined;
}

function filled(template: string, parameters: HintValues): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(parameters[name] ?? whole));
}

/** A failure that the catalogue knows; the only error that is ever shown to a client or a person. */
export class CatalogueError extends Error {
  override readonly name = "CatalogueError";
  readonly family: Family;
  readonly code: string;
  readonly reason: string;
  readonly definition: CodeDefinition;
  readonly entry: ReasonDefinition;
  /** What to do, in English, placeholders filled in. */
  readonly hint: string;
  /** What happened, as `error_description` says it. */
  readonly description: string;
  /** The older clients' wording of the description. */
  readonly wireMessage: string;
  /** Values of the hint's placeholders: names and limits this server knows. */
  readonly parameters: HintValues;
  /** 302 for a code that only travels by redirect. */
  readonly status: number;
  readonly retryAfter: number | undefined;
  readonly extras: ErrorExtras;

  constructor(family: Family, code: string, reason: string, parameters: HintValues, extras: ErrorExtras) {
    const definition = (catalogue[family] as Readonly<Record<string, CodeDefinition>>)[code];
    const entry = definition?.reasons[reason];
    if (!(definition && entry)) throw new TypeError(`Not in the catalogue: ${family} ${code} ${reason}`);
    const status = entry.status ?? definition.status;
    const { stackTraceLimit } = Error;
    // Nobody reads where a refusal was thrown, and finding out takes 6 of the 8 µs that the error costs.
    if (status < 500) Error.stackTraceLimit = 0;
    super(`${code}: ${reason}${extras.detail ? ` (${extras.detail})` : ""}`, { cause: extras.cause });
    Error.stackTraceLimit = stackTraceLimit;
    this.family = family;
    this.code = code;
    this.reason = reason;
    this.definition = definition;
    this.entry = entry;
    this.parameters = parameters;
    this.hint = filled(entry.hint, parameters);
    this.description = filled(
      entry.errorDescription ?? definition.errorDescription ?? entry.description,
      parameters,
    );
    this.wireMessage = entry.message ?? definition.message ?? this.description;
    this.status = status;
    this.retryAfter = extras.retryAfter ?? entry.retryAfter;
    this.extras = extras;
  }
}

type Arguments<P> = keyof P extends never
  ? [parameters?: P, extras?: ErrorExtras]
  : [parameters: P, extras?: ErrorExtras];

/** An error of `/oauth/*`. The hint's placeholders are checked by type: `oauthError("invalid_request", "parameter_missing", { parameter: "code" })`. */
export function oauthError<C extends Codes<"oauth">, R extends ReasonOf<"oauth", C>>(
  code: C,
  reason: R,
  ...[parameters, extras]: Arguments<Parameters<"oauth", C, R>>
): CatalogueError {
  return new CatalogueError("oauth", code, reason, parameters ?? {}, extras ?? {});
}

/** An error of `/api/*` and of pages. */
export function apiError<C extends Codes<"api">, R extends ReasonOf<"api", C>>(
  code: C,
  reason: R,
  ...[parameters, extras]: Arguments<Parameters<"api", C, R>>
): CatalogueError {
  return new CatalogueError("api", code, reason, parameters ?? {}, extras ?? {});
}
