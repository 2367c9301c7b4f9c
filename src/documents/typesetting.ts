import {
  NodeCompiler,
  type NodeError,
  type NodeTypstDocument,
  type RenderPdfOpts,
} from "@myriaddreamin/typst-ts-node-compiler";
import { type CompilerFault, TypesetError } from "./typesetError.js";

/** What typesetting needs: the fonts, the first for all it can set, and the templates by their file names. */
export type TypesettingMaterial = {
  readonly fonts: readonly Uint8Array[];
  readonly templates: Readonly<Record<string, string>>;
};

/** The logo of a letterhead: PNG, and what it shows in words. */
export type Logo = { readonly png: Uint8Array; readonly words: string };

/** A document to be set. */
export type TypesettingJob = {
  /** The file name of a template. */
  readonly template: string;
  /** What the template reads as `/data.json`: JSON, so that nothing a person wrote is ever markup. */
  readonly data: string;
  /** Further files by their names: pictures the data refers to, or an institution's own template. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** Stands in the letterhead. */
  readonly logo?: Logo | undefined;
  /** The date of creation that stands in the file. */
  readonly at: Date;
};

/** A document that was set. */
export type TypesetDocument = {
  readonly pdf: Uint8Array;
  readonly pages: number;
  /** It is PDF/UA-1. Not so where it holds a sign that no font has. */
  readonly accessible: boolean;
};

/** Nothing is there, and nothing can be: a template reads what is laid before it and not the disk. */
const workspace = "/dev/null/pendamping";

/** The name of the logo among the files. `layout.typ` is told of it by an input. */
const logoFile = "logo.png";

/** Sets documents with Typst. */
export type Typesetting = {
  /** The same job gives the same bytes. Throws `TypesetError`. */
  readonly pdf: (job: TypesettingJob) => TypesetDocument;
  /** All pages below one another as SVG, without text that could be marked. Throws `TypesetError`. */
  readonly svg: (job: TypesettingJob) => { readonly svg: string; readonly pages: number };
};

/** Sets documents with Typst. Synchronous, tens of milliseconds each: run it in a thread of its own. */
export function typesettingOf(material: TypesettingMaterial): Typesetting {
  for (const [name, source] of Object.entries(material.templates)) {
    // Only this could reach the network.
    if (/["']@/.test(source)) throw new TypesetError(`${name}: a template imports no packages`);
  }
  const compiler = NodeCompiler.create({
    workspace,
    fontArgs: [{ fontBlobs: material.fonts.map((font) => Buffer.from(font)) }],
  });

  function compiled<T>(job: TypesettingJob, use: (document: NodeTypstDocument) => T): T {
    for (const [name, source] of Object.entries(material.templates)) lay(name, source);
    lay("data.json", job.data);
    for (const [name, content] of Object.entries(job.files)) lay(name, content);
    if (job.logo !== undefined) lay(logoFile, job.logo.png);
    try {
      const result = compiler.compile({
        mainFilePath: `${workspace}/${job.template}`,
        inputs: job.logo === undefined ? {} : { logo: `/${logoFile}`, "logo-words": job.logo.words },
      });
      const document = result.result;
      if (document === null) throw refusal(faultsOf(job.template, result.takeDiagnostics()));
      return use(document);
    } finally {
      compiler.resetShadow();
      // What was computed for earlier documents holds their words.
      compiler.evictCache(0);
    }
  }

  /** Undefined where it is refused: PDF/UA refuses a sign that no font has. */
  function pdfOf(document: NodeTypstDocument, options: RenderPdfOpts): Uint8Array | undefined {
    try {
      return compiler.pdf(document, options);
    } catch {
      // The reason names signs of the text, so it goes nowhere.
      return undefined;
    }
  }

  function lay(name: string, content: string | Uint8Array): void {
    compiler.mapShadow(`${workspace}/${name}`, Buffer.from(content));
  }

  function faultsOf(template: string, error: NodeError | null): readonly CompilerFault[] {
    if (error === null) return [{ file: template, message: "the compiler gave no reason", line: undefined }];
    return compiler.fetchDiagnostics(error).map(({ message, path, range }: Diagnostic) => ({
      file: path?.slice(workspace.length + 1) || template,
      message,
      line: range?.start === undefined ? undefined : range.start.line + 1,
    }));
  }

  return {
    pdf: (job) =>
      compiled(job, (document) => {
        const creationTimestamp = Math.floor(job.at.getTime() / 1000);
        const accessible = pdfOf(document, { creationTimestamp, pdfStandard: "ua-1" });
        const pdf = accessible ?? pdfOf(document, { creationTimestamp });
        if (pdf === undefined) throw new TypesetError("the document cannot be written as PDF");
        return { pdf, pages: document.numOfPages, accessible: accessible !== undefined };
      }),
    svg: (job) =>
      compiled(job, (document) => ({
        svg: groundsInPlace(compiler.plainSvg(document)),
        pages: document.numOfPages,
      })),
  };
}

/** The compiler draws the ground of every page over the first one: each is moved to where its page stands. */
function groundsInPlace(svg: string): string {
  return svg.replace(
    /^( {4}<path class="typst-shape")([^\n]*\n {4}<g transform="(matrix\([^"]*\))">)/gm,
    (_, path: string, rest: string, place: string) => `${path} transform="${place}"${rest}`,
  );
}

/** What the compiler tells of a fault. */
type Diagnostic = {
  readonly message: string;
  readonly path?: string;
  readonly range?: { readonly start?: { readonly line: number } } | null;
};

function refusal(faults: readonly CompilerFault[]): TypesetError {
  return new TypesetError(faults.map(({ file, message }) => `${file}: ${message}`).join("\n"), faults);
}
