import { expect, it } from "vitest";
import { createLog, scrubbed } from "./log.ts";

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
