/** Who can end this failure. */
export type FixableBy = "app_developer" | "operator" | "person";

/** Where a reason occurs: an endpoint of the wire contract, or a page that a person sees. */
export type Place = "authorize" | "token" | "revoke" | "introspect" | "api" | "webhook" | "page";

/** What the error page offers a person to do next. */
export type WayOn = "home" | "sign_in" | "try_again" | "return_to_application";

/** The sentences of one reason that people read; every language has all of them. */
export interface ReasonTexts {
  /** What happened, in one or two plain sentences. */
  readonly description: string;
  /** Why it usually happens. */
  readonly cause: string;
  /** What to do now. */
  readonly resolution: string;
  /** How to keep it from happening again. */
  readonly prevention: string;
  /** Whether and when trying again can help. */
  readonly retry: string;
}

/** What the error page says to the person, who may know nothing of OAuth. */
export interface PageTexts {
  readonly title: string;
  readonly sentence: string;
}

/**
 * One exact cause below a code. `hint` may hold `{placeholders}`; the values are names and limits
 * that this server knows, never a received value. `errorDescription` and `message` go on the wire
 * in ASCII without `"` and `\` (RFC 6749 appendix A.8) and default to the code's, else to `description`.
 */
export interface ReasonDefinition extends ReasonTexts {
  readonly hint: string;
  readonly places: readonly Place[];
  readonly fixableBy: FixableBy;
  readonly retryable: boolean;
  /** HTTP status where it differs from the code's. */
  readonly status?: number;
  /** Seconds for `Retry-After` when the thrower knows no better. */
  readonly retryAfter?: number;
  readonly errorDescription?: string;
  readonly message?: string;
  /** Present exactly when `places` has `page`, or `authorize` where the error may be shown instead of redirected. */
  readonly page?: PageTexts & { readonly wayOn: WayOn };
}

/** Reasons by slug. */
export interface ReasonDefinitions {
  readonly [reason: string]: ReasonDefinition;
}

export type Family = "oauth" | "api";

/** One error code of the reference. `status` 302 means that the code only travels by redirect. */
export interface CodeDefinition {
  readonly code: string;
  readonly family: Family;
  readonly status: number;
  readonly description: string;
  readonly resolution: string;
  readonly errorDescription?: string;
  readonly message?: string;
  readonly reasons: ReasonDefinitions;
}

/** The same reasons in another language; a missing reason or page text is a type error. */
export type ReasonTranslations<R extends ReasonDefinitions> = {
  readonly [Slug in keyof R]: ReasonTexts &
    (R[Slug] extends { readonly page: PageTexts } ? { readonly page: PageTexts } : unknown);
};

/** The same code in another language. */
export interface CodeTranslation<C extends CodeDefinition> {
  readonly description: string;
  readonly resolution: string;
  readonly reasons: ReasonTranslations<C["reasons"]>;
}

/** The `{names}` in a hint, as a union. */
export type Placeholder<Hint extends string> = Hint extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never;

/** A whole catalogue in another language: a missing code, reason or text is a type error. */
export type CatalogueTranslation<
  C extends { readonly [F in Family]: { readonly [code: string]: CodeDefinition } },
> = {
  readonly [F in Family]: { readonly [Code in keyof C[F]]: CodeTranslation<C[F][Code]> };
};
