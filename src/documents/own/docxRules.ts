/** What a document of Word that an institution sends may not hold. */
import { xml } from "easy-template-x";
import { FaultyFile, type FileFault } from "./faults.js";
import { unzipped, type ZipEntry } from "./zip.js";

const types = "[Content_Types].xml";
const mainType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

/** Files a plain document is made of: its parts, pictures and fonts. */
const plainFile = /\.(xml|rels|png|jpe?g|gif|bmp|emf|wmf|tiff?|odttf|ttf)$/i;

/** What carries code or another document. */
const macros = /macroEnabled|vbaProject|vbaData|activeX|ms-office\.(?:activeX|vba)/i;
const embedded =
  /\/(?:oleObject|package|aFChunk|control|subDocument|frame|attachedTemplate|vbaProject|externalLink)$/i;

/** Fields of Word that read files, start programs or fetch something when the document is opened. */
const readingField = /\b(DDE(?:AUTO)?|INCLUDE(?:PICTURE|TEXT)?|IMPORT|LINK|MACROBUTTON|DATABASE|RD)\b/i;

/** A link that a reader presses; nothing is fetched before. */
const pressedLink = /^(https?:|mailto:|tel:)/i;

/**
 * The files of a document, none of which runs code, fetches anything or holds another document.
 *
 * @throws {FaultyFile} that names every fault
 */
export function safeDocx(docx: Buffer): readonly ZipEntry[] {
  const entries = unzipped(docx);
  const content = entries.find(({ name }) => name === types)?.bytes.toString("utf8");
  if (content === undefined) throw new FaultyFile([{ what: "not-docx" }]);
  const faults: FileFault[] = [];
  if (macros.test(content) || entries.some(({ name }) => macros.test(name))) faults.push({ what: "macros" });
  else if (!content.includes(mainType)) faults.push({ what: "not-docx" });
  for (const { name, bytes } of entries) {
    if (!plainFile.test(name)) faults.push({ what: "embedded", about: name });
    else if (/\.(xml|rels)$/i.test(name)) faults.push(...faultsIn(name, bytes));
  }
  if (faults.length > 0) throw new FaultyFile(distinct(faults));
  return entries;
}

function faultsIn(name: string, bytes: Buffer): readonly FileFault[] {
  const text = textOf(bytes);
  if (text === undefined) return [{ what: "malformed", about: name }];
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return [{ what: "entity", about: name }];
  if (/\.rels$/i.test(name)) return linkFaults(name, text);
  const instructions = [
    ...text.matchAll(/<(?:[^\s<>/:]+:)?instrText\b[^>]*>([\s\S]*?)<\/(?:[^\s<>/:]+:)?instrText\s*>/g),
    ...text.matchAll(/[\s:]instr\s*=\s*["']([^"']*)/g),
  ].map(([, words = ""]) => words);
  // A field is spread over several elements as its writer likes, and no plain one hides its letters.
  const said = instructions.join("");
  const field = readingField.exec(said)?.[1] ?? /&#|<!|<\?/.exec(said)?.[0];
  return field === undefined ? [] : [{ what: "field-code", about: field }];
}

/** Undefined where it is not UTF-8: what cannot be read here could be read otherwise there. */
function textOf(bytes: Buffer): string | undefined {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const encoding = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([^"']+)/i.exec(text)?.[1];
    return text.includes("\0") || (encoding !== undefined && !/^(utf-?8|us-ascii)$/i.test(encoding))
      ? undefined
      : text;
  } catch {
    return undefined;
  }
}

function linkFaults(name: string, text: string): readonly FileFault[] {
  return attributesIn(text).flatMap(({ TargetMode, Type = "", Target = "" }): FileFault[] => {
    if (embedded.test(Type)) return [{ what: "embedded", about: Type.split("/").at(-1) }];
    if (TargetMode?.trim().toLowerCase() !== "external") return [];
    const isPressed = /\/hyperlink$/.test(Type) && pressedLink.test(Target.trim());
    return isPressed ? [] : [{ what: "outside", about: Type.split("/").at(-1) ?? name }];
  });
}

/** The attributes of every relationship, as XML means them. */
function attributesIn(text: string): readonly Readonly<Record<string, string>>[] {
  const root = xml.parser.parse(text);
  return (root.childNodes ?? []).flatMap((node) =>
    "attributes" in node && node.attributes !== undefined ? [node.attributes] : [],
  );
}

function distinct(faults: readonly FileFault[]): readonly FileFault[] {
  const seen = new Set<string>();
  return faults.filter(({ what, about }) => {
    const key = `${what} ${about ?? ""}`;
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}
