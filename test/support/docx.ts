import { docxWith } from "../../src/documents/own/starterDocx.js";

const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A document of Word with these paragraphs. Parts given by name take the place of its own, or stand beside them. */
export function docxOf(
  paragraphs: readonly string[],
  parts: Readonly<Record<string, string | Buffer>> = {},
): Buffer {
  const body = paragraphs
    .map((text) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`)
    .join("");
  return docxWith(`<w:document ${word}><w:body>${body}</w:body></w:document>`, parts);
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
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows.join("")}</Relationships>`;
}
