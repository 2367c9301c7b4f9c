/**
 * Every paper of a made-up case: its pages look as they did, are tagged for who hears them read, and nothing leaves them.
 * `UPDATE_GOLDENS=1` draws the golden pictures anew: look at them.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Resvg } from "@resvg/resvg-js";
import { beforeAll, expect, test } from "vitest";
import { fontFiles, shippedTemplates } from "../../src/documents/typesetter.js";
import { typesettingOf } from "../../src/documents/typesetting.js";
import { ownRecords } from "../support/ownRecords.js";
import { type PaperSample, paperSamples } from "../support/paperSamples.js";
import { margins, outside, pagesOf, tagCount } from "../support/pdf.js";

const at = new Date("2026-11-24T03:15:00Z");
let time = at.getTime();
const { records } = await ownRecords({
  // What came first is told first, within the same minute.
  clock: () => {
    time += 10;
    return new Date(time);
  },
});
const { resolve } = createRequire(import.meta.url);
const typesetting = typesettingOf({
  fonts: fontFiles.map((file) => readFileSync(resolve(file))),
  templates: shippedTemplates(),
});

/** A picture shows the first pages, so wide (pixels). */
const golden = { folder: "test/goldens/papers", width: 150, pages: 3 } as const;
/** How many pixels may differ by more than a little from the golden picture, in parts of all. */
const tolerance = { share: 0.003, little: 48 } as const;

/** What each paper has at least, by the tags of its structure. */
const tags: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  consent: { H2: 3, LI: 5 },
  contract: { H2: 5, LI: 4 },
  assessment: { H2: 5, Figure: 3, TH: 6 },
  social: { H2: 5, Figure: 3 },
  plan: { H2: 4, TH: 8, TD: 20 },
  session: { H2: 3 },
  evaluation: { H2: 4, TH: 3, Figure: 2 },
  referral: { H2: 4 },
  termination: { H2: 2 },
  aftercare: { H2: 2, Figure: 2 },
  supervision: { H2: 2 },
  "case-file": { H1: 12, H2: 20, Figure: 4, TOCI: 12, TH: 20 },
  "data-copy": { H2: 15, LI: 1 },
  "breach-subject": { TD: 8 },
  "breach-authority": { TD: 8 },
};
const kinds = Object.keys(tags);

let samples: readonly PaperSample[] = [];
beforeAll(async () => {
  samples = await paperSamples(records);
});

function jobOf(kind: string) {
  const sample = samples.find((one) => one.kind === kind);
  if (sample === undefined) throw new Error(`there is no paper ${kind}`);
  return { template: sample.template, data: sample.data, files: { "photos.json": "[]" }, at };
}

/** The first pages of a paper below each other, as a small PNG. */
function pictureOf(kind: string): Uint8Array {
  const { svg, pages } = typesetting.svg(jobOf(kind));
  const [, width = "0", height = "0"] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  const shown = (Number(height) * Math.min(pages, golden.pages)) / pages;
  const begin = `<svg viewBox="0 0 ${width} ${shown}" width="${width}" height="${shown}"`;
  let page = 0;
  const first = svg
    .replace(/^<svg[^>]*viewBox="[^"]*" width="[^"]*" height="[^"]*"/, begin)
    // Each page is a group by itself: those behind the first ones would be read for nothing.
    .replace(/^ {4}<g\b[\s\S]*?^ {4}<\/g>\n/gm, (group) => (page++ < golden.pages ? group : ""));
  const options = { fitTo: { mode: "width", value: golden.width }, background: "#ffffff" } as const;
  return new Resvg(first, { ...options, font: { loadSystemFonts: false } }).render().asPng();
}

/** The pixels of a PNG, four bytes each. */
function pixelsOf(png: Uint8Array): Uint8Array {
  const [width, height] = [16, 20].map((place) => Buffer.from(png).readUInt32BE(place));
  const href = `data:image/png;base64,${Buffer.from(png).toString("base64")}`;
  const image = `<image width="${width}" height="${height}" href="${href}"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${image}</svg>`;
  return new Resvg(svg).render().pixels;
}

test("there is a golden picture of every paper, and of no other", () => {
  expect(new Set(samples.map(({ kind }) => kind))).toEqual(new Set(kinds));
  if (process.env.UPDATE_GOLDENS !== undefined) return;
  expect(new Set(readdirSync(golden.folder))).toEqual(new Set(kinds.map((kind) => `${kind}.png`)));
});

test.each(kinds)("the %s looks as it did", (kind) => {
  const file = `${golden.folder}/${kind}.png`;
  const png = pictureOf(kind);
  if (process.env.UPDATE_GOLDENS !== undefined) {
    mkdirSync(golden.folder, { recursive: true });
    writeFileSync(file, png);
  }
  const [is, was] = [pixelsOf(png), pixelsOf(readFileSync(file))];
  expect(is.length).toBe(was.length);
  let different = 0;
  for (let byte = 0; byte < is.length; byte += 4) {
    if (Math.abs((is[byte] ?? 0) - (was[byte] ?? 0)) > tolerance.little) different += 1;
  }
  expect(different / (is.length / 4)).toBeLessThan(tolerance.share);
});

test.each(kinds)("the %s is PDF/UA with the tags of what it holds, inside of its margins", async (kind) => {
  const { pdf, accessible } = typesetting.pdf(jobOf(kind));
  expect(accessible).toBe(true);
  const pages = await pagesOf(pdf);
  expect(outside(pages, margins)).toEqual([]);
  const least = tags[kind] ?? {};
  const found = Object.fromEntries(Object.keys(least).map((tag) => [tag, tagCount(pages, tag)]));
  const short = Object.entries(least).filter(([tag, count]) => (found[tag] ?? 0) < count);
  expect(short, JSON.stringify(found)).toEqual([]);
  expect(tagCount(pages, "H1")).toBeGreaterThan(0);
  if (process.env.KEEP_PAPERS !== undefined) writeFileSync(`${process.env.KEEP_PAPERS}/${kind}.pdf`, pdf);
});
