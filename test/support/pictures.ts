import { crc32, deflateSync } from "node:zlib";

type Bytes = Uint8Array | readonly number[] | string;

/** Parts as one; a text stands for its bytes in Latin-1. */
export function bytes(...parts: readonly Bytes[]): Uint8Array<ArrayBuffer> {
  const all = parts.map((part) =>
    typeof part === "string" ? Buffer.from(part, "latin1") : Uint8Array.from(part),
  );
  return new Uint8Array(Buffer.concat(all));
}

function bigEndian(value: number, length: number): number[] {
  return Array.from({ length }, (_, index) => Math.floor(value / 256 ** (length - 1 - index)) % 256);
}

function littleEndian(value: number): number[] {
  return [value % 256, Math.floor(value / 256)];
}

export function pngChunk(type: string, data: Bytes = ""): Uint8Array {
  const content = bytes(type, data);
  return bytes(bigEndian(content.length - 4, 4), content, bigEndian(crc32(content), 4));
}

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** A grey picture; `more` are chunks between header and pixels. */
export function png(width = 2, height = 2, ...more: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const header = [...bigEndian(width, 4), ...bigEndian(height, 4), 8, 0, 0, 0, 0];
  const rows = deflateSync(new Uint8Array(height * (width + 1)).fill(128));
  return bytes(pngSignature, pngChunk("IHDR", header), ...more, pngChunk("IDAT", rows), pngChunk("IEND"));
}

export function jpegSegment(marker: number, data: Bytes): Uint8Array {
  const content = bytes(data);
  return bytes([0xff, marker], bigEndian(content.length + 2, 2), content);
}

/** EXIF with an orientation and a place. */
export function exif(orientation: number, place: string): Uint8Array {
  const entry = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0];
  return jpegSegment(0xe1, bytes("Exif\0\0", "MM", [0, 42, 0, 0, 0, 8, 0, 1], entry, [0, 0, 0, 0], place));
}

/** Built like a JPEG, with a scan that holds an escaped FF and a restart; no decoder would show it. */
export function jpeg(width = 2, height = 2, ...more: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const frame = [8, ...bigEndian(height, 2), ...bigEndian(width, 2), 1, 1, 0x11, 0];
  return bytes(
    [0xff, 0xd8],
    ...more,
    jpegSegment(0xdb, new Uint8Array(65)),
    jpegSegment(0xc0, frame),
    jpegSegment(0xc4, new Uint8Array(20)),
    jpegSegment(0xda, [1, 1, 0, 0, 63, 0]),
    [1, 0xff, 0, 2, 0xff, 0xd0, 3],
    [0xff, 0xd9],
  );
}

/** An extension with its data in one block. */
export function gifExtension(label: number, first: Bytes, data: Bytes = ""): Uint8Array {
  const [head, rest] = [bytes(first), bytes(data)];
  const block = rest.length > 0 ? bytes([rest.length], rest) : bytes();
  return bytes([0x21, label, head.length], head, block, [0]);
}

/** One frame of one colour. */
export function gif(width = 1, height = 1, ...more: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const screen = [...littleEndian(width), ...littleEndian(height), 0x80, 0, 0];
  const frame = [0x2c, 0, 0, 0, 0, ...littleEndian(width), ...littleEndian(height), 0, 2, 2, 0x44, 1, 0];
  return bytes("GIF89a", screen, [0, 0, 0, 255, 255, 255], ...more, frame, [0x3b]);
}
