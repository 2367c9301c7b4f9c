import { readFile } from "node:fs/promises";
import { z } from "zod";

/** A fault to be planted: `old` stands once in `file`, and is replaced by `new`. */
const mutantSchema = z.strictObject({
  file: z.string(),
  /** What is wrong then, in a few words. */
  says: z.string(),
  old: z.string().min(1),
  new: z.string(),
  /** Test files, at least one of which must fail. */
  tests: z.array(z.string()).min(1),
});
export type Mutant = z.infer<typeof mutantSchema>;

/** The list of a file of mutants. */
export async function mutantsOf(path: string): Promise<Mutant[]> {
  return z.array(mutantSchema).parse(JSON.parse(await readFile(path, "utf8")));
}

/** The text of a mutant's file with the fault in it. @throws where `old` does not stand there exactly once. */
export function planted({ file, old, new: replacement, says }: Mutant, original: string): string {
  const count = original.split(old).length - 1;
  if (count !== 1) throw new Error(`${file}: "${says}" is found ${count} times; write its old text anew`);
  return original.replace(old, () => replacement);
}
