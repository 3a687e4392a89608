import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CatalogueError } from "../../errors/catalogue-error.ts";
import { newTrace } from "../request-trace.ts";
import { parseForm } from "./form.ts";
import { parseJson } from "./json.ts";
import { readParameters } from "./read-parameters.ts";

const form = "application/x-www-form-urlencoded";

function read(body: string, mediaType: string | undefined = form, queryNames: readonly string[] = []) {
  const bytes = new TextEncoder().encode(body);
  return readParameters({
    mediaType,
    queryNames,
    authorization: undefined,
    trace: newTrace("token"),
    body: async (limit) => (bytes.length > limit ? undefined : bytes),
  });
}

async function reasonOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return error instanceof CatalogueError ? error.reason : "none";
}

describe("readParameters", () => {
  it("gives each parameter once; one without a value is absent", async () => {
    const parameters = await read("grant_type=a+b%20c&code=&x&scope=%C3%A9");
    expect([...parameters]).toEqual([
      ["grant_type", "a b c"],
      ["scope", "é"],
    ]);
  });

  it("counts an empty one as given when it is repeated", async () => {
    expect(await reasonOf(read("code=&code=x"))).toBe("parameter_repeated");
  });

  it("takes a body of exactly the limits", async () => {
    const names = Array.from({ length: 63 }, (_, i) => `p${i}=1`).join("&");
    expect(await reasonOf(read(`${names}&scope=${"x".repeat(8192)}`))).toBe("none");
    expect(await reasonOf(read(`${names}&scope=${"x".repeat(8193)}`))).toBe("parameter_too_long");
    expect(await reasonOf(read(`${names}&a=1&b=1`))).toBe("parameters_too_many");
    expect(await reasonOf(read("&".repeat(32 * 1024)))).toBe("none");
    expect(await reasonOf(read("&".repeat(32 * 1024 + 1)))).toBe("body_too_large");
  });

  it("names no object that JavaScript brings along", async () => {
    const parameters = await read("__proto__=x&constructor=y");
    expect(parameters.get("toString")).toBeUndefined();
    expect(parameters.get("__proto__")).toBe("x");
  });
});

describe("parseForm", () => {
  it("reads back whatever a form encoder writes", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ minLength: 1, unit: "grapheme" }), fc.string())), (pairs) => {
        const text = new URLSearchParams(pairs).toString();
        expect(parseForm(text)).toEqual([...new URLSearchParams(text)]);
      }),
    );
  });
});

function unicodeEscape(text: string, index: number): string {
  return `\\u${text.charCodeAt(index).toString(16).padStart(4, "0")}`;
}

describe("parseJson", () => {
  const objects = fc.dictionary(fc.string(), fc.string());

  it("reads back every object of strings", () => {
    fc.assert(
      fc.property(objects, fc.nat(4), (object, spaces) => {
        expect(parseJson(JSON.stringify(object, null, spaces))).toEqual(Object.entries(object));
      }),
    );
  });

  it("finds every repeated member, however it is written and whatever it held first", () => {
    const firsts = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.array(fc.string()), objects);
    fc.assert(
      fc.property(objects, fc.string(), firsts, fc.string(), (object, name, first, last) => {
        const escaped = `"${Array.from({ length: name.length }, (_, i) => unicodeEscape(name, i)).join("")}"`;
        const others = Object.entries(object).filter(([other]) => other !== name);
        const rest = others
          .map(([other, value]) => `,${JSON.stringify(other)}:${JSON.stringify(value)}`)
          .join("");
        const text = `{${escaped}:${JSON.stringify(first)}${rest},${JSON.stringify(name)}:${JSON.stringify(last)}}`;
        const names = parseJson(text)?.map(([read]) => read) ?? [];
        expect(new Set(names).size).toBeLessThan(names.length);
      }),
    );
  });
});
