import { curlSnippet } from "./curl.ts";
import { expressSnippet } from "./express.ts";
import { laravelSnippet } from "./laravel.ts";
import { pythonSnippet } from "./python.ts";
import { typescriptSnippet } from "./typescript.ts";
import type { Values } from "./values.ts";

type Snippet = (values: Values) => string | undefined;

/** Frameworks that run on a server of the application's own, with people who come to it over the web. */
function onAServer(make: (values: Values, redirectUri: string) => string): Snippet {
  return (values) => {
    const { redirectUri, confidential } = values;
    return confidential && redirectUri !== undefined ? make(values, redirectUri) : undefined;
  };
}

const makers = {
  curl: curlSnippet,
  typescript: typescriptSnippet,
  express: onAServer(expressSnippet),
  laravel: onAServer(laravelSnippet),
  python: (values: Values) => (values.confidential ? pythonSnippet(values) : undefined),
} as const satisfies Record<string, Snippet>;

export type Language = keyof typeof makers;

/** Names that are the same in every tongue. */
export const languageNames: { readonly [L in Language]: string } = {
  curl: "curl",
  typescript: "TypeScript",
  express: "Express",
  laravel: "Laravel",
  python: "Python",
};

/** The languages that make sense for an application, each with its snippet. */
export function snippetsFor(values: Values): ReadonlyMap<Language, string> {
  const made = Object.entries(makers).flatMap(([language, make]) => {
    const text = make(values);
    return text === undefined ? [] : [[language as Language, text] as const];
  });
  return new Map(made);
}
