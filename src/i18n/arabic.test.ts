import { expect, it } from "vitest";
import { counted, numberText } from "./counted.ts";
import { isolate, leftToRight } from "./isolate.ts";
import { messages } from "./messages.ts";
import { momentText } from "./moment.ts";

const t = messages("ar");
const parts = /[^\u2066-\u2069]/u;

it.each([
  [0, "لم يبق أي رمز."],
  [1, "بقي رمز واحد."],
  [2, "بقي رمزان."],
  [3, "بقيت 3 رموز."],
  [11, "بقي 11 رمزًا."],
  [100, "بقي 100 رمز."],
])("has six forms for counted things: %i", (count, text) => {
  expect(t.security.recovery.left(count)).toBe(text);
});

it("writes digits as codes have them, whatever the machine's own data say", () => {
  expect(numberText("ar", 1_234)).toBe("1,234");
  expect(counted("ar", 1_200, { other: "#" })).toBe("1,200");
  expect(momentText("ar", Date.UTC(2026, 10, 23, 19, 5))).toMatch(/^23 نوفمبر 2026 .*7:05 م UTC$/);
});

it.each([
  ["an address", t.register.verify.sent("siti@example.com"), leftToRight("siti@example.com")],
  ["a number", t.whatsapp.page.sent("+62 812-3456"), leftToRight("+62 812-3456")],
  ["a name", t.signOut.question("Siti (1)"), isolate("Siti (1)")],
  ["a place", t.authorize.continueTo("https://app.example"), leftToRight("https://app.example")],
])("keeps %s inside a sentence in its own direction", (_, sentence, isolated) => {
  expect(sentence).toContain(isolated);
});

it("leaves links and codes of messages free of invisible signs, so that they can be copied", () => {
  const link = "https://id.example/reset?token=abc";
  const text = t.mail.resetPassword.text({ name: "Siti", service: "ID", link });
  expect(text.split("\n")).toContain(link);
  const code = t.mail.code.text({ name: null, service: "ID", code: "012345" });
  expect(code.split("\n")).toContain("    012345");
});

type Node = string | ((...parameters: never[]) => string) | { readonly [key: string]: Node };

function sentences(node: Node): readonly string[] {
  if (typeof node === "string") return [node];
  return typeof node === "function" ? [] : Object.values(node).flatMap(sentences);
}

it("closes every isolate that it opens, and turns nothing around by other signs", () => {
  const all = sentences(t as unknown as Node);
  expect(all.length).toBeGreaterThan(400);
  for (const sentence of all) {
    const signs = [...sentence].filter((sign) => !parts.test(sign));
    expect(signs.filter((sign) => sign === "\u2069").length, sentence).toBe(signs.length / 2);
    expect(sentence).not.toMatch(/[\u200e\u200f\u202a-\u202e]/);
  }
});

it("is written in Arabic throughout", () => {
  const foreign = sentences(t as unknown as Node).filter((sentence) => !/\p{Script=Arabic}/u.test(sentence));
  expect(foreign).toEqual(["client_id", leftToRight("/oauth/*")]);
});
