import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { z } from "zod";

export const cloudApi = {
  token: "EAAJB-a-token-of-a-system-user",
  phoneNumberId: "106540352242922",
  template: "kode_masuk",
  noticeTemplate: "kabar_akun",
} as const;

const parameters = z.tuple([z.strictObject({ type: z.literal("text"), text: z.string().min(1) })]);
const code = z.tuple([z.strictObject({ type: z.literal("text"), text: z.string().min(1).max(15) })]);
const body = <P extends z.ZodType>(given: P) =>
  z.strictObject({ type: z.literal("body"), parameters: given });
const button = z.strictObject({
  type: z.literal("button"),
  sub_type: z.literal("url"),
  index: z.literal("0"),
  parameters: code,
});
const template = <C extends z.ZodType>(components: C) =>
  z.strictObject({
    name: z.string().regex(/^[a-z0-9_]{1,512}$/),
    language: z.strictObject({ code: z.string().regex(/^[a-z]{2,3}(_[A-Z]{2})?$/) }),
    components,
  });

const shared = {
  messaging_product: z.literal("whatsapp"),
  recipient_type: z.literal("individual"),
  to: z.string().regex(/^\+[1-9]\d{7,14}$/),
  biz_opaque_callback_data: z.string().min(1).max(512),
};
/** What Meta's reference allows of what we send, and not one member more. */
const request = z.union([
  z.strictObject({
    ...shared,
    type: z.literal("template"),
    template: z.union([template(z.tuple([body(code), button])), template(z.tuple([body(parameters)]))]),
  }),
  z.strictObject({
    ...shared,
    type: z.literal("text"),
    text: z.strictObject({ preview_url: z.literal(false), body: z.string().min(1).max(4096) }),
  }),
]);
export type CloudRequest = z.infer<typeof request>;

/** An error as Meta documents it; "silence" answers nothing, "reset" hangs up, "page" is somebody else's HTML. */
export type Fault =
  | { readonly status: number; readonly code: number; readonly message: string }
  | "silence"
  | "reset"
  | "page";

/** Documented at developers.facebook.com, WhatsApp Business Platform, error codes. */
export const faults = {
  throughput: { status: 429, code: 130_429, message: "(#130429) Rate limit hit" },
  accountLimit: { status: 400, code: 80_007, message: "(#80007) Rate limit issues" },
  pairLimit: { status: 400, code: 131_056, message: "(#131056) Pair rate limit hit" },
  templateMissing: { status: 404, code: 132_001, message: "(#132001) Template name does not exist" },
  notOnWhatsApp: { status: 400, code: 131_026, message: "(#131026) Message undeliverable" },
  tokenExpired: { status: 401, code: 190, message: "Error validating access token" },
  serviceDown: { status: 500, code: 131_000, message: "(#131000) Something went wrong" },
} as const satisfies Record<string, Fault>;

export interface CloudApiServer {
  /** What `WHATSAPP_URL` is set to. */
  readonly url: string;
  /** Settings that make a server use it. */
  readonly env: Readonly<Record<string, string>>;
  /** Well-formed requests that were accepted. */
  readonly accepted: readonly CloudRequest[];
  /** Every request, however it was answered. */
  readonly calls: () => number;
  /** The answer to a well-formed request to this number from now on; undefined accepts it. */
  answer: (to: string, sent: CloudRequest) => Fault | undefined;
  /** What was wrong with requests that Meta would refuse for their form. */
  readonly malformed: readonly string[];
  stop(): Promise<void>;
}

async function read(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

function refuse(response: ServerResponse, status: number, error: { code: number; message: string }): void {
  const detailed = { ...error, type: "OAuthException", fbtrace_id: "Az8or2yhqkZfEZ-_4Qn_Bam" };
  response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify({ error: detailed }));
}

function fail(response: ServerResponse, fault: Fault): void {
  if (fault === "silence") return;
  if (fault === "reset") response.destroy();
  else if (fault === "page") response.writeHead(200, { "Content-Type": "text/html" }).end("<h1>Welcome</h1>");
  else refuse(response, fault.status, { code: fault.code, message: fault.message });
}

/** What is wrong with the request before its body is looked at. */
function problemOf({ method, url, headers }: IncomingMessage): string | undefined {
  if (method !== "POST" || url !== `/v23.0/${cloudApi.phoneNumberId}/messages`) return `${method} ${url}`;
  return headers["content-type"] === "application/json" ? undefined : "content type";
}

/** The Cloud API on loopback: refuses whatever Meta would refuse. */
export async function startCloudApi(): Promise<CloudApiServer> {
  const accepted: CloudRequest[] = [];
  const malformed: string[] = [];
  let calls = 0;
  const state: { answer: CloudApiServer["answer"] } = { answer: () => undefined };
  const handle = async (incoming: IncomingMessage, response: ServerResponse) => {
    calls += 1;
    const text = await read(incoming);
    const problem = problemOf(incoming);
    if (problem) malformed.push(problem);
    if (problem) return refuse(response, 400, { code: 100, message: problem });
    if (incoming.headers.authorization !== `Bearer ${cloudApi.token}`)
      return refuse(response, 401, { code: 190, message: "Error validating access token" });
    const parsed = request.safeParse(JSON.parse(text));
    if (!parsed.success) malformed.push(parsed.error.message);
    if (!parsed.success) return refuse(response, 400, { code: 100, message: "(#100) Invalid parameter" });
    const fault = state.answer(parsed.data.to, parsed.data) ?? unknownTemplate(parsed.data);
    if (fault) return fail(response, fault);
    accepted.push(parsed.data);
    const id = `wamid.${Buffer.from(String(accepted.length)).toString("base64")}`;
    const waId = parsed.data.to.slice(1);
    const contacts = [{ input: parsed.data.to, wa_id: waId }];
    const messages = [{ id, message_status: "accepted" }];
    response
      .writeHead(200, { "Content-Type": "application/json" })
      .end(JSON.stringify({ messaging_product: "whatsapp", contacts, messages }));
  };
  const server = createServer((incoming, response) => void handle(incoming, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port");
  const url = `http://127.0.0.1:${address.port}/v23.0`;
  return {
    url,
    env: {
      WHATSAPP_URL: url,
      WHATSAPP_TOKEN: cloudApi.token,
      WHATSAPP_PHONE_NUMBER_ID: cloudApi.phoneNumberId,
      WHATSAPP_TEMPLATE: cloudApi.template,
      WHATSAPP_NOTICE_TEMPLATE: cloudApi.noticeTemplate,
    },
    accepted,
    malformed,
    calls: () => calls,
    get answer() {
      return state.answer;
    },
    set answer(answer) {
      state.answer = answer;
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Templates exist in every language of the pages. */
function unknownTemplate(sent: CloudRequest): Fault | undefined {
  if (sent.type !== "template") return undefined;
  const { name, language, components } = sent.template;
  const known = { [cloudApi.template]: 2, [cloudApi.noticeTemplate]: 1 }[name];
  if (known === undefined || !["id", "en", "ar"].includes(language.code)) return faults.templateMissing;
  const mismatch = { status: 400, code: 132_000, message: "(#132000) Number of parameters does not match" };
  return components.length === known ? undefined : mismatch;
}

/** The code in an accepted template message: the same in the sentence and behind the button. */
export function codeIn(sent: CloudRequest | undefined): string {
  if (sent?.type !== "template") throw new Error("No template message");
  const texts = sent.template.components.map(({ parameters: [{ text }] }) => text);
  if (new Set(texts).size !== 1 || !texts[0]) throw new Error("Two codes in one message");
  return texts[0];
}
