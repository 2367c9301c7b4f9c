import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** Who a guide is written for: the roles of members. */
export type GuideReader = "worker" | "supervisor" | "admin";

/** The guide of a role in a language (`id`, `en`), as PDF. */
export type Guides = (language: string, reader: GuideReader) => Promise<Uint8Array>;

/** The guides that the build has set out of the pages of docs (scripts/guides.mjs). */
export const builtGuides: Guides = (language, reader) =>
  readFile(fileURLToPath(new URL(`../guides/${language}-${reader}.pdf`, import.meta.url)));
