import type { Repositories } from "../storage/port/storage.ts";
import type { Instant } from "../storage/port/time.ts";
import type { User } from "../storage/port/users.ts";
import type { Answer, Call } from "./call.ts";

/** Who acts by a token, as they are in the unit that does it. */
export interface TokenHolder {
  readonly all: Repositories;
  readonly actor: User;
  /** The application that has the token. */
  readonly clientId: string;
  /** When they had last proved who they are as the application was given its authorization; null where nobody knows. */
  provenAt(): Promise<Instant | null>;
}

/** A program's request for an administrator: token, scope, approval and role have been looked at. */
export interface AdminCall {
  readonly call: Call;
  readonly user: User;
  /** The JSON object that is the body, by its members. Throws `validation_error`. */
  json(): Promise<ReadonlyMap<string, unknown>>;
  /**
   * A unit of what is done. It begins by looking again at token, approval and person, so that nothing is done any more by
   * what was taken away meanwhile.
   */
  write<Result>(unit: (holder: TokenHolder) => Promise<Result>): Promise<Result>;
}

interface JsonAnswer {
  readonly status: 200 | 201;
  readonly body: Readonly<Record<string, unknown>>;
}

/** JSON, or a whole file as it is. */
export type AdminAnswer = JsonAnswer | Answer<ReadableStream<Uint8Array>>;

/** One path of the management API. */
export interface AdminEndpoint {
  readonly path: string;
  readonly method: "GET" | "POST";
  answer(request: AdminCall): Promise<AdminAnswer>;
}
