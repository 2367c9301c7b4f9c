/** Reads pictures of pages by the program `tesseract`, where the operator has installed it. */
import { spawn } from "node:child_process";
import type { PagePicture } from "./pagePicture.js";

/** What a picture says; "" where nothing can be made out. */
export type PageReader = (picture: PagePicture) => Promise<string>;

/** The language it must know, and one that is read beside it. */
const languages = { needed: "ind", beside: "eng" } as const;
/** What it needs to know which way up a page is. */
const orientation = "osd";
/** How long (ms) a page may take: ten times what a full one does. */
const patience = 60_000;
/** A page whose words it is less sure of, on average of 100, is noise. */
const leastConfidence = 50;

/** The program, once it is found to know Indonesian. */
export async function tesseract(): Promise<PageReader | "absent" | "no-language"> {
  const told = await outputOf(["--list-langs"]);
  if (told === undefined) return "absent";
  const known = told.split(/\s+/);
  if (!known.includes(languages.needed)) return "no-language";
  const read = [languages.needed, ...(known.includes(languages.beside) ? [languages.beside] : [])];
  const way = known.includes(orientation) ? "1" : "3";
  return async ({ width, height, dpi, grey }) => {
    const args = ["stdin", "stdout", "-l", read.join("+"), "--psm", way, "--dpi", String(dpi), "tsv"];
    const table = await outputOf(args, Buffer.concat([Buffer.from(`P5 ${width} ${height} 255\n`), grey]));
    return linesOf(table ?? "");
  };
}

/** What it writes for an input. Undefined where it is not there, fails, or takes too long. */
function outputOf(args: readonly string[], input?: Buffer): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn("tesseract", args, {
      stdio: ["pipe", "pipe", "ignore"],
      timeout: patience,
      killSignal: "SIGKILL",
    });
    const written: Buffer[] = [];
    child.stdout.on("data", (bytes: Buffer) => written.push(bytes));
    child.once("error", () => resolve(undefined));
    child.once("close", (code) => resolve(code === 0 ? Buffer.concat(written).toString("utf8") : undefined));
    // One that ends before it has read everything says so by its code.
    child.stdin.on("error", () => {});
    child.stdin.end(input);
  });
}

/**
 * The lines of its table of words, paragraphs apart. Its columns: level, page, block, paragraph, line, word, left, top, width,
 * height, confidence, text.
 */
function linesOf(table: string): string {
  const paragraphs = new Map<string, Map<string, string[]>>();
  let sure = 0;
  let count = 0;
  for (const row of table.split("\n").slice(1)) {
    const [level, , block, paragraph, line, , , , , , confidence, word = ""] = row.split("\t");
    if (level !== "5" || word.trim() === "") continue;
    sure += Number(confidence);
    count += 1;
    const lines = paragraphs.get(`${block} ${paragraph}`) ?? new Map<string, string[]>();
    paragraphs.set(`${block} ${paragraph}`, lines);
    lines.set(line ?? "", [...(lines.get(line ?? "") ?? []), word]);
  }
  if (count === 0 || sure / count < leastConfidence) return "";
  return [...paragraphs.values()]
    .map((lines) => [...lines.values()].map((words) => words.join(" ")).join("\n"))
    .join("\n\n");
}
