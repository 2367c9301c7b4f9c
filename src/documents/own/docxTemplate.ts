/** Fills an institution's own document of Word. */
import {
  ImagePlugin,
  LoopPlugin,
  MissingCloseDelimiterError,
  MissingStartDelimiterError,
  type Tag,
  type TemplateData,
  TemplateHandler,
  TextPlugin,
  UnclosedTagError,
  UnopenedTagError,
} from "easy-template-x";
import { docxFields } from "./docxFields.js";
import { safeDocx } from "./docxRules.js";
import { FaultyFile, type FileFault } from "./faults.js";
import { zipped } from "./zip.js";

/** Words, pictures and lists only: neither markup nor links come from the data. */
const handlerOf = () =>
  new TemplateHandler({ plugins: [new LoopPlugin(), new ImagePlugin(), new TextPlugin()] });

/**
 * A document with its fields filled. It is checked each time: what was allowed when it was sent may not be today.
 *
 * @throws {FaultyFile} that names each unknown field, or what is not closed
 */
export async function filledDocx(docx: Buffer, data: TemplateData): Promise<Buffer> {
  // Put together anew: what is filled holds exactly what was looked at.
  const safe = zipped(safeDocx(docx));
  const handler = handlerOf();
  try {
    const faults = (await wordsOfDocx(safe)).flatMap(braceFaults);
    if (faults.length === 0) faults.push(...tagFaults(await handler.parseTags(safe)));
    if (faults.length > 0) throw new FaultyFile(faults);
    return await handler.process(safe, data);
  } catch (error) {
    throw error instanceof FaultyFile ? error : new FaultyFile([faultOf(error)]);
  }
}

/** The words of a document, line by line: head, body, foot. */
export async function wordsOfDocx(docx: Buffer): Promise<readonly string[]> {
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  const handler = handlerOf();
  const lines: string[] = [];
  for (const part of ["header", "officeDocument", "footer"]) {
    for (const one of await handler.getParts(docx, `${office}${part}`)) {
      lines.push(...paragraphsOf(await one.xmlRoot()));
    }
  }
  return lines;
}

type Node = {
  readonly nodeName: string;
  readonly childNodes?: readonly Node[];
  readonly textContent?: string;
};

function paragraphsOf(node: Node): readonly string[] {
  if (node.nodeName === "w:p") return textOf(node).split("\n");
  return (node.childNodes ?? []).flatMap(paragraphsOf);
}

function textOf(node: Node): string {
  if (node.nodeName === "w:br") return "\n";
  if (node.nodeName === "w:tab") return " ";
  if (node.nodeName === "w:t")
    return (node.childNodes ?? []).map(({ textContent }) => textContent ?? "").join("");
  return (node.childNodes ?? []).map(textOf).join("");
}

/** Braces of a line that stand alone: a field that is not closed would be left in the paper without a word. */
function braceFaults(line: string): FileFault[] {
  const rest = line.replace(/\{[^{}]*\}/g, (field) => " ".repeat(field.length));
  const at = rest.search(/[{}]/);
  if (at === -1) return [];
  const what = rest[at] === "{" ? "open-field" : "stray-brace";
  return [{ what, about: line.slice(Math.max(0, at - 20), at + 30) }];
}

/** The faults of the fields, in their order: inside of a list its own fields count, and those outside of it. */
function tagFaults(tags: readonly Tag[]): readonly FileFault[] {
  const faults: FileFault[] = [];
  const open: Tag[] = [];
  for (const tag of tags) {
    const { name, rawText: about, disposition } = tag;
    if (disposition === "Close") {
      if (open.pop() === undefined) faults.push({ what: "stray-end", about });
      continue;
    }
    const isInList = open.some((list) => docxFields[list.name]?.includes(name));
    if (docxFields[name] === undefined && !isInList) faults.push({ what: "unknown-field", about });
    if (disposition === "Open") open.push(tag);
    else if ((docxFields[name]?.length ?? 0) > 0) faults.push({ what: "open-list", about });
  }
  return [...faults, ...open.map(({ rawText: about }): FileFault => ({ what: "open-list", about }))];
}

function faultOf(error: unknown): FileFault {
  if (error instanceof MissingCloseDelimiterError)
    return { what: "open-field", about: error.openDelimiterText };
  if (error instanceof MissingStartDelimiterError)
    return { what: "stray-brace", about: error.closeDelimiterText };
  if (error instanceof UnclosedTagError) return { what: "open-list", about: error.tagRawText };
  if (error instanceof UnopenedTagError) return { what: "stray-end", about: error.tagRawText };
  return { what: "malformed" };
}
