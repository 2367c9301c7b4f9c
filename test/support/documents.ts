import type { KeptDocument } from "../../src/records/questions/documentReading.js";

/** A document of one passage, as it is kept: what it says, and what it is found by, is whatever its reader wrote. */
export const aDocument: KeptDocument = {
  segments: [{ words: "[]", terms: Buffer.from("terms") }],
  contents: "[]",
  passages: 1,
  pages: null,
  scannedPages: 0,
  readAs: "tests",
};
