import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  bytes,
  exif,
  gif,
  gifExtension,
  jpeg,
  jpegSegment,
  png,
  pngChunk,
} from "../../../test/support/pictures.ts";
import { type Picture, readPicture } from "./read-picture.ts";

const side = 64;

function read(data: Uint8Array): Picture {
  const picture = readPicture(data, side);
  if (typeof picture === "string") throw new Error(picture);
  return picture;
}

function text(data: Uint8Array): string {
  return Buffer.from(data).toString("latin1");
}

const canary = "Jl. Malioboro 1";
const script = "<script>alert(1)</script>";

describe("a picture", () => {
  it.each([
    ["image/png", png(3, 5)],
    ["image/jpeg", jpeg(3, 5)],
    ["image/gif", gif(3, 5)],
  ])("is recognised by its bytes and kept as it is: %s", (type, data) => {
    expect(read(data)).toEqual({ type, width: 3, height: 5, bytes: data });
  });

  it.each([
    [
      "PNG",
      png(2, 2, pngChunk("tEXt", `Place\0${canary}`), pngChunk("eXIf", canary), pngChunk("tIME", canary)),
      png(),
    ],
    ["JPEG", jpeg(2, 2, exif(1, canary), jpegSegment(0xfe, canary), jpegSegment(0xed, canary)), jpeg()],
    ["GIF", gif(1, 1, gifExtension(0xfe, canary), gifExtension(0xff, "XMP DataXMP", canary)), gif()],
  ])("loses what is not the picture: %s", (_format, data, expected) => {
    expect(text(data)).toContain(canary);
    expect(text(read(data).bytes)).toBe(text(expected));
  });

  it("is upright as it was: of EXIF the orientation alone stays", () => {
    const { bytes: clean } = read(jpeg(2, 2, exif(6, canary)));
    expect(text(clean)).not.toContain(canary);
    expect(text(clean)).toContain("Exif\0\0MM");
    expect(read(clean).bytes).toEqual(clean);
  });

  it("keeps Adobe's note on colours, without what stands behind it", () => {
    const note = [..."Adobe"].map((letter) => letter.charCodeAt(0)).concat([0, 100, 0, 0, 0, 0, 2]);
    const data = jpeg(2, 2, jpegSegment(0xee, bytes(note, canary)), jpegSegment(0xee, canary));
    expect(read(data).bytes).toEqual(jpeg(2, 2, jpegSegment(0xee, note)));
  });

  it("keeps how often an animation repeats, and its timing", () => {
    const data = gif(1, 1, gifExtension(0xff, "NETSCAPE2.0", [1, 0, 0]), gifExtension(0xf9, [0, 10, 0, 0]));
    expect(read(data).bytes).toEqual(data);
  });

  it.each([
    ["PNG", png()],
    ["JPEG", jpeg()],
    ["GIF", gif()],
  ])("loses what hides behind its end: %s", (_format, data) => {
    expect(text(read(bytes(data, script)).bytes)).toBe(text(data));
  });

  it("may move, but not paint more than sixteen pictures of the largest size", () => {
    const frame = gif(side, side).subarray(19, -1);
    const moving = (frames: number) =>
      bytes(gif(side, side).subarray(0, 19), ...Array(frames).fill(frame), [0x3b]);
    expect(read(moving(16)).bytes).toEqual(moving(16));
    expect(readPicture(moving(17), side)).toBe("too_long");
  });

  it("may come in several passes, each of which whoever looks at it paints anew", () => {
    const scan = bytes(jpegSegment(0xda, [1, 1, 0, 0, 63, 0]), [1, 2, 3]);
    const inPasses = (passes: number) => {
      const whole = jpeg(side, side);
      return bytes(whole.subarray(0, -2), ...Array(passes - 1).fill(scan), whole.subarray(-2));
    };
    expect(read(inPasses(16)).bytes).toEqual(inPasses(16));
    expect(readPicture(inPasses(17), side)).toBe("too_long");
  });

  it("may be as large as said and no larger, in either direction", () => {
    expect(read(png(side, side)).width).toBe(side);
    for (const data of [png(side + 1, 1), png(1, side + 1), jpeg(side + 1, 1), gif(1, side + 1)])
      expect(readPicture(data, side)).toBe("too_many_pixels");
  });
});

describe("what is no picture", () => {
  it.each([
    ["nothing", bytes()],
    ["SVG", bytes("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")],
    ["HTML", bytes(`<!doctype html>${script}`)],
    ["WebP", bytes("RIFF", [4, 0, 0, 0], "WEBPVP8 ")],
    ["HTML that begins nearly like a GIF", bytes(`GIF88a${script}`)],
  ])("is refused: %s", (_what, data) => {
    expect(readPicture(data, side)).toBe("not_a_picture");
  });

  it.each([
    ["a GIF that is a script", bytes("GIF89a/*", script, "*/")],
    ["a PNG with a wrong checksum", bytes(png().map((byte, index) => (index === 20 ? byte ^ 1 : byte)))],
    ["a PNG without pixels", bytes(png().subarray(0, 33), pngChunk("IEND"))],
    ["a PNG with a critical chunk of somebody's own", png(2, 2, pngChunk("EVIL"))],
    ["a PNG without a size", png(0, 2)],
    ["a JPEG without a scan", bytes([0xff, 0xd8, 0xff, 0xd9])],
    ["a JPEG with a segment without a length", bytes([0xff, 0xd8, 0xff, 0xdb, 0, 0, 0xff, 0xd9])],
    [
      "a JPEG that says its size twice",
      jpeg(2, 2, jpegSegment(0xc0, [8, 255, 255, 255, 255, 1, 1, 0x11, 0])),
    ],
    ["a GIF without a frame", bytes(gif().subarray(0, 19), [0x3b])],
  ])("is refused: %s", (_what, data) => {
    expect(readPicture(data, side)).toBe("damaged");
  });
});

it("Whatever is broken off or changed, the answer comes, and what is kept is kept again as it is", () => {
  const originals = [
    png(4, 4, pngChunk("tEXt", canary)),
    jpeg(4, 4, exif(3, canary)),
    gif(4, 4, gifExtension(0xfe, canary)),
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...originals),
      fc.nat(200),
      fc.array(fc.tuple(fc.nat(200), fc.nat(255)), { maxLength: 4 }),
      (original, cut, changes) => {
        const data = original.slice(0, original.length - (cut % original.length));
        for (const [at, value] of changes) data[at % data.length] = value;
        const picture = readPicture(data, side);
        if (typeof picture === "string") return;
        expect(readPicture(picture.bytes, side)).toEqual(picture);
      },
    ),
    { numRuns: 2_000 },
  );
});
