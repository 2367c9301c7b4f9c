/** What the compiler says against a template: of which file, in its own words, and where (the first line is 1). */
export type CompilerFault = {
  readonly file: string;
  readonly message: string;
  readonly line: number | undefined;
};

/** A template that cannot be set. The message says where, in words of the compiler. */
export class TypesetError extends Error {
  override readonly name = "TypesetError";
  readonly faults: readonly CompilerFault[];

  constructor(message: string, faults: readonly CompilerFault[] = []) {
    super(message);
    this.faults = faults;
  }
}
