import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Guidance } from "../../guidance/guidance.js";
import { PassageIndex } from "../../guidance/passageIndex.js";
import { type Passage, passagesOf } from "../../guidance/passages.js";
import { actorOf } from "../../records/people/rights.js";
import type { Work } from "../../records/people/work.js";
import { documentVersions, textOfDocument } from "../../records/questions/library.js";

/** A passage found for a question, addressed so that a button can show it again. */
export type Quote = Passage & { readonly documentId: string; readonly at: number };

/** The documents of organisations, and those in a folder shared by this installation. */
export type DocumentLibrary = {
  /** Passages about a question, from the documents of the acting member's organisation. */
  readonly search: (work: Work, question: string) => Promise<readonly Quote[]>;
  /** The passage of a button; undefined where its document is gone or another version has come. */
  readonly quote: (work: Work, documentId: string, at: number) => Promise<Quote | undefined>;
};

/**
 * Passages with less than this share of the best score get no button. Whether there is any match at all is decided by
 * the index.
 */
const worthwhile = 0.4;
/** The most quotes shown with an answer. */
const mostQuotes = 3;
/** How long (ms) the folder is not looked at again. */
const folderRests = 1_000;

/**
 * Reads documents when they are first needed, and again when their version in the database or their file changed. So
 * a document added on one instance is quoted by all instances from the next question on.
 */
export function documentLibraryOf(guidance: Guidance, folder: string, clock: () => Date): DocumentLibrary {
  const byOrganization = new Map<string, Books>();
  const common = booksOf(guidance);
  let lookedAt = Number.NEGATIVE_INFINITY;

  async function refreshFolder(): Promise<void> {
    const now = clock().getTime();
    // A clock that was set back must not stop the looking.
    if (Math.abs(now - lookedAt) < folderRests) return;
    lookedAt = now;
    const stock = await inFolder(folder);
    await common.bring(stock, async (id) => {
      const name = stock.find((file) => file.id === id)?.name ?? "";
      return { name, text: await readFile(join(folder, name), "utf8") };
    });
  }

  async function booksFor(work: Work): Promise<Books> {
    const { organizationId } = actorOf(work);
    const books = byOrganization.get(organizationId) ?? booksOf(guidance);
    byOrganization.set(organizationId, books);
    const stock = await documentVersions(work);
    await books.bring(
      stock.map(({ id, version }) => ({ id, version: String(version) })),
      (id) => textOfDocument(work, id),
    );
    return books;
  }

  return {
    async search(work, question) {
      await refreshFolder();
      const own = await booksFor(work);
      const found = [...own.search(question), ...common.search(question)];
      return found
        .filter(({ score }) => score >= worthwhile)
        .sort((a, b) => b.score - a.score)
        .slice(0, mostQuotes)
        .map(({ quote }) => quote);
    },
    async quote(work, documentId, at) {
      await refreshFolder();
      const own = await booksFor(work);
      return own.quote(documentId, at) ?? common.quote(documentId, at);
    },
  };
}

type Stock = readonly { readonly id: string; readonly version: string }[];

type Books = {
  readonly bring: (
    stock: Stock,
    read: (id: string) => Promise<{ readonly name: string; readonly text: string } | undefined>,
  ) => Promise<void>;
  readonly search: (question: string) => { readonly quote: Quote; readonly score: number }[];
  readonly quote: (documentId: string, at: number) => Quote | undefined;
};

/** One set of documents with its index, updated to the current versions. */
function booksOf(guidance: Guidance): Books {
  const index = new PassageIndex(guidance);
  const held = new Map<string, { readonly version: string; readonly passages: readonly Passage[] }>();

  const drop = (id: string) => {
    const count = held.get(id)?.passages.length ?? 0;
    for (let at = 0; at < count; at += 1) index.remove(`${id}:${at}`);
    held.delete(id);
  };
  const quote = (documentId: string, at: number): Quote | undefined => {
    const passage = held.get(documentId)?.passages[at];
    return passage === undefined ? undefined : { ...passage, documentId, at };
  };

  return {
    async bring(stock, read) {
      const wanted = new Map(stock.map(({ id, version }) => [id, version]));
      for (const [id, { version }] of held) if (wanted.get(id) !== version) drop(id);
      for (const { id, version } of stock) {
        if (held.has(id)) continue;
        const words = await read(id);
        // Removed since the list was read: the next question sees that.
        if (words === undefined) continue;
        const { name, text } = words;
        const passages = passagesOf(text, name);
        for (const [at, passage] of passages.entries()) index.add(`${id}:${at}`, passage);
        held.set(id, { version, passages });
      }
    },
    search: (question) =>
      index.search(question, mostQuotes).flatMap(({ id, score }) => {
        const cut = id.lastIndexOf(":");
        const found = quote(id.slice(0, cut), Number(id.slice(cut + 1)));
        return found === undefined ? [] : [{ quote: found, score }];
      }),
    quote,
  };
}

/** Markdown and text in the folder; none where there is no folder. */
async function inFolder(folder: string) {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const stock: { id: string; version: string; name: string }[] = [];
  for (const name of names.filter((one) => /\.(md|txt)$/i.test(one)).sort()) {
    const { mtimeMs, size } = await stat(join(folder, name));
    stock.push({ id: fileId(name), version: `${mtimeMs} ${size}`, name });
  }
  return stock;
}

/** The id of a file for buttons: as long as the id of a document, and never equal to one. */
function fileId(name: string): string {
  return `0${createHash("sha256").update(name).digest("hex").slice(0, 15)}`;
}
