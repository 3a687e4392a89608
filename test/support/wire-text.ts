import { connect } from "node:net";

export const formType = "Content-Type: application/x-www-form-urlencoded";

/** Sends a text as it is and resolves to all that is answered; `rest` follows once the server waits for it. */
export function sentAsIs(port: number, text: string, rest?: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(text));
    if (rest !== undefined) setImmediate(() => socket.write(rest));
    let seen = "";
    socket.on("data", (chunk) => {
      seen += chunk.toString();
    });
    socket.on("error", reject);
    socket.on("close", () => resolve(seen));
  });
}

export function postText(path: string, body: string, headers: readonly string[] = [formType]): string {
  const lines = [`POST ${path} HTTP/1.1`, "Host: localhost", "Connection: close", ...headers];
  return `${[...lines, `Content-Length: ${Buffer.byteLength(body)}`].join("\r\n")}\r\n\r\n${body}`;
}

export function getText(path: string, ...headers: readonly string[]): string {
  return `${[`GET ${path} HTTP/1.1`, "Host: localhost", "Connection: close", ...headers].join("\r\n")}\r\n\r\n`;
}

/** An answer without what is new each time. */
export function lasting(answer: string): unknown {
  const [head = "", body = ""] = answer.split("\r\n\r\n");
  const lines = head
    .split("\r\n")
    .map((line) => line.replace(/^(X-Request-Id|Date|X-RateLimit-\w+|RateLimit|Content-Length): .*$/i, "$1"));
  return [
    lines[0],
    lines.slice(1).toSorted(),
    body.replace(/"(access_token|request_id)":"[^"]+"|(\?request=)\w+/g, "$1$2"),
  ];
}
