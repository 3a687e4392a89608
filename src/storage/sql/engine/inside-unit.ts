import { AsyncLocalStorage } from "node:async_hooks";

/** Set for what runs in a unit: a unit within a unit would wait for a connection, or a turn, that the outer one keeps. */
export const insideUnit = new AsyncLocalStorage<true>();
