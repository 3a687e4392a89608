/** A record as the person may read it: moments as ISO 8601, truth as `true` or `false`, lists as lists. */
export type ToldRecord = Readonly<Record<string, unknown>>;

/** Some records of a section, and where the next ones begin; undefined at the end. */
export interface ToldPage {
  readonly records: readonly ToldRecord[];
  readonly next: string | undefined;
}

/** Everything that is held about one person, for themselves; never a secret, a hash of one, or what is sealed. */
export interface PersonDataStore {
  /** Kinds of records, in the order in which they are told. */
  readonly sections: readonly string[];
  /** What is held and not told, as `section.column` or `table`, each with the reason. */
  readonly leftOut: Readonly<Record<string, string>>;
  /** At most `limit` records of a section, from where the page before ended. */
  page(section: string, userId: number, limit: number, after?: string): Promise<ToldPage>;
}
