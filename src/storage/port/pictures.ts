import type { Instant } from "./time.ts";

/** A picture that this server serves itself, under a name that nobody can guess. */
export interface StoredPicture {
  readonly name: string;
  /** Media type, found by looking at the bytes. */
  readonly type: string;
  readonly bytes: Uint8Array;
  readonly createdAt: Instant;
}

export type PictureOwner =
  | { readonly kind: "client"; readonly id: string }
  | { readonly kind: "user"; readonly id: number };

/** One picture for each owner at most; it goes with its owner. */
export interface PictureStore {
  /** In the place of the one before. */
  put(owner: PictureOwner, picture: StoredPicture): Promise<void>;
  remove(owner: PictureOwner): Promise<void>;
  find(kind: PictureOwner["kind"], name: string): Promise<StoredPicture | undefined>;
}
