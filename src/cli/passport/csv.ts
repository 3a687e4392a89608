import { CommandFailure } from "../command.ts";

/** A field that was not quoted may say that there is no value. */
const absent = new Set(["", "NULL", "\\N"]);
const longestRecord = 1024 * 1024;

export type CsvRecord = readonly (string | null)[];

/** Reads CSV as RFC 4180 has it, whatever pieces it comes in: quotes are doubled, not escaped. */
export class CsvReader {
  readonly #delimiter: string;
  #fields: (string | null)[] = [];
  #field = "";
  #quoted: "no" | "inside" | "closed" = "no";
  #ready: CsvRecord[] = [];

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  /** The records that end within this piece. */
  read(piece: string): CsvRecord[] {
    for (const character of piece) this.#step(character);
    if (this.#field.length > longestRecord)
      throw new CommandFailure("A CSV field is never closed: check its quotes.");
    return this.#taken();
  }

  /** What is left at the end of the file. */
  end(): CsvRecord[] {
    if (this.#quoted === "inside")
      throw new CommandFailure("The last CSV field is never closed: the file was cut off.");
    if (this.#field !== "" || this.#fields.length > 0 || this.#quoted === "closed") this.#endRecord();
    return this.#taken();
  }

  #step(character: string): void {
    if (this.#quoted === "inside") {
      if (character === '"') this.#quoted = "closed";
      else this.#field += character;
    } else if (character === '"' && this.#quoted === "closed") {
      this.#field += '"';
      this.#quoted = "inside";
    } else if (character === '"' && this.#field === "") this.#quoted = "inside";
    else if (character === this.#delimiter) this.#endField();
    else if (character === "\n") this.#endRecord();
    else if (character !== "\r") this.#field += character;
  }

  #endField(): void {
    const bare = this.#quoted === "no";
    this.#fields.push(bare && absent.has(this.#field) ? null : this.#field);
    this.#field = "";
    this.#quoted = "no";
  }

  #endRecord(): void {
    const blank = this.#fields.length === 0 && this.#field === "" && this.#quoted === "no";
    if (blank) return;
    this.#endField();
    this.#ready.push(this.#fields);
    this.#fields = [];
  }

  #taken(): CsvRecord[] {
    return this.#ready.splice(0);
  }
}

/** The separator of a header line: whichever of the usual ones stands there most often. */
export function delimiterOf(header: string): string {
  const count = (mark: string) => header.split(mark).length;
  return [",", ";", "\t"].toSorted((a, b) => count(b) - count(a))[0] ?? ",";
}
