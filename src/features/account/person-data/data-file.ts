import type { PersonDataStore } from "../../../storage/port/person-data.ts";

/** Records that are read at a time: as much of them is in memory, however much there is. */
const portion = 50;

export interface DataFileHead {
  readonly issuer: string;
  readonly userId: number;
  /** ISO 8601. */
  readonly at: string;
}

async function* recordsOf(store: PersonDataStore, section: string, userId: number): AsyncGenerator<string> {
  let after: string | undefined;
  let separator = "\n    ";
  do {
    const { records, next } = await store.page(section, userId, portion, after);
    if (records.length > 0) yield separator + records.map((record) => JSON.stringify(record)).join(",\n    ");
    separator = ",\n    ";
    after = next;
  } while (after !== undefined);
}

/** Everything that is held about a person as one JSON document, piece by piece. */
export async function* dataFile(
  store: PersonDataStore,
  { issuer, userId, at }: DataFileHead,
): AsyncGenerator<string> {
  const head = { format: "mubarokah-id-person", version: 1, issuer, exported_at: at };
  yield `${JSON.stringify(head).slice(0, -1)},\n"held": {`;
  for (const [index, section] of store.sections.entries()) {
    yield `${index > 0 ? "," : ""}\n  ${JSON.stringify(section)}: [`;
    yield* recordsOf(store, section, userId);
    yield "]";
  }
  yield `\n},\n"left_out": ${JSON.stringify(store.leftOut, null, 2)}}\n`;
}
