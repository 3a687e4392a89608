/** What the person came for. */
export interface Onward {
  /** The authorization request in whose middle they are, if it is still under way in this browser. */
  readonly interactionId?: string | null | undefined;
  /** The page of ours to go to otherwise. */
  readonly next?: string | undefined;
}

/** `path` with those of the parameters that are given. */
export function withQuery(
  path: string,
  parameters: Readonly<Record<string, string | null | undefined>>,
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value) query.set(name, value);
  return query.size > 0 ? `${path}?${query}` : path;
}

/** Of the sign-in page that leads on to there. */
export function signInPath(
  { interactionId, next }: Onward,
  more: Readonly<Record<string, string>> = {},
): string {
  return withQuery("/login", { interaction: interactionId, next, ...more });
}
