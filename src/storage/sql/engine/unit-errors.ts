/** A unit is to await its repositories and nothing else: whatever else it waits for, others wait for too. */
export function awaitedSomethingForeign(): Error {
  return new Error("A unit awaited something other than its repositories and was undone.");
}

export function cameTooLate(): Error {
  return new Error("A query came after its unit had ended: await every query of a unit.");
}

export function onlyReads(): Error {
  return new Error("Only reads are to be had outside of Storage.write.");
}
