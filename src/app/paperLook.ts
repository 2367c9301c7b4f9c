/** Puts together what sets papers and what looks into an institution's own files for them. */
import type { LookOutcome } from "../delivery/designLook.js";
import type { OwnDesign, PaperTypesetter } from "../delivery/paperMaker.js";
import type { ClaimedDesign } from "../delivery/sql/claimDesigns.js";
import { filePictures } from "../documents/caseFile.js";
import type { Confinement } from "../documents/own/confinement.js";
import { FaultyFile, type FileFault } from "../documents/own/faults.js";
import type { OwnTemplate, Samples } from "../documents/own/jobs.js";
import type { Paper } from "../documents/paper.js";
import type { Typesetter } from "../documents/typesetter.js";
import type { Logo } from "../documents/typesetting.js";
import { largestDesign, type TemplatedKind } from "../practice/paperTemplates.js";
import type { SetContent } from "../records/papers/papers.js";

/** What the chat knows: made-up papers to try a template with, and a logo in words. */
export type PaperWords = {
  /** The JSON of papers of this kind under this letterhead; the first is shown. */
  readonly samples: (kind: TemplatedKind, locale: string | null, letterhead: Paper["institution"]) => Samples;
  readonly logoWords: (locale: string | null, institution: string) => string;
};

/** Sets papers: the shipped templates in a thread, those of institutions in a process that may be ended. */
export function paperTypesetterOf(
  typesetter: Typesetter,
  confinement: Confinement,
  { logoWords }: PaperWords,
): PaperTypesetter {
  const logoOf = (design: OwnDesign | undefined, data: string): Logo | undefined => {
    if (design === undefined) return undefined;
    const { language, institution } = JSON.parse(data) as Paper;
    return { png: design.file, words: logoWords(language, institution.name) };
  };
  return {
    async make(content, photos, logo) {
      if ("bytes" in content) return { file: Buffer.from(content.bytes, "base64"), accessible: true };
      if ("svg" in content) return { file: await typesetter.draw(content), accessible: true };
      const { template, data } = content;
      const { pdf, accessible } = await typesetter.typeset({
        template,
        data,
        files: content.photos === undefined ? {} : filePictures(photos),
        logo: logoOf(logo, data),
        at: new Date(content.at),
      });
      return { file: pdf, accessible };
    },

    async makeOwn({ data, at }: SetContent, design, logo) {
      const template = templateOfDesign(design, design.file);
      try {
        const job = { kind: "make", template, data, logo: logoOf(logo, data), at: new Date(at) } as const;
        return await confinement.run(job);
      } catch (error) {
        // Its message says what is wrong and where, and no word of the paper.
        if (error instanceof FaultyFile) return { faults: error.message };
        throw error;
      }
    },

    async rest() {
      await typesetter.rest();
      await confinement.rest();
    },
  };
}

/** Tries a file an institution sent. `logo` reads the logo in use, so that a preview looks as papers will. */
export function designLookOf(
  confinement: Confinement,
  { samples, logoWords }: PaperWords,
  logo: (organizationId: string) => Promise<Buffer | undefined>,
  clock: () => Date,
) {
  return async (design: ClaimedDesign, bytes: Buffer): Promise<LookOutcome<FileFault>> => {
    const { kind, locale, name, address, contacts } = design;
    const letterhead = { name, address, contacts };
    const words = logoWords(locale, name);
    const at = clock();
    const most = kind === "logo" ? largestDesign.logo : largestDesign[formatOf(design)];
    if (bytes.length > most) return { kind: "faulty", faults: [{ what: "large" }] };
    try {
      if (kind === "logo") {
        const [data] = samples("referral", locale, letterhead);
        const shown = { png: Buffer.alloc(0), words };
        const { png, picture } = await confinement.run({ kind, picture: bytes, data, logo: shown, at });
        return { kind: "fine", kept: png, picture, sample: null, pages: 1, accessible: true };
      }
      const png = await logo(design.organizationId);
      const tried = await confinement.run({
        kind: "try",
        template: templateOfDesign(design, bytes),
        samples: samples(kind, locale, letterhead),
        logo: png === undefined ? undefined : { png, words },
        at,
      });
      const { picture, file: sample, pages, accessible } = tried;
      return { kind: "fine", kept: bytes, picture, sample, pages, accessible };
    } catch (error) {
      if (error instanceof FaultyFile) return { kind: "faulty", faults: error.faults };
      throw error;
    }
  };
}

function templateOfDesign(design: Pick<ClaimedDesign, "format">, file: Uint8Array): OwnTemplate {
  return { format: formatOf(design), file };
}

/** The format of a template. A logo is none. */
function formatOf({ format }: Pick<ClaimedDesign, "format">): OwnTemplate["format"] {
  if (format === "png") throw new Error("a logo is no template");
  return format;
}
