import { readFile } from "node:fs/promises";
import { z } from "zod";

/** A fault to be planted: `old` stands once in `file`, and is replaced by `new`. */
const faultSchema = z.strictObject({
  file: z.string(),
  /** What is wrong then, in a few words. */
  says: z.string(),
  old: z.string().min(1),
  new: z.string(),
  /** Test files, at least one of which must fail. */
  tests: z.array(z.string()).min(1),
  /** Words of the name of the one test that must; where absent, any of the files' tests may. */
  named: z.string().min(1).optional(),
});

/** A fault to be planted. */
export type Mutant = z.infer<typeof faultSchema>;

/** A change that looks like a fault and is none: why nothing could notice it. It is not planted. */
const equivalentSchema = faultSchema
  .omit({ tests: true, named: true })
  .extend({ equivalent: z.string().min(1) });

/** The faults to be planted that a file lists. */
export async function mutantsOf(path: string): Promise<Mutant[]> {
  const all = z
    .array(z.union([faultSchema, equivalentSchema]))
    .parse(JSON.parse(await readFile(path, "utf8")));
  return all.filter((one): one is Mutant => "tests" in one);
}

/** Where a fault is planted. */
export type Place = Pick<Mutant, "file" | "old" | "new">;

/** The text of a file with the fault in it. @throws where `old` does not stand there exactly once. */
export function planted({ file, old, new: replacement }: Place, original: string): string {
  const count = original.split(old).length - 1;
  if (count !== 1)
    throw new Error(
      `${file}: what a fault takes the place of is found ${count} times; write ${JSON.stringify(old)} anew`,
    );
  return original.replace(old, () => replacement);
}
