/** Reads the shipped entries: `<dir>/<locale>/guidance/<group>/<topic>.md`. */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Locale } from "../texts.js";
import { type GuidanceEntry, groups, parseEntry } from "./entry.js";
import { GuidanceError, type GuidanceFault } from "./faults.js";

/** Entries of every locale, which mirror each other. */
export type Library = Readonly<Record<Locale, ReadonlyMap<string, GuidanceEntry>>>;

/**
 * Both locales, checked against each other: the same topics in the same groups with the same sources and related topics.
 * Throws {@link GuidanceError} with every fault.
 */
export function loadLibrary(dir: string): Library {
  const id = readLocale(dir, "id");
  const en = readLocale(dir, "en");
  const faults = [...id.faults, ...en.faults];
  const broken = (read: Read, topic: string) =>
    read.faults.some(({ file }) => basename(file, ".md") === topic);
  const differ = (topic: string, group: string, message: string) =>
    faults.push({ code: "GUIDE_010", file: fileOf(dir, "en", group, topic), line: 1, message });
  for (const entry of id.entries.values()) {
    const mirror = en.entries.get(entry.topic);
    if (mirror === undefined) {
      if (!broken(en, entry.topic)) differ(entry.topic, entry.group, "the English mirror is missing");
      continue;
    }
    if (mirror.group !== entry.group)
      differ(entry.topic, mirror.group, `stands in ${mirror.group}, in id in ${entry.group}`);
    if ((mirror.toSay === undefined) !== (entry.toSay === undefined))
      differ(entry.topic, mirror.group, "only one language has words for the client");
    if (mirror.emergency !== entry.emergency)
      differ(entry.topic, mirror.group, "emergency differs from the id entry");
    if (!sameSources(entry, mirror))
      differ(entry.topic, mirror.group, "sources differ from the id entry (work, article, standing)");
    if (entry.related.join() !== mirror.related.join())
      differ(entry.topic, mirror.group, "related differs from the id entry");
  }
  for (const entry of en.entries.values()) {
    if (!id.entries.has(entry.topic) && !broken(id, entry.topic)) {
      differ(entry.topic, entry.group, "the topic does not exist in id");
    }
  }
  if (faults.length > 0) throw new GuidanceError(faults);
  return { id: id.entries, en: en.entries };
}

function sameSources(a: GuidanceEntry, b: GuidanceEntry): boolean {
  const plain = (entry: GuidanceEntry) =>
    entry.sources.map(({ work, article, standing }) => `${work}|${article ?? ""}|${standing}`).join("\n");
  return plain(a) === plain(b);
}

type Read = { readonly entries: Map<string, GuidanceEntry>; readonly faults: GuidanceFault[] };

function fileOf(dir: string, locale: Locale, group: string, topic: string): string {
  return join(dir, locale, "guidance", group, `${topic}.md`);
}

function readLocale(dir: string, locale: Locale): Read {
  const entries = new Map<string, GuidanceEntry>();
  const faults: GuidanceFault[] = [];
  for (const group of groups) {
    const folder = join(dir, locale, "guidance", group);
    for (const name of markdownIn(folder, faults)) {
      const file = join(folder, name);
      const topic = basename(name, ".md");
      const entry = parseEntry(readFileSync(file, "utf8"), file, group, locale);
      if (!("topic" in entry)) {
        faults.push(...entry);
        continue;
      }
      if (entry.topic !== topic) {
        faults.push({
          code: "GUIDE_008",
          file,
          line: 2,
          message: `topic is ${entry.topic}, the file is ${name}`,
        });
      }
      if (entries.has(entry.topic)) {
        faults.push({
          code: "GUIDE_009",
          file,
          line: 2,
          message: `topic ${entry.topic} exists in another group too`,
        });
      }
      entries.set(entry.topic, entry);
    }
  }
  const failed = new Set(faults.map(({ file }) => basename(file, ".md")));
  for (const entry of entries.values()) {
    for (const related of entry.related) {
      if (entries.has(related) || failed.has(related)) continue;
      const file = fileOf(dir, locale, entry.group, entry.topic);
      faults.push({ code: "GUIDE_007", file, line: 1, message: `related topic ${related} does not exist` });
    }
  }
  return { entries, faults };
}

function markdownIn(folder: string, faults: GuidanceFault[]): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(".md"))
      .sort();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    faults.push({ code: "GUIDE_011", file: folder, line: 1, message: `cannot be read: ${reason}` });
    return [];
  }
}
