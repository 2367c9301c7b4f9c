/** What can be wrong with the files of the guidance, each named by a stable code and its place. */

/** Stable names of faults. The sentence each stands for is made where it is found. */
export const faultCodes = {
  GUIDE_001: "no front matter",
  GUIDE_002: "front matter is not YAML",
  GUIDE_003: "a field is missing or wrong",
  GUIDE_004: "a question has no style",
  GUIDE_005: "too few questions",
  GUIDE_006: "a section of the body is missing",
  GUIDE_007: "a related topic does not exist",
  GUIDE_008: "topic and file name differ",
  GUIDE_009: "a topic exists twice",
  GUIDE_010: "the locales differ",
  GUIDE_011: "a folder or file cannot be read",
  GUIDE_012: "a question is asked twice",
  GUIDE_013: "the words of danger are not of their shape",
  GUIDE_014: "a section of the body is unknown",
  GUIDE_015: "the short answer is too long",
} as const;

/** The code of a fault. */
export type FaultCode = keyof typeof faultCodes;

/** One thing that is wrong with a file of the guidance, and where. */
export type GuidanceFault = {
  readonly code: FaultCode;
  /** As the loader was given it, joined with the path below it. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly message: string;
};

/** Files of the guidance are wrong. The message has one line for each fault: file, line, code, what is wrong. */
export class GuidanceError extends Error {
  override readonly name = "GuidanceError";
  readonly faults: readonly GuidanceFault[];

  constructor(faults: readonly GuidanceFault[]) {
    super(faults.map(({ file, line, code, message }) => `${file}:${line} ${code} ${message}`).join("\n"));
    this.faults = faults;
  }
}
