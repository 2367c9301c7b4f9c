/**
 * The words of a document of Word: headings as in Markdown, lists with the marks Word gives them ("Pasal 3", "a."), tables
 * row by row, footnotes at the end. Nothing in it is run or fetched.
 *
 * Read by hand: mammoth 1.11 (10 packages) inflates without a limit and has no marks of lists, and an article of a
 * regulation is often such a mark.
 */
import { xml } from "easy-template-x";
import { FaultyFile } from "../own/faults.js";
import { unzipped } from "../own/zip.js";
import { listMarks } from "./docxLists.js";
import { childOf, childrenOf, elementsOf, valOf, type XmlNode } from "./docxXml.js";
import type { FileText } from "./fileText.js";

/** The parts that hold words, or say what they are. */
const parts = /^(\[Content_Types\]\.xml|word\/(document\d*|styles|numbering|footnotes)\.xml)$/;
const mainType = /wordprocessingml\.document\.main\+xml|ms-word\.document\.macroEnabled\.main\+xml/;
/** Files of a document with many pictures. */
const mostEntries = 5_000;
/** What Markdown calls the deepest heading. */
const deepest = 6;

/** Reads a document. Never throws for a bad one. */
export function docxText(docx: Buffer): FileText {
  try {
    const files = new Map(
      unzipped(docx, { wanted: (name) => parts.test(name), entries: mostEntries }).map(({ name, bytes }) => [
        name,
        bytes,
      ]),
    );
    const types = files.get("[Content_Types].xml")?.toString("utf8");
    if (types === undefined || !mainType.test(types)) return { kind: "refused", reason: "type" };
    const main = [...files.keys()].find((name) => name.startsWith("word/document"));
    if (main === undefined) return { kind: "refused", reason: "unreadable" };
    const root = (name: string) => rootOf(files.get(name));
    const text = words(root(main), {
      styles: stylesOf(root("word/styles.xml")),
      numbering: root("word/numbering.xml"),
      notes: root("word/footnotes.xml"),
    });
    return { kind: "text", text, scanned: { read: 0, unread: [] } };
  } catch (error) {
    const isLarge = error instanceof FaultyFile && error.faults.some(({ what }) => what === "large");
    return { kind: "refused", reason: isLarge ? "large" : "unreadable" };
  }
}

/** The root of a part; undefined where the document has no such part. Throws where it declares entities or is no UTF-8. */
function rootOf(bytes: Buffer | undefined): XmlNode | undefined {
  if (bytes === undefined) return undefined;
  const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new FaultyFile([{ what: "entity" }]);
  return xml.parser.parse(text);
}

/** What a paragraph looks like: how deep a heading it is, from 1, and which list it belongs to. */
export type ParagraphStyle = {
  readonly level?: number | undefined;
  readonly list?: string | undefined;
  readonly depth?: number | undefined;
};

function stylesOf(root: XmlNode | undefined): (id: string | undefined) => ParagraphStyle {
  const styles = new Map(
    childrenOf(root, "w:style").map((style) => [style.attributes?.["w:styleId"] ?? "", style] as const),
  );
  const styleOf = (id: string | undefined, seen: readonly string[] = []): ParagraphStyle => {
    const style = styles.get(id ?? "");
    if (id === undefined || style === undefined || seen.includes(id)) return {};
    const base = styleOf(valOf(style, "w:basedOn"), [...seen, id]);
    const named = /^heading ([1-9])$/i.exec(valOf(style, "w:name") ?? "")?.[1];
    const own = styleIn(childOf(style, "w:pPr"));
    const level = own.level ?? (named === undefined ? undefined : Number(named)) ?? base.level;
    return { level, list: own.list ?? base.list, depth: own.depth ?? base.depth };
  };
  return (id) => styleOf(id);
}

/** What the properties of a paragraph, or of a style, say themselves. */
function styleIn(properties: XmlNode | undefined): ParagraphStyle {
  const outline = valOf(properties, "w:outlineLvl");
  const list = childOf(properties, "w:numPr");
  const depth = valOf(list, "w:ilvl");
  return {
    // The ninth says that it is body text.
    level: outline === undefined || Number(outline) >= 9 ? undefined : Number(outline) + 1,
    list: valOf(list, "w:numId"),
    depth: depth === undefined ? undefined : Number(depth),
  };
}

type Material = {
  readonly styles: (id: string | undefined) => ParagraphStyle;
  readonly numbering: XmlNode | undefined;
  readonly notes: XmlNode | undefined;
};

function words(root: XmlNode | undefined, { styles, numbering, notes }: Material): string {
  const mark = listMarks(numbering);
  const named = (paragraph: XmlNode): string => {
    const properties = childOf(paragraph, "w:pPr");
    const style = styles(valOf(properties, "w:pStyle"));
    const own = styleIn(properties);
    const list = own.list ?? style.list;
    const before = list === undefined ? "" : mark(list, own.depth ?? style.depth ?? 0);
    const text = textOf(paragraph).trim();
    const line = [before, text].filter((part) => part !== "").join(" ");
    const level = own.level ?? style.level;
    return level === undefined || text === ""
      ? line
      : `${"#".repeat(Math.min(level, deepest))} ${line.replaceAll("\n", " ")}`;
  };
  const block = (node: XmlNode): string[] => {
    if (node.nodeName === "w:p") return [named(node), ...boxesIn(node).flatMap(block)];
    if (node.nodeName !== "w:tbl") return elementsOf(node).flatMap(block);
    return rowsOf(node).map((row) =>
      cellsOf(row)
        .map((cell) => elementsOf(cell).flatMap(block).join("\n").replace(/^#+ /gm, "").trim())
        .filter((cell) => cell !== "")
        .join(" | "),
    );
  };
  const body = root === undefined ? [] : block(root);
  const footnotes = childrenOf(notes, "w:footnote").flatMap((note) => {
    const number = Number(note.attributes?.["w:id"]);
    const text = elementsOf(note).map(textOf).join("\n").trim();
    return number > 0 && text !== "" ? [`[${number}] ${text}`] : [];
  });
  return [...body, ...footnotes].join("\n\n").replace(/\n{3,}/g, "\n\n");
}

function rowsOf(node: XmlNode): XmlNode[] {
  return elementsOf(node).flatMap((child) => (child.nodeName === "w:tr" ? [child] : rowsIn(child)));
}

/** Rows and cells may stand in a field to fill in. */
function rowsIn(node: XmlNode): XmlNode[] {
  return node.nodeName === "w:sdt" || node.nodeName === "w:sdtContent" ? rowsOf(node) : [];
}

function cellsOf(node: XmlNode): XmlNode[] {
  return elementsOf(node).flatMap((child) => {
    if (child.nodeName === "w:tc") return [child];
    return child.nodeName === "w:sdt" || child.nodeName === "w:sdtContent" ? cellsOf(child) : [];
  });
}

/** The words of a paragraph. */
function textOf(node: XmlNode): string {
  switch (node.nodeName) {
    case "w:t":
      return (node.childNodes ?? []).map(({ textContent }) => textContent ?? "").join("");
    case "w:tab":
      return " ";
    case "w:br":
    case "w:cr":
      return "\n";
    case "w:noBreakHyphen":
      return "-";
    case "w:footnoteReference":
      return `[${node.attributes?.["w:id"] ?? ""}]`;
    // Properties, what was taken out, and what is shown where something newer is not.
    case "w:pPr":
    case "w:del":
    case "w:moveFrom":
    case "mc:Fallback":
    case "w:txbxContent":
      return "";
    default:
      return elementsOf(node).map(textOf).join("");
  }
}

/** Boxes of text that float beside a paragraph. */
function boxesIn(node: XmlNode): readonly XmlNode[] {
  if (node.nodeName === "w:txbxContent") return elementsOf(node);
  return node.nodeName === "mc:Fallback" ? [] : elementsOf(node).flatMap(boxesIn);
}
