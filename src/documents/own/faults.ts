/** What is wrong with a file an institution sent. Words: `design-fault-<what>`. */
export const faultKinds = [
  // Any file.
  "not-text",
  "time",
  "memory",
  "pages",
  "large",
  // A template for Typst.
  "import",
  "word",
  "compiler",
  // A template for Word.
  "not-docx",
  "macros",
  "outside",
  "embedded",
  "entity",
  "field-code",
  "unknown-field",
  "open-field",
  "stray-brace",
  "open-list",
  "stray-end",
  "malformed",
  // A logo.
  "not-picture",
  "too-many-pixels",
] as const;

/** One of these. */
export type FaultKind = (typeof faultKinds)[number];

/** A fault of a file: what it is, where (the first line is 1), and the word or the message it is about. */
export type FileFault = {
  readonly what: FaultKind;
  readonly line?: number | undefined;
  readonly about?: string | undefined;
};

/** A file of an institution that is not taken, or a template that cannot set these data. */
export class FaultyFile extends Error {
  override readonly name = "FaultyFile";
  readonly faults: readonly FileFault[];

  /** The message holds no word of the file or of the data. */
  constructor(faults: readonly FileFault[]) {
    super(faults.map(({ what, line }) => (line === undefined ? what : `${what} (line ${line})`)).join(", "));
    this.faults = faults;
  }
}
