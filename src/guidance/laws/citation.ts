/** Finds what a text cites: laws by number or name, Pasal with ayat, huruf and angka, as people write and abbreviate them. */
import type { Place } from "./law.js";
import { type Laws, rankOf } from "./laws.js";

/** What a text cites. */
export type Citation = {
  /** The id of the law, where it is one that ships. */
  readonly law?: string;
  /** How the text names a law that does not ship, such as `UU 1/2023`. */
  readonly elsewhere?: string;
  /** The places, in the order of the text; none where only a law is named. A range is all of its Pasal. */
  readonly places: readonly Place[];
};

type Mention =
  | {
      readonly kind: "law";
      readonly at: number;
      readonly end: number;
      readonly law?: string;
      readonly elsewhere?: string;
    }
  | { readonly kind: "places"; readonly at: number; readonly end: number; readonly places: readonly Place[] };

const numbered =
  /\b(uu|undang[- ]?undang|pp|peraturan pemerintah|perpres|permen\p{L}*|perda|perppu|perpu)?\s*(?:r\.?i\.?\s+)?(?:(?:nomor|nomer|no|nmr|n0)\b\.?\s*)?(\d{1,3})\s*(?:\/|-|tahun|thn\.?|th\.?|\s)\s*((?:19|20)\d\d)\b/gu;
const pasalWord = "(?:pasal|psal|pasl|psl|pas|ps)";
const numberPart = "(\\d{1,3})\\s?([a-j])?(?![a-z\\d/])";
const places = new RegExp(
  `\\b${pasalWord}\\.?\\s*${numberPart}` +
    "(?:\\s*,?\\s*(?:(?:ayat|ayt|ay)\\s*\\(?\\s*(\\d{1,2}[a-e]?)\\s*\\)?|\\(\\s*(\\d{1,2}[a-e]?)\\s*\\)))?" +
    '(?:\\s*,?\\s*(?:(?:huruf|hrf|butir|poin|point)\\s*\\(?"?|(?<=\\)\\s?))([a-z])\\b\\)?)?' +
    "(?:\\s*,?\\s*(?:angka|nomor|no\\.?)\\s*\\(?(\\d{1,2}[a-e]?)\\b(?!\\s*(?:\\/|tahun|thn))\\)?)?",
  "gu",
);
const more = new RegExp(
  `^\\s*(-|–|s\\.?\\s?d\\.?|sampai(?:\\s+dengan)?|hingga|,|dan|&)\\s*(?:${pasalWord}\\.?\\s*)?${numberPart}`,
  "u",
);

/** Everything a text cites, in its order; empty where it cites nothing. */
export function citationsIn(laws: Laws, text: string): Citation[] {
  const plain = plainOf(text);
  const pasals = placesIn(plain);
  const mentions = [...pasals, ...lawsIn(laws, plain, pasals)].sort((a, b) => a.at - b.at);
  const lawFirst = mentions[0]?.kind === "law";
  const cited: Citation[] = [];
  const bare = new Set(mentions.filter(({ kind }) => kind === "law"));
  mentions.forEach((mention, index) => {
    if (mention.kind !== "places") return;
    const before = mentions.slice(0, index).findLast(({ kind }) => kind === "law");
    const after = mentions.slice(index + 1).find(({ kind }) => kind === "law");
    const law = lawFirst ? (before ?? after) : (after ?? before);
    if (law !== undefined) bare.delete(law);
    cited.push({ ...nameOf(law), places: mention.places });
  });
  return [...cited, ...[...bare].map((law) => ({ ...nameOf(law), places: [] }))];
}

/** The first thing a text cites. */
export function citationIn(laws: Laws, text: string): Citation | undefined {
  return citationsIn(laws, text)[0];
}

/** A text without the laws it names: what is asked about them. */
export function withoutLaws(laws: Laws, text: string): string {
  const plain = plainOf(text);
  return lawsIn(laws, plain, placesIn(plain)).reduceRight(
    (rest, { at, end }) => `${rest.slice(0, at)} ${rest.slice(end)}`,
    plain,
  );
}

function plainOf(text: string): string {
  return ` ${text.toLowerCase().normalize("NFKC").replace(/\s+/g, " ")} `;
}

function nameOf(mention: Mention | undefined): Pick<Citation, "law" | "elsewhere"> {
  if (mention?.kind !== "law") return {};
  return {
    ...(mention.law !== undefined && { law: mention.law }),
    ...(mention.elsewhere !== undefined && { elsewhere: mention.elsewhere }),
  };
}

function placesIn(text: string): Mention[] {
  return [...text.matchAll(places)].map((found) => {
    const [whole, number = "", letter = "", ayat, bracketed, huruf, angka] = found;
    const first: Place = {
      pasal: `${number}${letter.toUpperCase()}`,
      ...((ayat ?? bracketed) !== undefined && { ayat: ayat ?? bracketed ?? "" }),
      ...(huruf !== undefined && { huruf }),
      ...(angka !== undefined && { angka }),
    };
    const cited = [first];
    let end = found.index + whole.length;
    for (let next = more.exec(text.slice(end)); next !== null; next = more.exec(text.slice(end))) {
      const last = cited.at(-1)?.pasal ?? first.pasal;
      const number = `${next[2]}${(next[3] ?? "").toUpperCase()}`;
      const range = !/[,d&]/.test((next[1] ?? "").charAt(0));
      if (range && rankOf(number) > rankOf(last)) {
        for (let between = Number.parseInt(last, 10) + 1; between < Number.parseInt(number, 10); between += 1)
          cited.push({ pasal: String(between) });
      }
      cited.push({ pasal: number });
      end += next[0].length;
    }
    return { kind: "places", at: found.index, end, places: cited };
  });
}

function lawsIn(laws: Laws, text: string, pasals: readonly Mention[]): Mention[] {
  const mentions: Mention[] = [];
  for (const found of text.matchAll(numbered)) {
    const [whole, word = "", number = "", year = ""] = found;
    const kind = /^(?:uu|undang)/.test(word) ? "uu" : /^(?:pp|peraturan p)/.test(word) ? "pp" : word;
    // "pasal 5 2019" and "10 2026" name no law: a law without its kind is written with a slash or `tahun`.
    if (kind === "" && !/\/|tahun|th/.test(whole)) continue;
    if (/\b(?:pasal|psl|ps)\.?\s*$/.test(text.slice(0, found.index + whole.indexOf(number)))) continue;
    const ids =
      kind === ""
        ? [`uu-${Number(number)}-${year}`, `pp-${Number(number)}-${year}`]
        : [`${kind}-${Number(number)}-${year}`];
    const law = ids.find((id) => laws.law(id) !== undefined);
    const elsewhere = `${kind === "" ? "UU" : kind.length === 2 ? kind.toUpperCase() : kind} ${Number(number)}/${year}`;
    mentions.push({
      kind: "law",
      at: found.index,
      end: found.index + whole.length,
      ...(law === undefined ? { elsewhere } : { law }),
    });
  }
  const named = text.replace(/undang[- ]?undang/g, (word) => "uu".padEnd(word.length));
  const add = (names: ReadonlyMap<string, string>) => {
    for (const [name, law] of names) {
      const pattern = new RegExp(`(?<![\\p{L}\\d])${name.replace(/ /g, "\\s+")}(?![\\p{L}\\d])`, "gu");
      for (const found of named.matchAll(pattern)) {
        const [at, end] = [found.index, found.index + found[0].length];
        if (!mentions.some((other) => at < other.end && other.at < end))
          mentions.push({ kind: "law", at, end, law });
      }
    }
  };
  add(laws.names);
  if (mentions.length === 0 && pasals.length > 0) add(laws.besideNames);
  return withoutRepeats(mentions.sort((a, b) => a.at - b.at));
}

/** `UU 14/2019 tentang Pekerja Sosial` names one law twice. */
function withoutRepeats(mentions: readonly Mention[]): Mention[] {
  return mentions.filter((mention, at) => {
    const before = mentions[at - 1];
    return !(
      mention.kind === "law" &&
      before?.kind === "law" &&
      mention.law !== undefined &&
      mention.law === before.law
    );
  });
}
