/** A text as a literal of a language: pasted, it is that text and nothing else, whatever somebody registered. */
export type Quote = (text: string) => string;

/** POSIX shell: between single quotes nothing is expanded. */
export const shell: Quote = (text) => `'${text.replaceAll("'", `'\\''`)}'`;

/** JavaScript and TypeScript; also Python, whose string literals know the same escapes. */
export const script: Quote = (text) => JSON.stringify(text);

/** PHP: between single quotes only these two are escaped. */
export const php: Quote = (text) => `'${text.replace(/['\\]/g, "\\$&")}'`;
