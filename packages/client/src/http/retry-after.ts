/** A number of seconds that is fit to wait. */
function seconds(value: number): number | undefined {
  return Number.isFinite(value) && value >= 0 ? value * 1000 : undefined;
}

function ofHeader(header: string, now: number): number | undefined {
  const trimmed = header.trim();
  if (/^\d+$/.test(trimmed)) return seconds(Number(trimmed));
  const date = /^[A-Z][a-z]{2}, /.test(trimmed) ? Date.parse(trimmed) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** Milliseconds of `Retry-After` (RFC 9110 §10.2.3, seconds or a date, which proxies send), else of `retry_after` in the body. */
export function retryAfterMs(header: string | null, member: unknown, now: number): number | undefined {
  const told = header === null ? undefined : ofHeader(header, now);
  return told ?? (typeof member === "number" ? seconds(member) : undefined);
}
