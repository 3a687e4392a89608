const undone = [];

/** Has `stop` called when the benchmark is interrupted: it leaves no server behind, and no folder full of tokens. */
export function onLeave(stop) {
  undone.unshift(stop);
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.once(signal, async () => {
    await Promise.allSettled(undone.map((stop) => stop()));
    process.exit(1);
  });
}
