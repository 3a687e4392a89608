const tag = 0x0112;
const header = [0x45, 0x78, 0x69, 0x66, 0, 0];

/** How a camera was held (EXIF 2.3, tag 0x0112), from the data of an APP1 segment; undefined when it does not say. */
export function orientationOf(segment: Uint8Array): number | undefined {
  if (header.some((byte, index) => segment[index] !== byte)) return undefined;
  const tiff = segment.subarray(header.length);
  if (tiff.length < 14) return undefined;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const fromLow = tiff[0] === 0x49;
  const directory = view.getUint32(4, fromLow);
  if (directory + 2 > view.byteLength) return undefined;
  const count = view.getUint16(directory, fromLow);
  for (let index = 0; index < count; index++) {
    const entry = directory + 2 + index * 12;
    if (entry + 12 > view.byteLength) return undefined;
    if (view.getUint16(entry, fromLow) !== tag) continue;
    const value = view.getUint16(entry + 8, fromLow);
    return value >= 1 && value <= 8 ? value : undefined;
  }
  return undefined;
}

/** An APP1 segment that says this and nothing else. */
export function orientationSegment(orientation: number): Uint8Array {
  const tiff = [
    0x4d,
    0x4d,
    0,
    42,
    0,
    0,
    0,
    8,
    0,
    1,
    0x01,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    orientation,
    0,
    0,
    0,
    0,
    0,
    0,
  ];
  const length = 2 + header.length + tiff.length;
  return Uint8Array.from([0xff, 0xe1, 0, length, ...header, ...tiff]);
}
