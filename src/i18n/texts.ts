/** The same texts in another language: every key, functions with the same parameters. */
export type Texts<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...parameters: infer P) => string
      ? (...parameters: P) => string
      : Texts<T[K]>;
};
