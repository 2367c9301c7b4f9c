/** What an institution's own template for Typst may not say, found before it is compiled. */
import type { FileFault } from "./faults.js";

/**
 * Words by which a template would come to code or to files. `plugin` runs WebAssembly; `eval` and `std` lead to it in
 * other words; `include` and `import` read files, and packages from the network. They are refused wherever they stand,
 * also in prose: where code ends and prose begins, only the compiler knows.
 */
const forbidden = /(?<![\p{L}\p{M}_])(?:plugin|eval|std|include|import)(?![\p{L}\p{M}_])/gu;
const layoutImport = /^import\s*"\/layout\.typ"/;

/** The faults of a template by its words; empty for one that may be compiled. */
export function typstFaults(source: string): readonly FileFault[] {
  const faults: FileFault[] = [];
  for (const { 0: word, index } of source.matchAll(forbidden)) {
    const line = lineAt(source, index);
    if (word !== "import") faults.push({ what: "word", line, about: word });
    else if (!layoutImport.test(source.slice(index))) faults.push({ what: "import", line });
  }
  return faults;
}

function lineAt(source: string, index: number): number {
  return source.slice(0, index).split("\n").length;
}
