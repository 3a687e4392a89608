import { crc32 } from "node:zlib";
import { ByteReader, DamagedPicture } from "./byte-reader.ts";
import type { Cleaned } from "./read-picture.ts";

const signature = 8;

/** What a still picture is made of, and how bright and how large it is meant; texts, times, EXIF and animations go. */
const kept = new Set([
  "IHDR",
  "PLTE",
  "IDAT",
  "IEND",
  "tRNS",
  "gAMA",
  "cHRM",
  "sRGB",
  "sBIT",
  "bKGD",
  "pHYs",
]);

interface Chunk {
  readonly type: string;
  readonly data: Uint8Array;
  /** With length and checksum. */
  readonly whole: Uint8Array;
}

function nextChunk(bytes: Uint8Array, reader: ByteReader): Chunk {
  const start = bytes.length - reader.left;
  const length = reader.number(4);
  const type = reader.text(4);
  const data = reader.take(length);
  const checksum = reader.number(4);
  const whole = bytes.subarray(start, bytes.length - reader.left);
  if (crc32(whole.subarray(4, 8 + length)) !== checksum) throw new DamagedPicture("a checksum differs");
  // A capital letter says that nobody can show the picture without this chunk.
  if (!kept.has(type) && /^[A-Z]/.test(type)) throw new DamagedPicture("an unknown critical chunk");
  return { type, data, whole };
}

/** PNG (ISO/IEC 15948), reduced to what is needed to show it; what follows the end is dropped. */
export function cleanPng(bytes: Uint8Array): Cleaned {
  const reader = new ByteReader(bytes);
  const parts = [reader.take(signature)];
  const types: string[] = [];
  let header: Uint8Array | undefined;
  do {
    const { type, data, whole } = nextChunk(bytes, reader);
    header ??= data;
    types.push(type);
    if (kept.has(type)) parts.push(whole);
  } while (types.at(-1) !== "IEND");
  if (types[0] !== "IHDR" || header?.length !== 13 || !types.includes("IDAT"))
    throw new DamagedPicture("no header or no picture");
  const size = new ByteReader(header);
  return { type: "image/png", width: size.number(4), height: size.number(4), parts };
}
