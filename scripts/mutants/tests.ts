import { resolve } from "node:path";
import { createVitest, type TestModule } from "vitest/node";

/** The tests of the folder this process stands in, as often as wanted. */
export type Tests = {
  /**
   * Runs the tests of files until one fails, and names it; `undefined` where all is well. Of the tests only those whose
   * names hold the words of `named`. @throws where there is no such test
   */
  readonly failing: (files: readonly string[], named?: string) => Promise<string | undefined>;
  /** A file was written: what was known of it is forgotten. */
  readonly changed: (file: string) => void;
  readonly close: () => Promise<void>;
};

/** Milliseconds after which tests that do not end count as having noticed. */
const longest = 5 * 60_000;

/**
 * One Vitest for all runs, with the database of test/support/database.ts. The file that is run first shows that
 * without a fault nothing fails, and has the database made before there is a fault.
 */
export async function openTests(first = "test/records/schema.test.ts"): Promise<Tests> {
  let failed: string | undefined;
  let ran = 0;
  const stop = (what: string) => {
    failed ??= what;
    void vitest.cancelCurrentRun("test-failure");
  };
  const vitest = await createVitest("test", {
    watch: false,
    reporters: [
      {
        onTestCaseResult(test) {
          const { state } = test.result();
          if (state !== "skipped") ran += 1;
          if (state === "failed") stop(`${test.module.relativeModuleId} > ${test.fullName}`);
        },
        onTestModuleEnd(module) {
          const [error] = errorsOf(module);
          if (error !== undefined) stop(`${module.relativeModuleId}: ${error}`);
        },
      },
    ],
  });

  async function failing(files: readonly string[], named?: string): Promise<string | undefined> {
    failed = undefined;
    ran = 0;
    if (named === undefined) vitest.resetGlobalTestNamePattern();
    else vitest.setGlobalTestNamePattern(named.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    const wanted = await vitest.globTestSpecifications([...files]);
    if (wanted.length === 0) throw new Error(`no test in ${files.join(", ")}`);
    const late = setTimeout(() => stop("tests that do not end"), longest);
    const { unhandledErrors } = await vitest.runTestSpecifications(wanted);
    clearTimeout(late);
    if (failed === undefined && ran === 0) throw new Error(`no test “${named}” in ${files.join(", ")}`);
    return failed ?? (unhandledErrors.length > 0 ? "an error nobody handled" : undefined);
  }

  const before = await failing([first]);
  if (before !== undefined) {
    await vitest.close();
    throw new Error(`fails without a fault: ${before}`);
  }
  return {
    failing,
    changed: (file) => vitest.invalidateFile(resolve(file)),
    close: () => vitest.close(),
  };
}

/** What failed outside of a test: the import of the file, or a hook around its tests. */
function errorsOf(module: TestModule): string[] {
  const suites = [...module.children.allSuites()];
  return [module, ...suites].flatMap((one) => one.errors()).map(({ message }) => message);
}
