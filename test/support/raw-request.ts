import { request } from "node:http";

export interface RawRequest {
  readonly method?: string;
  /** Sent as it stands, however malformed. */
  readonly path: string;
  /** Instead of the server's own. */
  readonly host?: string;
  /** Sent in this order, repeated ones too. */
  readonly headers?: readonly (readonly [string, string])[];
  readonly body?: string;
}

/** What `fetch` would not send. */
export function rawRequest(origin: string, raw: RawRequest): Promise<Response> {
  const { hostname, port } = new URL(origin);
  const headers = [["Host", raw.host ?? `${hostname}:${port}`] as const, ...(raw.headers ?? [])].flat();
  return new Promise((resolve, reject) => {
    const sent = request(
      { hostname, port, path: raw.path, method: raw.method ?? "GET", headers },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("end", () => {
          const pairs = Object.entries(answer.headersDistinct).flatMap(([name, values]) =>
            (values ?? []).map((value): [string, string] => [name, value]),
          );
          resolve(
            new Response(Buffer.concat(chunks), {
              status: answer.statusCode ?? 0,
              headers: new Headers(pairs),
            }),
          );
        });
      },
    );
    sent.on("error", reject);
    sent.end(raw.body);
  });
}
