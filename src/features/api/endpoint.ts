import type { z } from "zod";
import type { LimitName } from "../../identity/rate-limit.ts";
import type { Access } from "../../protocol/bearer.ts";
import type { User } from "../../storage/port/users.ts";
import type { AnyAnswer, Call } from "../../web/call.ts";

export type Method = "GET" | "HEAD" | "PATCH" | "POST";
export type Scope = "view-user" | "detail-user" | "edit-user" | "admin";

/** A request that found its endpoint. */
export interface Arrival {
  readonly call: Call;
  readonly endpoint: Endpoint;
}

/** The same with a proven token, and the scope it leans on here. */
export interface Entered extends Arrival {
  readonly access: Access;
  /** Null where any token of a person will do. */
  readonly scope: Scope | null;
}

/** The same with the person behind the token, who may do this. */
export interface Permitted extends Entered {
  readonly user: User;
}

/** One row of the user API. The pipeline has asked everything that endpoints have in common before `answer` is called. */
export interface Endpoint {
  readonly path: string;
  readonly methods: readonly Method[];
  /** Counted by access token. */
  readonly limit: LimitName & ("api_user" | "api_user_details");
  /** It goes on answering while the service is down for maintenance. */
  readonly staysUp: boolean;
  /** The scope that this very request needs; null when any token of a person will do. */
  scope(call: Call, access: Access): Scope | null;
  /** The last check, of this endpoint alone: throws when the person may not. */
  permit(request: Permitted): void;
  answer(request: Permitted): Promise<AnyAnswer>;
}

/** What the description of the API says of an endpoint. */
export interface About {
  /** A name for each method; none for HEAD. */
  readonly ids: { readonly [M in Method]?: string };
  readonly summary: string;
  /** One of them is needed; none where any token of a person will do. */
  readonly scopes: readonly Scope[];
  /** Parts of the path, or members of the body. */
  readonly input?: z.ZodObject;
  readonly output: z.ZodObject;
}

export interface UserEndpoint extends Endpoint {
  readonly about: About;
}
