import fc from "fast-check";

/** One redirect URI of each kind that can be registered. */
export const registered = [
  "https://app.example.com/callback",
  "https://app.example.com/other/callback?tenant=7",
  "https://xn--bcher-kva.example:8443/a%2Fb/",
  "http://localhost:3000/callback",
  "http://127.0.0.1/callback",
  "http://[::1]:4000/callback",
  "com.example.app:/callback",
] as const;

const tricks = [
  "/",
  "//",
  "\\",
  "@",
  ":",
  "?",
  "#",
  ".",
  "..",
  "%2e",
  "%2f",
  "%5c",
  "%00",
  "%0d%0a",
  "\t",
  "\n",
];
const hosts = ["evil.example", "@evil.example", ".evil.example", "evil.example\\", "//evil.example/", "*"];
const lookalikes = ["\u2044", "\uff0f", "\u3002", "\u200b", "\u202e", "\uff41", "\u00e9"];
const piece = fc.oneof(
  fc.constantFrom(
    ...tricks,
    ...hosts,
    ...lookalikes,
    "%",
    "&redirect_uri=https://evil.example/",
    ":443",
    ":80",
    ":99999",
  ),
  fc.string({ minLength: 1, maxLength: 3 }),
);

const mutation = fc.record({
  at: fc.nat({ max: 60 }),
  length: fc.nat({ max: 4 }),
  text: piece,
  kind: fc.constantFrom("insert", "replace", "delete", "case", "encode", "before", "after"),
});
type Mutation = typeof mutation extends fc.Arbitrary<infer M> ? M : never;

function swapCase(letter: string): string {
  return letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase();
}

function mutate(uri: string, { kind, at, length, text }: Mutation): string {
  const here = at % (uri.length + 1);
  const [left, right] = [uri.slice(0, here), uri.slice(here)];
  const [letter, rest] = [right.slice(0, 1), right.slice(1)];
  switch (kind) {
    case "insert":
      return left + text + right;
    case "replace":
      return left + text + right.slice(length);
    case "delete":
      return left + right.slice(length + 1);
    case "case":
      return left + swapCase(letter) + rest;
    case "encode":
      return left + (letter && `%${letter.charCodeAt(0).toString(16).padStart(2, "0")}`) + rest;
    case "before":
      return text + uri;
    default:
      return uri + text;
  }
}

/** A registered URI, mutated one to four times into something that is not registered. */
export const mutatedUri = fc
  .tuple(fc.constantFrom(...registered), fc.array(mutation, { minLength: 1, maxLength: 4 }))
  .map(([uri, steps]) => steps.reduce(mutate, uri as string))
  .filter((received) => !(registered as readonly string[]).includes(received));
