/**
 * The guides of the chat: the pages of docs/panduan and docs/guide, set by what sets every paper. So the chat never
 * says anything else than the pages do.
 */
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { marked } from "marked";

const { resolve } = createRequire(import.meta.url);
const docs = fileURLToPath(new URL("../docs", import.meta.url));

/** The page of each role, and the one for everybody, which ends the guide of every role. */
export const pagesOf = {
  id: {
    worker: "panduan/pekerja.md",
    supervisor: "panduan/supervisor.md",
    admin: "panduan/admin.md",
    everyone: "panduan/semua.md",
  },
  en: {
    worker: "guide/worker.md",
    supervisor: "guide/supervisor.md",
    admin: "guide/admin.md",
    everyone: "guide/everyone.md",
  },
};

/** The symbols on buttons, which the fonts of papers do not all have. */
const emoji = "@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf";

/**
 * What sets a guide: its language and role in, the PDF out. `engine` are the exports of src/documents/typesetting and
 * src/documents/typesetter, of a build or from the source.
 * @throws {Error} for a mark of Markdown that no page has used so far, and for a sign that no font has
 */
export function guideSetter({ typesettingOf, fontFiles, shippedTemplates }) {
  const fonts = [...fontFiles, emoji].map((file) => readFileSync(resolve(file)));
  const { pdf } = typesettingOf({ fonts, templates: shippedTemplates() });
  return (language, role) => {
    const page = pagesOf[language][role];
    const { pdf: bytes, accessible } = pdf({
      template: "guide.typ",
      ...guideOf(language, [page, pagesOf[language].everyone]),
    });
    if (!accessible) throw new Error(`docs/${page} holds a sign that no font has`);
    return bytes;
  };
}

/** Writes `<folder>/<language>-<role>.pdf` for every language and role. */
export function buildGuides(folder, engine) {
  const set = guideSetter(engine);
  mkdirSync(folder, { recursive: true });
  for (const [language, { everyone: _, ...roles }] of Object.entries(pagesOf)) {
    for (const role of Object.keys(roles)) {
      writeFileSync(join(folder, `${language}-${role}.pdf`), set(language, role));
    }
  }
}

/** What the template reads, the pictures it shows, and when the newest of the pages was changed. */
function guideOf(language, pages) {
  const files = {};
  const read = pages.map((page) => {
    const tokens = marked.lexer(readFileSync(join(docs, page), "utf8"));
    return tokens.flatMap((token) => blocksOf(token, join(docs, dirname(page)), files));
  });
  const [first] = read;
  const title = first
    .find(({ kind }) => kind === "heading")
    .words.map(({ text }) => text)
    .join("");
  return {
    data: JSON.stringify({ language, title, pages: read }),
    files,
    at: new Date(Math.max(...pages.map((page) => statSync(join(docs, page)).mtimeMs))),
  };
}

function blocksOf(token, folder, files) {
  switch (token.type) {
    case "space":
      return [];
    case "heading":
      return [{ kind: "heading", level: token.depth, words: wordsOf(token.tokens) }];
    case "paragraph": {
      const [only, ...more] = token.tokens;
      if (only.type !== "image" || more.length > 0) return [{ kind: "text", words: wordsOf(token.tokens) }];
      const file = basename(only.href);
      files[file] = readFileSync(join(folder, only.href));
      return [{ kind: "picture", file, words: only.text }];
    }
    case "list": {
      const items = token.items.map((item) => wordsOf(item.tokens.flatMap(({ tokens }) => tokens)));
      return [{ kind: token.ordered ? "steps" : "list", items }];
    }
    case "table":
      return [
        {
          kind: "table",
          head: token.header.map((cell) => wordsOf(cell.tokens)),
          rows: token.rows.map((row) => row.map((cell) => ({ words: wordsOf(cell.tokens) }))),
        },
      ];
    default:
      throw new Error(`a guide has no ${token.type}: ${token.raw}`);
  }
}

/** Bold words are names of buttons; a link is its words, since what it leads to is not in the chat. */
function wordsOf(tokens) {
  return tokens.flatMap((token) => {
    const text = (token.text ?? "").replace(/\s+/g, " ");
    switch (token.type) {
      case "text":
      case "escape":
        return [{ kind: "text", text }];
      case "strong":
        return [{ kind: "button", text }];
      case "codespan":
        return [{ kind: "code", text }];
      case "em":
        return [{ kind: "emphasis", text }];
      case "link":
        return wordsOf(token.tokens);
      default:
        throw new Error(`a sentence of a guide has no ${token.type}: ${token.raw}`);
    }
  });
}
