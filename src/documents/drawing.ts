import { Resvg } from "@resvg/resvg-js";

/** A picture to be made of pixels: SVG, how wide it is (units), and how many pixels a unit has where that is not usual. */
export type DrawingJob = { readonly svg: string; readonly width: number; readonly zoom?: number };

/** Pixels for each unit: words stay sharp when a phone enlarges them. Wider pictures than this get fewer. */
const density = 2;
const widest = 8_000;

/** A picture as PNG, its words set in these fonts (paths), the first for all it can set. Synchronous. */
export function drawn({ svg, width, zoom = density }: DrawingJob, fonts: readonly string[]): Uint8Array {
  const picture = new Resvg(svg, {
    fitTo: { mode: "zoom", value: Math.min(zoom, widest / width) },
    background: "#ffffff",
    font: { fontFiles: [...fonts], loadSystemFonts: false, defaultFontFamily: "Arimo" },
  });
  return picture.render().asPng();
}
