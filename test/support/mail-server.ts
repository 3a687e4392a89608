import { SMTPServer, type SMTPServerSession } from "smtp-server";

/** One message as it came over the wire. */
export interface Received {
  readonly from: string;
  readonly to: readonly string[];
  /** Header fields by lower-case name, unfolded. */
  readonly headers: ReadonlyMap<string, string>;
  /** Names of all header fields, in order. */
  readonly headerNames: readonly string[];
  /** Decoded. */
  readonly text: string;
}

/** What the server says to a recipient: 250, or a refusal such as 451 or 550. */
export type Verdict = (recipient: string, attempt: number) => number;

export interface MailServer {
  readonly url: string;
  readonly received: readonly Received[];
  /** Recipients in the order they were named, refused ones too. */
  readonly attempts: readonly string[];
  stop(): Promise<void>;
}

function decoded(body: string, encoding: string | undefined): string {
  if (encoding === "base64") return Buffer.from(body, "base64").toString();
  if (encoding !== "quoted-printable") return body;
  const bytes = body
    .replaceAll("=\r\n", "")
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString();
}

function parsed(raw: string, session: SMTPServerSession): Received {
  const end = raw.indexOf("\r\n\r\n");
  const fields = raw
    .slice(0, end)
    .replaceAll(/\r\n[ \t]+/g, " ")
    .split("\r\n")
    .map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 2)] as const);
  const headers = new Map(fields.map(([name, value]) => [name.toLowerCase(), value]));
  const { mailFrom, rcptTo } = session.envelope;
  return {
    from: mailFrom ? mailFrom.address : "",
    to: rcptTo.map(({ address }) => address),
    headers,
    headerNames: fields.map(([name]) => name),
    text: decoded(raw.slice(end + 4), headers.get("content-transfer-encoding")).replaceAll("\r\n", "\n"),
  };
}

/** A real SMTP server on loopback; with `password` only for who signs in with it. */
export async function startMailServer(
  verdict: Verdict = () => 250,
  password: string | null = null,
): Promise<MailServer> {
  const received: Received[] = [];
  const attempts: string[] = [];
  const server = new SMTPServer({
    authOptional: password === null,
    allowInsecureAuth: true,
    disabledCommands: ["STARTTLS"],
    onAuth(given, _session, done) {
      const right = given.password === password;
      done(right ? null : Object.assign(new Error("no"), { responseCode: 535 }), { user: given.username });
    },
    logger: false,
    onRcptTo({ address }, _session, done) {
      attempts.push(address);
      const code = verdict(address, attempts.filter((known) => known === address).length);
      done(code === 250 ? null : Object.assign(new Error("not now"), { responseCode: code }));
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        received.push(parsed(Buffer.concat(chunks).toString("latin1"), session));
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.server.address();
  if (address === null || typeof address === "string") throw new Error("No port");
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    received,
    attempts,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}
