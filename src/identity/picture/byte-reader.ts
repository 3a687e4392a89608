/** The picture's bytes contradict its format. */
export class DamagedPicture extends Error {
  override readonly name = "DamagedPicture";
}

/** Reads bytes from the front and never beyond the end: a picture that promises more than it holds is damaged. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  take(count: number): Uint8Array {
    if (count > this.left) throw new DamagedPicture("ends too early");
    this.#at += count;
    return this.#bytes.subarray(this.#at - count, this.#at);
  }

  /** An unsigned number of one to four bytes, the most significant first. */
  number(bytes: number): number {
    let value = 0;
    for (const byte of this.take(bytes)) value = value * 256 + byte;
    return value;
  }

  /** The same, the least significant first, as GIF has it. */
  numberFromLow(bytes: number): number {
    let value = 0;
    for (const byte of this.take(bytes).toReversed()) value = value * 256 + byte;
    return value;
  }

  text(count: number): string {
    return String.fromCharCode(...this.take(count));
  }

  /** The next byte without taking it; undefined at the end. */
  peek(ahead = 0): number | undefined {
    return this.#bytes[this.#at + ahead];
  }
}
