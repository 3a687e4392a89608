import type { Handler } from "hono";
import type { RequestTrace } from "../protocol/request-trace.ts";
import { answer } from "./answer.ts";
import { readBytes } from "./body.ts";
import type { AppContext, AppEnv, RequestLog, Site } from "./context.ts";

type Headers = Readonly<Record<string, string>>;

/** A request, free of any HTTP library: whoever took it from the wire says what was asked, and by whom. */
export interface Asked {
  readonly site: Site;
  readonly requestId: string;
  readonly method: string;
  readonly path: string;
  readonly clientIp: string;
  readonly log: RequestLog;
  /** What became known of an application's request. */
  trace: RequestTrace | undefined;
  /** A header by its name in lower case; several of one name are one, joined by commas (RFC 9110 §5.3). */
  header(name: string): string | undefined;
  /** A parameter of the URL's query, the first of its name. */
  query(name: string): string | undefined;
  /** Names of the parameters in the URL's query. */
  queryNames(): readonly string[];
  /** Whoever asked has hung up: nobody will read the answer. */
  isGone(): boolean;
}

/** A program's request. */
export interface Call extends Asked {
  /** A part of the path that its pattern names. */
  part(name: string): string | undefined;
  /** The body, or undefined as soon as it proves longer than `limit` bytes. */
  body(limit: number): Promise<Buffer | undefined>;
  /** Puts headers on whatever this call is answered with, an error included. */
  tell(headers: Headers): void;
  /** Takes headers back that were to be told, as far as there are any. */
  untell(names: readonly string[]): void;
}

export interface Answer<Body = string> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** What may be too long to be held in memory is streamed. */
export type AnyAnswer = Answer | Answer<ReadableStream<Uint8Array>>;

/** Answers the calls of one path, whatever their method; throws errors of the catalogue. */
export interface ProgramEndpoint {
  /** As Hono writes patterns. */
  readonly path: string;
  serve(call: Call): Promise<AnyAnswer>;
}

/** What Hono's context says of a request. */
export class HonoAsked implements Asked {
  readonly c: AppContext;

  constructor(c: AppContext) {
    this.c = c;
  }

  get site(): Site {
    return this.c.get("site");
  }
  get requestId(): string {
    return this.c.get("requestId");
  }
  get method(): string {
    return this.c.req.method;
  }
  get path(): string {
    return this.c.req.path;
  }
  get clientIp(): string {
    return this.c.get("clientIp");
  }
  get log(): RequestLog {
    return this.c.get("log");
  }
  get trace(): RequestTrace | undefined {
    return this.c.get("trace");
  }
  set trace(trace: RequestTrace) {
    this.c.set("trace", trace);
  }
  header(name: string): string | undefined {
    return this.c.req.header(name);
  }
  query(name: string): string | undefined {
    return this.c.req.query(name);
  }
  queryNames(): readonly string[] {
    return Object.keys(this.c.req.queries());
  }
  isGone(): boolean {
    return this.c.env?.incoming?.socket.destroyed ?? false;
  }
}

class HonoCall extends HonoAsked implements Call {
  part(name: string): string | undefined {
    return this.c.req.param(name);
  }
  body(limit: number): Promise<Buffer | undefined> {
    return readBytes(this.c.req.raw, limit);
  }
  tell(headers: Headers): void {
    Object.assign(this.c.get("told") ?? {}, headers);
  }
  untell(names: readonly string[]): void {
    const told = this.c.get("told");
    for (const name of names) delete told?.[name];
  }
}

/** Serves an endpoint of programs below Hono. Its path must be one of `wireFamily`'s. */
export function throughHono({ serve }: ProgramEndpoint): Handler<AppEnv> {
  return async (c) => {
    const { body, status, headers } = await serve(new HonoCall(c));
    return answer(c, body, status, headers);
  };
}
