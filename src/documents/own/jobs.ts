/** What is done with files of an institution, in a process that may be ended at any time. Synchronous work, mostly. */

import type { TemplateFormat } from "../../practice/paperTemplates.js";
import { drawn } from "../drawing.js";
import { scannable } from "../paper.js";
import { TypesetError } from "../typesetError.js";
import { type Logo, type TypesetDocument, type TypesettingJob, typesettingOf } from "../typesetting.js";
import { fieldsOf, type PrintedPaper } from "./docxFields.js";
import { filledDocx, wordsOfDocx } from "./docxTemplate.js";
import { FaultyFile, type FileFault } from "./faults.js";
import { logoOf } from "./logo.js";
import { typstFaults } from "./typstRules.js";

/** A template of an institution: its format and its bytes. */
export type OwnTemplate = { readonly format: TemplateFormat; readonly file: Uint8Array };

/** What a template is tried with: the JSON of papers, the first of which is shown. */
export type Samples = readonly [string, ...string[]];

/** What is to be done. */
export type ConfinedJob = { readonly at: Date; readonly logo: Logo | undefined } & (
  | { readonly kind: "make"; readonly template: OwnTemplate; readonly data: string }
  | { readonly kind: "try"; readonly template: OwnTemplate; readonly samples: Samples }
  | { readonly kind: "logo"; readonly picture: Uint8Array; readonly data: string }
);

/** What was done: a paper; a picture of the first sample, which of a document of Word comes with the document; a logo. */
export type ConfinedResult =
  | { readonly kind: "made"; readonly file: Uint8Array; readonly accessible: boolean }
  | {
      readonly kind: "tried";
      readonly picture: Uint8Array;
      readonly pages: number;
      readonly accessible: boolean;
      /** The first sample as it would be sent; null of what is a picture of it already. */
      readonly file: Uint8Array | null;
    }
  | { readonly kind: "logo"; readonly png: Uint8Array; readonly picture: Uint8Array };

/** The most pages of a paper that an institution's own template sets. */
const mostPages = 300;

/**
 * How wide (pixels) a preview is, how many pages of it are shown, and how many times as high as wide it may be: Telegram
 * takes photos whose sides are 10,000 pixels together.
 */
const preview = { width: 1_100, pages: 2, slimness: 7 } as const;

/** The pictures that are drawn here hold no letters: those of a page are outlines. Reading fonts takes longest. */
const noFonts: readonly string[] = [];

/** Only what the name says is there for an institution's template. */
export type ConfinedMaterial = {
  readonly fonts: readonly Uint8Array[];
  /** The source of `layout.typ`. */
  readonly layout: string;
};

/** A letterhead and nothing below it. */
const letterheadPage = `#import "/layout.typ": *
#let d = json("/data.json")
#set document(title: d.institution.name)
#set text(font: ("Arimo", "DejaVu Sans"), size: 11pt, lang: d.language)
#set page(width: 21cm, height: auto, margin: (top: 2cm, bottom: 1cm, left: 3cm, right: 2cm))
#letterhead(d.institution)`;

/** Lines of a document in plain type. */
const plainPage = `#let d = json("/data.json")
#set text(font: ("Arimo", "DejaVu Sans"), size: 11pt)
#set page(paper: "a4")
#for line in d.lines { par(line) }`;

/**
 * Does these jobs. `run` throws `FaultyFile` for what the file is at fault for.
 */
export function confinedJobs(material: ConfinedMaterial): {
  readonly run: (job: ConfinedJob) => Promise<ConfinedResult>;
} {
  const typesetting = typesettingOf({ fonts: material.fonts, templates: { "layout.typ": material.layout } });
  const template = "own.typ";

  /** Sets a source that is ours, or was looked through. */
  function set<T>(
    source: string,
    data: string,
    { at, logo }: Pick<TypesettingJob, "at" | "logo">,
    way: "pdf" | "svg",
  ) {
    const job = { template, data, files: { [template]: source }, logo, at };
    try {
      const result = way === "pdf" ? typesetting.pdf(job) : typesetting.svg(job);
      if (result.pages > mostPages) throw new FaultyFile([{ what: "pages", about: String(result.pages) }]);
      return result as T;
    } catch (error) {
      throw error instanceof TypesetError ? new FaultyFile(compilerFaults(error, source)) : error;
    }
  }

  const pdf = (source: string, data: string, job: ConfinedJob) =>
    set<TypesetDocument>(source, data, job, "pdf");

  function pictureOf(source: string, data: string, job: ConfinedJob): Uint8Array {
    const { svg, pages } = set<{ svg: string; pages: number }>(source, data, job, "svg");
    return drawn(firstPages(svg, pages), noFonts);
  }

  async function fill(file: Uint8Array, data: string, logo: Logo | undefined): Promise<Buffer> {
    const paper = JSON.parse(data) as PrintedPaper;
    const code = paper.check === undefined ? undefined : codePicture(paper.check.link);
    return filledDocx(Buffer.from(file), fieldsOf(paper, { logo, code }));
  }

  function codePicture(link: string): Uint8Array {
    return drawn({ svg: scannable(link), width: 100, zoom: 6 }, noFonts);
  }

  async function attempt(job: Extract<ConfinedJob, { kind: "try" }>): Promise<ConfinedResult> {
    const { format, file } = job.template;
    const [first, ...others] = job.samples;
    if (format === "docx") {
      for (const data of others) await fill(file, data, job.logo);
      const filled = await fill(file, first, job.logo);
      const lines = (await wordsOfDocx(filled)).filter((line) => line.trim() !== "");
      const picture = pictureOf(plainPage, JSON.stringify({ lines }), job);
      return { kind: "tried", picture, pages: 1, accessible: true, file: filled };
    }
    const source = sourceOf(file);
    for (const data of others) pdf(source, data, job);
    const { pages, accessible } = pdf(source, first, job);
    return { kind: "tried", picture: pictureOf(source, first, job), pages, accessible, file: null };
  }

  return {
    async run(job) {
      switch (job.kind) {
        case "try":
          return attempt(job);
        case "make": {
          const { format, file } = job.template;
          if (format === "docx")
            return { kind: "made", file: await fill(file, job.data, job.logo), accessible: true };
          const made = pdf(sourceOf(file), job.data, job);
          return { kind: "made", file: made.pdf, accessible: made.accessible };
        }
        case "logo": {
          const png = logoOf(Buffer.from(job.picture));
          const logo: Logo = { png, words: job.logo?.words ?? "" };
          return { kind: "logo", png, picture: pictureOf(letterheadPage, job.data, { ...job, logo }) };
        }
      }
    },
  };
}

/** The source of a template, once it says nothing it may not. */
function sourceOf(file: Uint8Array): string {
  const source = textOf(file);
  if (source === undefined) throw new FaultyFile([{ what: "not-text" }]);
  const faults = typstFaults(source);
  if (faults.length > 0) throw new FaultyFile(faults);
  return source;
}

function textOf(file: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(file);
    return text.includes("\0") ? undefined : text;
  } catch {
    return undefined;
  }
}

/** What the compiler found, the first few: one mistake is often reported several times. */
function compilerFaults({ faults, message }: TypesetError, source: string): readonly FileFault[] {
  if (faults.length === 0) return [{ what: "compiler", about: message }];
  const lines = source.split("\n").length;
  return faults.slice(0, 3).map(({ file, message: about, line }) => ({
    what: "compiler",
    about,
    // A fault inside of `layout.typ` has no line of theirs.
    line: file === "own.typ" && line !== undefined && line <= lines ? line : undefined,
  }));
}

/** The first pages of a picture of all of them, as wide as a preview is. */
function firstPages(svg: string, pages: number) {
  const [, width = 0, height = 0] = (/viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []).map(Number);
  const first = Number(
    /<path class="typst-shape" fill="[^"]*" fill-rule="[^"]*" d="M 0 0v ([\d.]+)/.exec(svg)?.[1] ?? height,
  );
  const shown = Math.min(height, first * Math.min(pages, preview.pages), width * preview.slimness);
  const cut = svg.replace(
    /viewBox="[^"]*" width="[^"]*" height="[^"]*"/,
    `viewBox="0 0 ${width} ${shown}" width="${width}" height="${shown}"`,
  );
  return { svg: cut, width, zoom: preview.width / width };
}
