/** Faults that scans of laws have in many places, and how each is mended. What occurs once stands in `mends.yaml`. */

/** A fault of scans: what is found, what it becomes, and why that is what the law says. */
export type Rule = { readonly from: RegExp; readonly to: string; readonly why: string };

/** In the order in which they are applied. */
export const rules: readonly Rule[] = [
  { from: /\^/g, to: "", why: "the scan marks a letter it is not sure of" },
  { from: /[\u00a0\t]/g, to: " ", why: "kinds of blanks" },
  { from: /­/g, to: "", why: "soft hyphens" },
  { from: /_/g, to: "", why: "the marks of slanted letters" },
  { from: /\( (?=\p{L})/gu, to: "(", why: "a blank inside a bracket" },
  { from: /(?<=\p{L}) \)/gu, to: ")", why: "a blank inside a bracket" },
  {
    from: /\s*www\.\S+(\s+\d{4}, No\.\s?\d+\s+\d+|\s+\d+\s+\d{4}, No\.\s?\d+)?/g,
    to: " ",
    why: "foot and head of a page",
  },
  { from: /\d{4}, No\.\s?\d+ (\d+ )?/g, to: " ", why: "head of a page of the state gazette" },
  {
    from: /\s*\b(?:[PFtT]R|tr)?R?ES\s?[IDtl]{1,4}E?N\s+REPUBL?[IU][KT]\s+[INlT]{1,2}[DON]{1,2}NESIA\b\.?(?!,)/g,
    to: " ",
    why: "head of a page",
  },
  { from: /\s+[-_] ?\d{1,3} ?[-_](?=\s|$)/g, to: " ", why: "number of a page" },
  { from: /\bdan\s?[/lfI]\s?atau\b/g, to: "dan/atau", why: "a slash read as a letter" },
  { from: /([Aa]yat)\s?\(\s?[lI]\s?\)/g, to: "$1 (1)", why: "the digit 1 read as a letter" },
  { from: /([Aa]yat)\s?[({lI]?(\d)[lI1](?=\s|[a-z,.;])/g, to: "$1 ($2)", why: "a closing bracket read as 1" },
  { from: /ayat\s?\((\d{1,2})\)(?=[a-z])/g, to: "ayat ($1) ", why: "a lost blank" },
  { from: /([Aa]yat)\s?\(a\)/g, to: "$1 (4)", why: "the digit 4 read as a letter" },
  { from: /(?<=\n|[.;:] )\(\s?[lI]\s?\)(?= )/g, to: "(1)", why: "the digit 1 read as a letter" },
  { from: /(?<=\n|[.;:] )\(a\)(?= [A-Z])/g, to: "(4)", why: "the digit 4 read as a letter" },
  { from: /(?<=\n|[.;:] )[({lI]?(\d)[lI1](?= [A-Z])/g, to: "($1)", why: "a closing bracket read as 1" },
  { from: /(\p{L})- (?=\p{Ll}|Undang)/gu, to: "$1-", why: "a word broken at the end of a line" },
  {
    from: /((?:\(\d+[a-z]?\)|\b[a-z]\.|\b\d+\.)\s+\p{L}+)[\s.,…]*\s\1(?=[\s.,])/gu,
    to: "$1",
    why: "the first words of a page stand at the foot of the page before it as well",
  },
  {
    from: /((?:Pasal|BAB|Ayat|Bagian|Paragraf) (?:\(\d+\)|[\dA-Z]+|Ke\p{Ll}+))[\s.…]*\s\1(?=\s)/gu,
    to: "$1",
    why: "the same, of a heading",
  },
  {
    from: /[ \n]+\p{L}+(?: \(\d\)| \d+)? ?(?:…|\.{2,3})+(?=\s|$)/gu,
    to: "",
    why: "the first word of the next page at the foot of a page",
  },
  { from: / \.(?= \p{Ll}{2})/gu, to: "", why: "a speck read as a full stop inside a sentence" },
  { from: /([;:.,]) ?['.](?=\s)/g, to: "$1", why: "a speck beside a mark" },
  { from: /\n['.](?=\s)/g, to: "", why: "a speck at the beginning of a line" },
  { from: / {2,}/g, to: " ", why: "blanks" },
  { from: / +\n/g, to: "\n", why: "blanks at the end of a line" },
  { from: / +([,;:.])(?=\s|$)/g, to: "$1", why: "a blank before a mark" },
];

/** The text of a scan after all rules. */
export function mendedByRules(text: string): string {
  let mended = text.replace(/\r\n?/g, "\n");
  for (const { from, to } of rules) mended = mended.replace(from, to);
  return mended;
}
