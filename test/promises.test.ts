/** docs/promises.md: what people are promised, and the tests that keep it, which are there. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createTexts } from "../src/texts.js";

/** A row: what is said, and the test that keeps it or who answers for it. */
type Row = { readonly said: string; readonly by: string };

const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

const table = readFileSync("docs/promises.md", "utf8");
const [, noticeTable = "", clientTable = "", guideTable = ""] = table.split(/^## .*$/m);

function rowsOf(part: string): readonly Row[] {
  return [...part.matchAll(/^\| (.+) \| (.+) \|$/gm)]
    .map(([, said = "", by = ""]) => ({ said, by }))
    .filter(({ by }) => !["Kept by", "Answers for it"].includes(by));
}

const texts = createTexts("locales");
const notice = [
  texts.t("id", "consent-notice", { organization: "LKS" }),
  texts.t("id", "consent-more", { organization: "LKS" }),
  texts.t("id", "privacy-stranger", { account: "1" }),
  texts.t("id", "withdraw-sure"),
]
  .join("\n")
  .replace(/<b>.*?<\/b>/g, "\n");
const information = readFileSync("locales/id/chat/case/clientInformation.ftl", "utf8");
const client = [...information.matchAll(/^client-information-(?:person|group|keep)-\S+ = (.+)$/gm)]
  .map(([, text]) => text)
  .join("\n");
const guide = readFileSync("docs/panduan.md", "utf8");

/** The sentences of a notice, without its headings. */
function sentencesOf(text: string): readonly string[] {
  return text
    .split(/\n|(?<=[.;]) /)
    .map((sentence) => oneLine(sentence.replace(/^• /, "")))
    .filter((sentence) => /\p{Letter}.* /u.test(sentence) && !sentence.startsWith("("));
}

/** The paragraphs, points and tables of the guide; without headings, contents and pictures. */
const paragraphs = guide
  .split(/\n\s*\n|\n(?=- |\d+\. )/)
  .map(oneLine)
  .filter((text) => !/^(#|<img|!\[|- \[)/.test(text) && text !== "");

/** Whether a file has a test, or a group of tests, that is called so in its source. */
function isKept({ by }: Row): boolean {
  const [file = "", title = ""] = by.split(" › ");
  const path = join("test", file);
  return existsSync(path) && readFileSync(path, "utf8").includes(`"${title}",`);
}

const meets = ({ said }: Row, text: string) => text.includes(said) || said.includes(text);

describe.each([
  ["the privacy notice", noticeTable, oneLine(notice), sentencesOf(notice)],
  ["the information for the client", clientTable, oneLine(client), sentencesOf(client)],
  ["the guide", guideTable, oneLine(guide), paragraphs],
] as const)("%s", (_, part, whole, pieces) => {
  const rows = rowsOf(part);

  test("says what its table says", () => {
    expect(rows.filter(({ said }) => !whole.includes(said)).map(({ said }) => said)).toEqual([]);
  });

  test("has each promise kept by a test that is there", () => {
    const kept = rows.filter(({ by }) => by.includes(" › "));
    expect(kept.filter((row) => !isKept(row))).toEqual([]);
    expect(kept.length).toBeGreaterThan(15);
  });

  test("says nothing that its table leaves out", () => {
    expect(pieces.length).toBeGreaterThan(30);
    expect(pieces.filter((piece) => !rows.some((row) => meets(row, piece)))).toEqual([]);
  });
});
