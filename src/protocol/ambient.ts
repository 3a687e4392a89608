import type { Instant } from "../storage/port/time.ts";

/** Now, in milliseconds since 1970. The system's, or a test's. */
export type Clock = () => Instant;

/** Cryptographically random bytes. */
export type Entropy = (bytes: number) => Uint8Array;
