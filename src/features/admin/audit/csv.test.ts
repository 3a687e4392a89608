import { expect, it } from "vitest";
import { cell, entryLine, header } from "./csv.ts";

it.each([
  ["plain", '"plain"'],
  ['say "yes", then\nno', '"say ""yes"", then\nno"'],
  ["=1+1", `"'=1+1"`],
  ["+62811", `"'+62811"`],
  ["-2", `"'-2"`],
  ["@SUM(A1)", `"'@SUM(A1)"`],
  ["  =HYPERLINK(1)", `"'  =HYPERLINK(1)"`],
  ["\t=1", `"'\t=1"`],
  ["\r=1", `"'\r=1"`],
  ["＝cmd", `"'＝cmd"`],
  ["a=1", '"a=1"'],
  ["", '""'],
])("writes %j so that it is text everywhere", (value, written) => {
  expect(cell(value)).toBe(written);
});

it("writes as many cells as there are columns", () => {
  const line = entryLine({
    ...{ id: "a", at: 0, actorId: null, via: "server", action: "user.created", ip: null, requestId: null },
    ...{ target: { kind: "user", id: "1" }, details: { note: '=cmd|"x"' } },
  });
  expect(line).toBe(
    `"a","1970-01-01T00:00:00.000Z","","server","user.created","user","1","","","{""note"":""=cmd|\\""x\\""""}"\r\n`,
  );
  expect(header.split(",")).toHaveLength(10);
});
