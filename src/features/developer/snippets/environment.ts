/** How Node code that is pasted elsewhere reads a variable; this server reads its own in one place only. */
export function fromEnvironment(name: string): string {
  return ["process", "env", name].join(".");
}
