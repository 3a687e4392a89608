import { DamagedPicture } from "./byte-reader.ts";
import { cleanGif } from "./gif.ts";
import { cleanJpeg } from "./jpeg.ts";
import { cleanPng } from "./png.ts";

export type PictureType = "image/png" | "image/jpeg" | "image/gif";

/** A picture in its parts, with nothing in it that is not needed to show it. */
export interface Cleaned {
  readonly type: PictureType;
  readonly width: number;
  readonly height: number;
  /** Pixels of all frames of an animation together, or of all passes in which a picture comes. */
  readonly painted?: number;
  readonly parts: readonly Uint8Array[];
}

export interface Picture extends Omit<Cleaned, "parts" | "painted"> {
  readonly bytes: Uint8Array;
}

export type PictureProblem = "not_a_picture" | "damaged" | "too_many_pixels" | "too_long";

/** An animation, or a picture in passes, paints so many of the largest size at most, or whoever looks at it pays for it. */
const fullFrames = 16;

const beginnings: readonly (readonly [readonly number[], (bytes: Uint8Array) => Cleaned])[] = [
  [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], cleanPng],
  [[0xff, 0xd8, 0xff], cleanJpeg],
  [[0x47, 0x49, 0x46, 0x38, 0x37, 0x61], cleanGif],
  [[0x47, 0x49, 0x46, 0x38, 0x39, 0x61], cleanGif],
];

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

/**
 * Recognises a picture by its bytes, whatever its name or type said, and takes everything out of it that is not the
 * picture: places, devices, comments, and files that hide behind its end. `maxSide` in pixels.
 */
export function readPicture(bytes: Uint8Array, maxSide: number): Picture | PictureProblem {
  const known = beginnings.find(([beginning]) => beginning.every((byte, index) => bytes[index] === byte));
  if (!known) return "not_a_picture";
  try {
    const { parts, painted = 0, ...facts } = known[1](bytes);
    if (facts.width < 1 || facts.height < 1) return "damaged";
    if (facts.width > maxSide || facts.height > maxSide) return "too_many_pixels";
    if (painted > fullFrames * maxSide ** 2) return "too_long";
    return { ...facts, bytes: joined(parts) };
  } catch (error) {
    if (error instanceof DamagedPicture) return "damaged";
    throw error;
  }
}
