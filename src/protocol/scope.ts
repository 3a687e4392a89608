/** RFC 6749 §3.3. */
const scopeList = /^[\x21\x23-\x5b\x5d-\x7e]+(?: [\x21\x23-\x5b\x5d-\x7e]+)*$/;

/** The scopes of a `scope` value, each once, in the order they came; undefined when it is not scope names between single spaces. */
export function parseScope(value: string): readonly string[] | undefined {
  return scopeList.test(value) ? [...new Set(value.split(" "))] : undefined;
}

/** Whether every one of `wanted` is in `allowed`. */
export function isWithin(wanted: readonly string[], allowed: readonly string[]): boolean {
  return wanted.every((scope) => allowed.includes(scope));
}

/** The first of `wanted` that is not in `allowed`. */
export function firstOutside(wanted: readonly string[], allowed: readonly string[]): string | undefined {
  return wanted.find((scope) => !allowed.includes(scope));
}
