import { type ZipEntry, zipped } from "../../src/documents/own/zip.js";

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const relations = "http://schemas.openxmlformats.org/package/2006/relationships";

/** A document of Word with these paragraphs. Parts given by name take the place of its own, or stand beside them. */
export function docxOf(
  paragraphs: readonly string[],
  parts: Readonly<Record<string, string | Buffer>> = {},
): Buffer {
  const body = paragraphs
    .map((text) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`)
    .join("");
  const all: Record<string, string | Buffer> = {
    "[Content_Types].xml":
      `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ' +
      'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    "_rels/.rels":
      `${head}<Relationships xmlns="${relations}"><Relationship Id="rId1" Target="word/document.xml" ` +
      'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>',
    "word/document.xml": `${head}<w:document ${word}><w:body>${body}</w:body></w:document>`,
    ...parts,
  };
  return zipped(
    Object.entries(all).map(([name, content]): ZipEntry => ({ name, bytes: Buffer.from(content) })),
  );
}

/** Relationships of a document: type, target, and whether it lies outside of it. */
export function relationsOf(
  links: readonly (readonly [type: string, target: string, mode?: string])[],
): string {
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const rows = links.map(
    ([type, target, mode = "External"], n) =>
      `<Relationship Id="r${n}" Type="${office}/${type}" Target="${target}" TargetMode="${mode}"/>`,
  );
  return `${head}<Relationships xmlns="${relations}">${rows.join("")}</Relationships>`;
}
