import { expect, it } from "vitest";
import { createLog, requestLog, scrubbed } from "./log.ts";

function collected(): {
  readonly to: { write(line: string): void };
  readonly lines: () => readonly unknown[];
} {
  const written: string[] = [];
  return {
    to: { write: (line) => void written.push(line) },
    lines: () => written.map((line) => JSON.parse(line) as unknown),
  };
}

it.each([
  ["no row for mbid_at_01hzy8x3kq9v2m4n6p8r0t2w4yAbC-_123", "no row for [token]"],
  ["key (email_key)=(siti.aminah+x@mail.example.co.id) exists", "key (email_key)=([address]) exists"],
  ["number +6281234567890 is taken", "number [number] is taken"],
  ["hash $argon2id$v=19$m=19456,t=2,p=1$c2FsdA$dGFn", "hash [hash]"],
  [`Unexpected token 'x', "xyz secret" is not valid JSON`, `Unexpected token 'x', [text] is not valid JSON`],
])("%s", (text, expected) => {
  expect(scrubbed(text)).toBe(expected);
});

it("writes errors with their causes, scrubbed all the way down", () => {
  const { to, lines } = collected();
  const cause = new Error("for siti@example.com", { cause: "mbid_rt_secret_secret" });
  createLog("info", to).error({ err: new TypeError("outer", { cause }) }, "failed");
  expect(lines()).toEqual([
    expect.objectContaining({
      level: "error",
      err: expect.objectContaining({
        type: "TypeError",
        message: "outer",
        cause: expect.objectContaining({ message: "for [address]", cause: "[token]" }),
      }),
    }),
  ]);
  expect(JSON.stringify(lines())).not.toMatch(/siti|secret/);
});

it("keeps to its level", () => {
  const { to, lines } = collected();
  createLog("warn", to).info({}, "not this");
  expect(lines()).toEqual([]);
});

it.each([
  { method: "GET", route: "/api/user", status: 200, ms: 0.1 },
  { method: '"}\n{', route: "\u2028\ud800é", status: Number.NaN, left: undefined, none: null },
  { nested: { list: [1, "a\tb"] }, err: new Error("for siti@example.com") },
  {},
])("writes a request's line as any other, whatever is in it: %j", (facts) => {
  const { to, lines } = collected();
  const log = createLog("info", to);
  requestLog(log, "id").info(facts, 'said "so"\n');
  log.info({ requestId: "id", ...facts }, 'said "so"\n');
  const [own, others] = lines().map((line) => ({ ...(line as object), time: "" }));
  expect(own).toEqual(others);
  expect(own).toMatchObject({ level: "info", requestId: "id" });
});

it("keeps to its level in a request too", () => {
  const { to, lines } = collected();
  requestLog(createLog("warn", to), "id").info({ status: 200 }, "request");
  expect(lines()).toEqual([]);
});
