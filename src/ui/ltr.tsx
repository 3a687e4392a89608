/** An address, a number or a name of programs: it runs from left to right in every language. Null where there is none. */
export function ltr(value: string | null) {
  return value === null ? null : <bdi dir="ltr">{value}</bdi>;
}
