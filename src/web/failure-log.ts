import type { Failure, FailureKind } from "../storage/port/failures.ts";

/** What is kept of a failing request beside when, what and whose it was. */
export type FailureFacts = Pick<
  Failure,
  "authentication" | "parameters" | "redirectUri" | "scopes" | "about" | "expected"
>;

export interface NotedFailure extends FailureKind {
  readonly requestId: string;
  /** The application's, if the request names one; whether it exists is found out later. */
  readonly clientId: string | undefined;
  readonly proven: boolean;
  /** Where it came from, so that one caller does not fill the place of many; never kept. */
  readonly source: string;
  /** Asked only when this failure is to be kept. */
  facts(): FailureFacts;
}

/** Failing requests on their way to the database, where the owners of applications find them. */
export interface FailureLog {
  /** Takes next to no time, never waits and never throws. */
  note(failure: NotedFailure): void;
  /** Resolves when all that was noted before is stored, or cannot be. */
  settle(): Promise<void>;
}
