import type { Repositories } from "../storage/port/storage.ts";
import type { User } from "../storage/port/users.ts";
import type { Call } from "./call.ts";

/** A program's request for an administrator: token, scope, approval and role have been looked at. */
export interface AdminCall {
  readonly call: Call;
  readonly user: User;
  /** The JSON object that is the body, by its members. Throws `validation_error`. */
  json(): Promise<ReadonlyMap<string, unknown>>;
  /**
   * A unit of what is done. It begins by looking again at token, approval and person, so that nothing is done any more by
   * what was taken away meanwhile; `actor` is the person as they are now.
   */
  write<Result>(unit: (all: Repositories, actor: User) => Promise<Result>): Promise<Result>;
}

export interface AdminAnswer {
  readonly status: 200 | 201;
  readonly body: Readonly<Record<string, unknown>>;
}

/** One path of the management API. */
export interface AdminEndpoint {
  readonly path: string;
  readonly method: "GET" | "POST";
  answer(request: AdminCall): Promise<AdminAnswer>;
}
