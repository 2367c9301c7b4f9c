import {
  NodeCompiler,
  type NodeError,
  type NodeTypstDocument,
  type RenderPdfOpts,
} from "@myriaddreamin/typst-ts-node-compiler";

/** What typesetting needs: the fonts, the first for all it can set, and the templates by their file names. */
export type TypesettingMaterial = {
  readonly fonts: readonly Uint8Array[];
  readonly templates: Readonly<Record<string, string>>;
};

/** A document to be set. */
export type TypesettingJob = {
  /** The file name of a template. */
  readonly template: string;
  /** What the template reads as `/data.json`: JSON, so that nothing a person wrote is ever markup. */
  readonly data: string;
  /** Pictures the data refers to by file name: SVG. */
  readonly pictures: Readonly<Record<string, string>>;
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

/** A template that cannot be set. The message says where, in words of the compiler, and nothing of the data. */
export class TypesetError extends Error {
  override readonly name = "TypesetError";
}

/** Nothing is there: a template reads what is laid before it and not the disk. */
const workspace = "/pendamping";

/**
 * Sets documents with Typst. Synchronous, tens of milliseconds each: run it in a thread of its own. The same job gives
 * the same bytes. Throws `TypesetError`.
 */
export function typesettingOf(material: TypesettingMaterial): (job: TypesettingJob) => TypesetDocument {
  for (const [name, source] of Object.entries(material.templates)) {
    // Only this could reach the network.
    if (/["']@/.test(source)) throw new TypesetError(`${name}: a template imports no packages`);
  }
  const compiler = NodeCompiler.create({
    workspace,
    fontArgs: [{ fontBlobs: material.fonts.map((font) => Buffer.from(font)) }],
  });

  return ({ template, data, pictures, at }) => {
    for (const [name, source] of Object.entries(material.templates)) lay(name, source);
    lay("data.json", data);
    for (const [name, svg] of Object.entries(pictures)) lay(name, svg);
    try {
      const result = compiler.compile({ mainFilePath: `${workspace}/${template}` });
      const document = result.result;
      if (document === null) throw new TypesetError(faultsOf(template, result.takeDiagnostics()));
      const creationTimestamp = Math.floor(at.getTime() / 1000);
      const accessible = pdfOf(document, { creationTimestamp, pdfStandard: "ua-1" });
      const pdf = accessible ?? pdfOf(document, { creationTimestamp });
      if (pdf === undefined) throw new TypesetError("the document cannot be written as PDF");
      return { pdf, pages: document.numOfPages, accessible: accessible !== undefined };
    } finally {
      compiler.resetShadow();
      // What was computed for earlier documents holds their words.
      compiler.evictCache(0);
    }
  };

  /** Undefined where it is refused: PDF/UA refuses a sign that no font has. */
  function pdfOf(document: NodeTypstDocument, options: RenderPdfOpts): Uint8Array | undefined {
    try {
      return compiler.pdf(document, options);
    } catch {
      // The reason names signs of the text, so it goes nowhere.
      return undefined;
    }
  }

  function lay(name: string, content: string): void {
    compiler.mapShadow(`${workspace}/${name}`, Buffer.from(content));
  }

  function faultsOf(template: string, error: NodeError | null): string {
    if (error === null) return "the compiler gave no reason";
    return compiler
      .fetchDiagnostics(error)
      .map(({ message, path }: { message: string; path?: string }) => `${path ?? template}: ${message}`)
      .join("\n");
  }
}
