/** How large a picture is, read from its first bytes, and what it shrinks to in a chat. */

/** Width and height in pixels. */
export type Size = { readonly width: number; readonly height: number };

/** The size of a PNG, JPEG, GIF or WebP, `undefined` where the bytes are no such picture. */
export function imageSize(bytes: Buffer): Size | undefined {
  if (bytes.length < 24) return undefined;
  if (bytes.readUInt32BE(0) === 0x89504e47) return size(bytes.readUInt32BE(16), bytes.readUInt32BE(20));
  if (bytes.toString("latin1", 0, 4) === "GIF8") return size(bytes.readUInt16LE(6), bytes.readUInt16LE(8));
  if (bytes.readUInt16BE(0) === 0xffd8) return jpegSize(bytes);
  if (bytes.toString("latin1", 8, 12) === "WEBP") return webpSize(bytes);
  return undefined;
}

/** The size a picture has once its longer side is at most `longest` pixels. */
export function shrunkTo(longest: number, { width, height }: Size): Size {
  const factor = Math.min(1, longest / Math.max(width, height));
  return size(Math.max(1, Math.round(width * factor)), Math.max(1, Math.round(height * factor)));
}

const size = (width: number, height: number): Size => ({ width, height });

/** Walks the segments to the frame header: SOF0 to SOF15 without the tables that share its range. */
function jpegSize(bytes: Buffer): Size | undefined {
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return size(bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5));
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}

function webpSize(bytes: Buffer): Size | undefined {
  if (bytes.length < 30) return undefined;
  const chunk = bytes.toString("latin1", 12, 16);
  if (chunk === "VP8X") return size(bytes.readUIntLE(24, 3) + 1, bytes.readUIntLE(27, 3) + 1);
  if (chunk === "VP8 ") return size(bytes.readUInt16LE(26) & 0x3fff, bytes.readUInt16LE(28) & 0x3fff);
  const bits = bytes.readUInt32LE(21);
  return size((bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1);
}
