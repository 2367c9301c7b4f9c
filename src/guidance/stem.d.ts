declare module "@nlpjs/lang-id/src/indonesian-stemmer.js" {
  /** Snowball's Indonesian stemmer, the one PostgreSQL has too. */
  class IndonesianStemmer {
    stemWord(word: string): string;
  }
  export default IndonesianStemmer;
}
