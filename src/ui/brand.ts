import type { Palette } from "./palette.ts";

/** What the operator chose to be recognised by, on pages and in mails. */
export interface Brand {
  readonly name: string;
  /** Null: the colours of the style sheet. */
  readonly palette: Palette | null;
  /** Null: our own sign. */
  readonly logo: { readonly type: string; readonly bytes: Uint8Array } | null;
}
