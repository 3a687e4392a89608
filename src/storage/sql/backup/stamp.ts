/** An instant as it stands in file names, sortable: `20261123T171757Z`. */
export function stamp(now: number): string {
  return new Date(now).toISOString().replaceAll(/[-:]|\.\d+/g, "");
}
