/** A request id as this server makes them, however it was copied; undefined for every other text. */
export function requestIdOf(text: string | undefined): string | undefined {
  const id = text?.trim().toLowerCase();
  return id !== undefined && /^[0-9a-f]{32}$/.test(id) ? id : undefined;
}
