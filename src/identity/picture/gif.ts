import { ByteReader, DamagedPicture } from "./byte-reader.ts";
import type { Cleaned } from "./read-picture.ts";

const extension = 0x21;
const image = 0x2c;
const trailer = 0x3b;
const graphicControl = 0xf9;
const application = 0xff;
/** How often an animation repeats; the only note of an application that shows. */
const repetition = "NETSCAPE2.0";

/** Bytes of a colour table, as the flags before it say. */
function colours(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

/** Data in blocks that each begin with their length, up to an empty one. */
function skipBlocks(reader: ByteReader): void {
  for (let length = reader.number(1); length > 0; length = reader.number(1)) reader.take(length);
}

/** Whether what stands after the byte of an extension is kept. */
function readExtension(reader: ByteReader): boolean {
  const label = reader.number(1);
  const first = reader.number(1);
  const name = label === application && first === repetition.length ? reader.text(first) : undefined;
  if (name === undefined) reader.take(first);
  if (first > 0) skipBlocks(reader);
  return label === graphicControl || name === repetition;
}

/** Width and height of one frame. */
function readImage(reader: ByteReader): readonly [number, number] {
  reader.take(4);
  const width = reader.numberFromLow(2);
  const height = reader.numberFromLow(2);
  reader.take(colours(reader.number(1)));
  reader.take(1);
  skipBlocks(reader);
  return [width, height];
}

/** GIF87a and GIF89a, reduced to frames and their timing; comments, texts, other notes and what follows the end go. */
export function cleanGif(bytes: Uint8Array): Cleaned {
  const reader = new ByteReader(bytes);
  const at = () => bytes.length - reader.left;
  reader.take(6);
  let [width, height] = [reader.numberFromLow(2), reader.numberFromLow(2)];
  const flags = reader.number(1);
  reader.take(2 + colours(flags));
  const parts = [bytes.subarray(0, at())];
  let frames = 0;
  let painted = 0;
  for (
    let start = at(), block = reader.number(1);
    block !== trailer;
    start = at(), block = reader.number(1)
  ) {
    if (block !== extension && block !== image) throw new DamagedPicture("an unknown block");
    if (block === image) {
      const [frameWidth, frameHeight] = readImage(reader);
      width = width > frameWidth ? width : frameWidth;
      height = height > frameHeight ? height : frameHeight;
      frames++;
      painted += frameWidth * frameHeight;
      parts.push(bytes.subarray(start, at()));
    } else if (readExtension(reader)) parts.push(bytes.subarray(start, at()));
  }
  if (frames === 0) throw new DamagedPicture("no picture");
  return { type: "image/gif", width, height, painted, parts: [...parts, Uint8Array.of(trailer)] };
}
