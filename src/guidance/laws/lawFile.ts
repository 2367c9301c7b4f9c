/** The laws as they ship: one JSON file each in `locales/id/laws`, and the list of them with what people call them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import type { Law } from "./law.js";

const listFile = z.array(
  z.strictObject({
    law: z.string(),
    names: z.array(z.string()).default([]),
    beside: z.array(z.string()).default([]),
    rewrites: z.string().optional(),
  }),
);

/** A law with what people call it. */
export type ListedLaw = {
  readonly law: Law;
  readonly names: readonly string[];
  /** What it is called beside a Pasal; alone these words name what it is about. */
  readonly beside: readonly string[];
  /** The law whose Pasal this one writes anew. */
  readonly rewrites?: string | undefined;
};

/** Reads all laws below the folder of locales. Throws where one is missing. */
export function readLaws(dir: string): ListedLaw[] {
  const folder = join(dir, "id", "laws");
  const list = listFile.parse(parse(readFileSync(join(folder, "laws.yaml"), "utf8")));
  return list.map(({ law: id, ...rest }) => {
    const law: unknown = JSON.parse(readFileSync(join(folder, `${id}.json`), "utf8"));
    if (!isLaw(law) || law.id !== id) throw new Error(`${id}.json is no law`);
    return { law, ...rest };
  });
}

/** Only `npm run laws` writes these files, and a test holds them to their shape: that it looks like a law is enough. */
function isLaw(value: unknown): value is Law {
  return (
    typeof value === "object" && value !== null && "id" in value && "pasals" in value && "headings" in value
  );
}
