import { Resvg } from "@resvg/resvg-js";

/** A picture to be made of pixels: SVG, and how wide it is (units). */
export type DrawingJob = { readonly svg: string; readonly width: number };

/** Pixels for each unit: words stay sharp when a phone enlarges them. Wider pictures than this get fewer. */
const density = 2;
const widest = 8_000;

/** A picture as PNG, its words set in these fonts (paths), the first for all it can set. Synchronous. */
export function drawn({ svg, width }: DrawingJob, fonts: readonly string[]): Uint8Array {
  const picture = new Resvg(svg, {
    fitTo: { mode: "zoom", value: Math.min(density, widest / width) },
    background: "#ffffff",
    font: { fontFiles: [...fonts], loadSystemFonts: false, defaultFontFamily: "Arimo" },
  });
  return picture.render().asPng();
}
