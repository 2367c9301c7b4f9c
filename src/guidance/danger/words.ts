/** A message as the rules read it: proper words with their classes, in sentences and clauses. */
import type { Lexicon } from "./lexicon.js";

/** A word, or a phrase read as one. */
export type Word = {
  readonly text: string;
  readonly classes: readonly string[];
  /** Ends in the writer's `-ku`. */
  readonly mine: boolean;
  /** Number of the sentence and of the clause (between commas), from 0 through the message. */
  readonly sentence: number;
  readonly clause: number;
};

/** Whether a word is of one of the classes. */
export function has(word: Word | undefined, ...names: readonly string[]): boolean {
  return word?.classes.some((name) => names.includes(name)) === true;
}

type Piece = { readonly text: string; readonly sentence: number; readonly clause: number };

/** Reads the words of a message. Time and memory grow with its length and no faster. */
export function readWords(lexicon: Lexicon, message: string): Word[] {
  const pieces = piecesOf(lexicon, message);
  const words: Word[] = [];
  for (let at = 0; at < pieces.length; ) {
    const piece = pieces[at];
    if (piece === undefined) break;
    const [length, classes] = phraseAt(lexicon, pieces, at) ?? [0, []];
    if (length > 0) {
      const text = pieces
        .slice(at, at + length)
        .map((one) => one.text)
        .join("_");
      words.push({ ...piece, text, classes, mine: false });
      at += length;
      continue;
    }
    words.push({ ...piece, ...lexicon.meaning(piece.text) });
    at += 1;
  }
  return words;
}

function phraseAt(
  lexicon: Lexicon,
  pieces: readonly Piece[],
  at: number,
): [number, readonly string[]] | undefined {
  const first = pieces[at];
  for (let length = Math.min(lexicon.longestPhrase, pieces.length - at); length > 1; length -= 1) {
    if (pieces[at + length - 1]?.clause !== first?.clause) continue;
    const key = pieces
      .slice(at, at + length)
      .map((piece) => piece.text)
      .join("_");
    const classes = lexicon.phrase(key);
    if (classes !== undefined) return [length, classes];
  }
  return undefined;
}

/** Lower-case words without marks and repeated letters, small words proper, particles out, `d pukul` joined. */
function piecesOf(lexicon: Lexicon, message: string): Piece[] {
  const plain = message
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\p{Mark}\p{Format}'’`]/gu, "")
    .replace(/([a-z])\1{2,}/g, "$1")
    .replace(/([a-z]{3,})2\b/g, "$1")
    .replace(/(\d)[.,:](?=\d)/g, "$1");
  const pieces: Piece[] = [];
  let sentence = 0;
  let clause = 0;
  for (const [part] of plain.matchAll(/[a-z0-9]+|[.!?;\n]+|[,:()"“”]+/g)) {
    if (/^[.!?;\n]/.test(part)) {
      sentence += 1;
      clause += 1;
    } else if (/^[,:()"“”]/.test(part)) clause += 1;
    else push(lexicon, pieces, { text: part, sentence, clause });
  }
  return pieces;
}

/** `di rs` is a place, `di pkul` a verb. */
const shortestJoined = 5;

function push(lexicon: Lexicon, pieces: Piece[], piece: Piece): void {
  const before = pieces.at(-1);
  const text = lexicon.proper(piece.text);
  if (before?.text === "di" && before.clause === piece.clause) {
    const joined = `di${piece.text}`;
    if (
      joined.length > shortestJoined &&
      lexicon.meaning(joined).classes.some((name) => name.endsWith(".p"))
    ) {
      pieces[pieces.length - 1] = { ...piece, text: joined };
      return;
    }
  }
  if (lexicon.isFiller(text) || (before?.text === text && before.sentence === piece.sentence)) return;
  pieces.push({ ...piece, text });
}
