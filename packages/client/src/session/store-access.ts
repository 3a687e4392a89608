import { ownError } from "../errors/own-error.ts";
import type { OwnReasons } from "../errors/own-reasons.ts";
import type { TokenSet } from "../token-set.ts";
import type { TokenStore } from "./token-store.ts";

/** Stores are the application's: what they throw becomes `token_store_failed`. */
async function wrapped<Value>(
  reason: OwnReasons["token_store_failed"],
  work: () => Value | Promise<Value>,
): Promise<Value> {
  try {
    return await work();
  } catch (cause) {
    throw ownError("token_store_failed", reason, { cause });
  }
}

export const load = (store: TokenStore) => wrapped("load_failed", () => store.load());
export const save = (store: TokenStore, tokens: TokenSet) => wrapped("save_failed", () => store.save(tokens));
export const clear = (store: TokenStore) => wrapped("clear_failed", () => store.clear());
