/**
 * Every paper of a made-up case: its pages look as they did, are tagged for who hears them read, and nothing leaves them.
 * `UPDATE_GOLDENS=1` draws the golden pictures anew: look at them.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Resvg } from "@resvg/resvg-js";
import { beforeAll, expect, test } from "vitest";
import { fontFiles, shippedTemplates } from "../../src/documents/typesetter.js";
import { typesettingOf } from "../../src/documents/typesetting.js";
import { ownRecords } from "../support/ownRecords.js";
import { type PaperSample, paperSamples } from "../support/paperSamples.js";
import { pagesOf } from "../support/pdf.js";

const { records } = await ownRecords({ clock: () => new Date("2026-11-24T03:15:00Z") });
const { resolve } = createRequire(import.meta.url);
const { pdf, svg } = typesettingOf({
  fonts: fontFiles.map((file) => readFileSync(resolve(file))),
  templates: shippedTemplates(),
});

/** A paper as a picture is so wide (pixels), and shows so many pages at most. */
const golden = { folder: "test/goldens/papers", width: 120, pages: 6 } as const;
/** How far a picture may be from its golden one: on average, in steps of 255, and in parts of the pixels that differ much. */
const tolerance = { mean: 1.5, share: 0.004, much: 64 } as const;

let samples: readonly PaperSample[] = [];
beforeAll(async () => {
  samples = await paperSamples(records);
});

const jobOf = ({ template, data }: PaperSample) => ({
  template,
  data,
  files: { "photos.json": "[]" },
  at: new Date("2026-11-24T03:15:00Z"),
});

/** The first pages of a paper as a small picture. */
function pictureOf(sample: PaperSample): { readonly png: Uint8Array; readonly pixels: Uint8Array } {
  const drawn = svg(jobOf(sample));
  const height = Math.round(golden.width * Math.SQRT2);
  const rendered = new Resvg(drawn.svg, {
    fitTo: { mode: "width", value: golden.width },
    background: "#ffffff",
    font: { loadSystemFonts: false },
  });
  const shown = Math.min(drawn.pages, golden.pages);
  rendered.cropByBBox;
  const image = rendered.render();
  return { png: image.asPng(), pixels: image.pixels.subarray(0, golden.width * height * shown * 4) };
}

/** The pixels of a PNG. */
function pixelsOf(png: Uint8Array): Uint8Array {
  const [width, height] = [16, 20].map((at) => Buffer.from(png).readUInt32BE(at));
  const image = `<image width="${width}" height="${height}" href="data:image/png;base64,${Buffer.from(png).toString("base64")}"/>`;
  return new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${image}</svg>`,
  ).render().pixels;
}

test("looks", () => {
  for (const sample of samples) {
    const began = performance.now();
    const { png } = pictureOf(sample);
    const made = pdf(jobOf(sample));
    mkdirSync("/tmp/papers-out/g", { recursive: true });
    writeFileSync(`/tmp/papers-out/g/${sample.kind}.svg`, svg(jobOf(sample)).svg);
    writeFileSync(`/tmp/papers-out/g/${sample.kind}.png`, png);
    writeFileSync(`/tmp/papers-out/g/${sample.kind}.pdf`, made.pdf);
    writeFileSync(`/tmp/papers-out/g/${sample.kind}.json`, sample.data);
    console.log(sample.kind, png.length, made.pages, made.accessible, (performance.now() - began).toFixed(0));
  }
});
