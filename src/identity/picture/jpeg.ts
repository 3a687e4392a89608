import { ByteReader, DamagedPicture } from "./byte-reader.ts";
import { orientationOf, orientationSegment } from "./jpeg-orientation.ts";
import type { Cleaned } from "./read-picture.ts";

const endOfImage = 0xd9;
const startOfScan = 0xda;
const exif = 0xe1;
const adobe = 0xee;
const adobeName = [0x41, 0x64, 0x6f, 0x62, 0x65];
const adobeLength = 12;

/** ISO/IEC 10918-1 table B.1: frames of every kind, without what stands between them (C4, C8, CC). */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** Tables, frames and scans, and Adobe's note on colours; all other applications' notes and comments go. */
function isKept(marker: number): boolean {
  return isFrame(marker) || [0xc4, 0xcc, 0xdb, 0xdc, 0xdd, startOfScan, adobe].includes(marker);
}

/** The data of a scan, up to the marker that ends it: within it FF is followed by 00 or by a restart marker. */
function scanData(reader: ByteReader): Uint8Array {
  let length = 0;
  for (;;) {
    const byte = reader.peek(length);
    if (byte === undefined) throw new DamagedPicture("a scan without an end");
    const next = reader.peek(length + 1) ?? 0;
    const ends = byte === 0xff && next !== 0 && !(next >= 0xd0 && next <= 0xd7);
    if (ends) return reader.take(length);
    length++;
  }
}

function nextMarker(reader: ByteReader): number {
  if (reader.number(1) !== 0xff) throw new DamagedPicture("no marker where one must be");
  let marker = reader.number(1);
  while (marker === 0xff) marker = reader.number(1);
  return marker;
}

/** Adobe's note is as long as its version 100; what somebody put behind it goes. */
function withoutGuests(marker: number, data: Uint8Array): Uint8Array | undefined {
  if (marker !== adobe) return data;
  const own = adobeName.every((byte, index) => data[index] === byte);
  return own && data.length >= adobeLength ? data.subarray(0, adobeLength) : undefined;
}

interface Found {
  width: number;
  height: number;
  orientation: number;
  frames: number;
  scans: number;
}

function look(marker: number, data: Uint8Array, found: Found): void {
  if (marker === exif) found.orientation = orientationOf(data) ?? found.orientation;
  if (!isFrame(marker)) return;
  // Programs differ in which of two they believe.
  if (found.frames > 0) throw new DamagedPicture("a second frame");
  found.frames++;
  const frame = new ByteReader(data);
  frame.take(1);
  found.height = frame.number(2);
  found.width = frame.number(2);
}

/** JPEG, reduced to what is needed to show it upright; places, devices and thumbnails go, and what follows the end. */
export function cleanJpeg(bytes: Uint8Array): Cleaned {
  const reader = new ByteReader(bytes);
  const start = reader.take(2);
  const parts: Uint8Array[] = [];
  const found: Found = { width: 0, height: 0, orientation: 1, frames: 0, scans: 0 };
  for (let marker = nextMarker(reader); marker !== endOfImage; marker = nextMarker(reader)) {
    const length = reader.number(2);
    if (length < 2) throw new DamagedPicture("a segment without a length");
    const whole = reader.take(length - 2);
    look(marker, whole, found);
    const data = isKept(marker) ? withoutGuests(marker, whole) : undefined;
    if (data === undefined) continue;
    const kept = data.length + 2;
    parts.push(Uint8Array.of(0xff, marker, kept >> 8, kept & 255), data);
    if (marker !== startOfScan) continue;
    found.scans++;
    parts.push(scanData(reader));
  }
  if (found.scans === 0) throw new DamagedPicture("no picture");
  const { width, height, orientation } = found;
  const upright = orientation === 1 ? [] : [orientationSegment(orientation)];
  return {
    type: "image/jpeg",
    width,
    height,
    painted: found.scans * width * height,
    parts: [start, ...upright, ...parts, Uint8Array.of(0xff, endOfImage)],
  };
}
