/** The database holds a word this program does not know: an older or newer version wrote it. */
export class UnknownWord extends Error {
  override readonly name = "UnknownWord";

  constructor(place: string, word: string) {
    super(`${place} holds a word that is not of its vocabulary: ${word}`);
  }
}

/**
 * A word read from the database, checked against the words it may be. `place` is its table and column. Throws
 * `UnknownWord`. A cast would accept it, and fail later where a text is looked up by it. Only for columns with our
 * own words, never a person's: the error contains the word.
 */
export function wordOf<Word extends string>(vocabulary: readonly Word[], word: string, place: string): Word {
  const known = vocabulary.find((one) => one === word);
  if (known === undefined) throw new UnknownWord(place, word);
  return known;
}
