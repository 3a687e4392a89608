const shape = /^\$2[aby]\$(\d\d)\$[./A-Za-z0-9]{53}$/;
const lowest = 4;
/** A hash of this cost takes a second; a higher one that was imported must not take the server's time away. */
const highest = 14;

/** The cost of a bcrypt hash (`$2y$12$…`: 12, for 2^12 rounds); undefined for what is none, or costs beyond all measure. */
export function bcryptCost(hash: string): number | undefined {
  const [, digits] = shape.exec(hash) ?? [];
  const cost = Number(digits);
  return cost >= lowest && cost <= highest ? cost : undefined;
}

/** A hash of that cost which no password is known to have. */
export function bcryptOfNobody(cost: number): string {
  return `$2y$${`${cost}`.padStart(2, "0")}$${".".repeat(53)}`;
}
