/** An instant as it stands in file names, sortable, to the millisecond: whoever tries again at once overwrites nothing. */
export function stamp(now: number): string {
  return new Date(now).toISOString().replaceAll(/[-:.]/g, "");
}
