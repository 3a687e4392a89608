import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CsvReader, type CsvRecord, delimiterOf } from "./csv.ts";

function read(text: string, delimiter = ",", pieces = [text]): CsvRecord[] {
  const reader = new CsvReader(delimiter);
  return [...pieces.flatMap((piece) => reader.read(piece)), ...reader.end()];
}

describe("CSV", () => {
  it("has fields, quoted ones with whatever in them, and none", () => {
    expect(read('a,"b, ""c""\nd",\\N,NULL,"NULL","",\r\n1\n')).toEqual([
      ["a", 'b, "c"\nd', null, null, "NULL", "", null],
      ["1"],
    ]);
  });

  it("ends with or without a line's end, and blank lines are no records", () => {
    expect(read("a,b\n\n\r\nc,d")).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
    expect(read("")).toEqual([]);
    expect(read('a\n""')).toEqual([["a"], [""]]);
  });

  it("that was cut off within quotes is no CSV", () => {
    expect(() => read('a,"b')).toThrow(/cut off/);
  });

  it("is separated by what its header says", () => {
    expect([
      delimiterOf("id,name"),
      delimiterOf("id;name;a,b"),
      delimiterOf("id\tname"),
      delimiterOf("id"),
    ]).toEqual([",", ";", "\t", ","]);
    expect(read("a;b,c\n1;2", ";")).toEqual([
      ["a", "b,c"],
      ["1", "2"],
    ]);
  });

  it("comes back as it was written, wherever the pieces end", () => {
    const field = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('"', ",", "\n", "\r", "a") }));
    fc.assert(
      fc.property(fc.array(fc.array(field, { minLength: 1 }), { maxLength: 5 }), fc.nat(20), (rows, cut) => {
        const quoted = rows
          .map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(","))
          .join("\r\n");
        expect(read(quoted, ",", [quoted.slice(0, cut), quoted.slice(cut)])).toEqual(rows);
      }),
    );
  });
});
