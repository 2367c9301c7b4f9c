import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Which texts the program speaks of, as its source tells. */
export type Usage = {
  /** The key, or a beginning of it that is completed at run time, stands in the source. */
  readonly isUsed: (key: string) => boolean;
  /** It is asked for as plain text: a button, the answer to a press. */
  readonly isPlain: (key: string) => boolean;
};

/**
 * Files whose keys the forms put together at run time, `<form>-<key>`, `choice-<set>-<choice>`, `reason-<reason>`:
 * the tests of the forms prove them complete. They are plain text; who sends them as HTML escapes them.
 */
const madeAtRunTime = /^(forms\/.*|choices|reasons)\.ftl$/;

/** Whether a source file may build keys at run time. */
export function isMadeAtRunTime(file: string): boolean {
  return madeAtRunTime.test(file);
}

const literal = /["'`]([a-z][\w-]*(?:\.[\w-]+)?)["'`]/g;
const beginning = /`([a-z][\w-]*-)\$\{/g;
/** A call for plain text, up to the end of its line: both branches of a `?:` count. */
const plainCall = /\bplain\(([^\n]*)/g;

/** Reads every source file below `dir` but what is generated. */
export function readUsage(dir: string): Usage {
  const literals = new Set<string>();
  const beginnings = new Set<string>();
  const plainLiterals = new Set<string>();
  const plainBeginnings = new Set<string>();
  for (const file of readdirSync(dir, { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith(".ts") || file.startsWith("generated")) continue;
    const source = readFileSync(join(dir, file), "utf8");
    collect(source, literal, literals);
    collect(source, beginning, beginnings);
    for (const [, call = ""] of source.matchAll(plainCall)) {
      collect(call, literal, plainLiterals);
      collect(call, beginning, plainBeginnings);
    }
  }
  const startsWithAny = (key: string, starts: ReadonlySet<string>) =>
    [...starts].some((start) => key.startsWith(start));
  return {
    isUsed: (key) => literals.has(key) || startsWithAny(key, beginnings),
    isPlain: (key) =>
      key.startsWith("button-") || plainLiterals.has(key) || startsWithAny(key, plainBeginnings),
  };
}

function collect(source: string, pattern: RegExp, into: Set<string>): void {
  for (const [, found] of source.matchAll(pattern)) if (found !== undefined) into.add(found);
}
