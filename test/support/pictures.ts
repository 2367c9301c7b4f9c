import { Resvg } from "@resvg/resvg-js";

/** A picture of one colour as PNG. */
export function solidPng(width: number, height: number, colour: string): Buffer {
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
    `<rect width="${width}" height="${height}" fill="${colour}"/></svg>`;
  return new Resvg(svg).render().asPng();
}
