/** The logo an institution sends: recognised by its bytes, made small, and made anew as PNG. */
import { Resvg } from "@resvg/resvg-js";
import { FaultyFile } from "./faults.js";

/** Neither side of the picture that is sent may be longer (pixels), and it may not hold more. */
const most = { side: 12_000, pixels: 50_000_000 } as const;

/** The longer side of what is kept (pixels): sharp in print at 2.2 cm, and small in every file. */
const kept = 600;

/**
 * A logo as PNG of at most 600 pixels a side, without anything else the file held (place, device, comments).
 *
 * @throws {FaultyFile} for what is neither PNG nor JPEG, or is too large to be drawn
 */
export function logoOf(sent: Buffer): Uint8Array {
  const size = sizeOf(sent);
  if (size === undefined) throw new FaultyFile([{ what: "not-picture" }]);
  const { width, height, mime } = size;
  if (Math.max(width, height) > most.side || width * height > most.pixels)
    throw new FaultyFile([{ what: "too-many-pixels" }]);
  const scale = Math.min(1, kept / Math.max(width, height));
  const [wide, high] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
  const href = `data:${mime};base64,${sent.toString("base64")}`;
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${high}">` +
    `<image href="${href}" width="${wide}" height="${high}" preserveAspectRatio="none"/></svg>`;
  const drawn = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
  // A picture that cannot be decoded is left out of the drawing without a word.
  if (!drawn.pixels.some((value) => value !== 0)) throw new FaultyFile([{ what: "not-picture" }]);
  return drawn.asPng();
}

type Size = { readonly width: number; readonly height: number; readonly mime: string };

function sizeOf(bytes: Buffer): Size | undefined {
  if (bytes.length > 32 && bytes.subarray(0, 8).equals(Buffer.from("89504e470d0a1a0a", "hex"))) {
    const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
    return width > 0 && height > 0 ? { width, height, mime: "image/png" } : undefined;
  }
  return bytes.length > 4 && bytes.readUInt16BE(0) === 0xffd8 ? jpegSize(bytes) : undefined;
}

/** The size of a JPEG stands in its frame: the segments before it are passed over. */
function jpegSize(bytes: Buffer): Size | undefined {
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) {
      const [height, width] = [bytes.readUInt16BE(at + 5), bytes.readUInt16BE(at + 7)];
      return width > 0 && height > 0 ? { width, height, mime: "image/jpeg" } : undefined;
    }
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}
