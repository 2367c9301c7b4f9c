/** A word stands in the database that the program does not know: an older or a newer build wrote it. */
export class UnknownWord extends Error {
  override readonly name = "UnknownWord";

  constructor(place: string, word: string) {
    super(`${place} holds a word that is not of its vocabulary: ${word}`);
  }
}

/**
 * A word read from the database as one of the words it may be. `place` is its table and column. Throws
 * `UnknownWord`; a cast would let it pass, and fail where a text is looked for under it. Only for columns that hold
 * our own words, never a person's: the error shows it.
 */
export function wordOf<Word extends string>(vocabulary: readonly Word[], word: string, place: string): Word {
  const known = vocabulary.find((one) => one === word);
  if (known === undefined) throw new UnknownWord(place, word);
  return known;
}
