/**
 * Masks what would name somebody before words leave for an outside service, and puts it back into what returns.
 *
 * Known words are found whatever their case, accents and invisible characters, as whole words, also with an Indonesian
 * suffix ("Sitinya") or run together ("SitiAminah"). Numbers of nine digits and more, streets and the like are found by
 * their shape. Masking too much is allowed, too little is not.
 */

/** Words by which the people of a case may be known. */
export type KnownWords = {
  readonly names: readonly string[];
  /** Phone numbers, in any way of writing. */
  readonly numbers: readonly string[];
  /** Addresses, and names of villages and the like. */
  readonly places: readonly string[];
};

/** Masks the texts of one request: the same words get the same placeholder in all of them. */
export type Masker = {
  readonly mask: (text: string) => string;
  /** Puts the original words back in the place of placeholders. An unknown placeholder stays. */
  readonly restore: (text: string) => string;
  /** Whether a text still holds a known word, or a number long enough to be a NIK or a phone. */
  readonly leaks: (text: string) => boolean;
};

type Kind = "NAMA" | "NOMOR" | "ALAMAT";
type Pattern = { readonly kind: Kind; readonly regex: RegExp };

/** A masker for the words of one case. */
export function maskerOf(known: KnownWords): Masker {
  const knownPatterns = [
    ...phrases(known.names, commonInNames).map((regex): Pattern => ({ kind: "NAMA", regex })),
    ...known.numbers.flatMap(digitsPattern).map((regex): Pattern => ({ kind: "NOMOR", regex })),
    ...phrases(known.places, commonInPlaces).map((regex): Pattern => ({ kind: "ALAMAT", regex })),
  ];
  const patterns = [...knownPatterns, ...shapes];
  const placeholders = new Map<string, string>();
  const originals = new Map<string, string>();

  function placeholderFor(kind: Kind, words: string): string {
    const before = placeholders.get(words);
    if (before !== undefined) return before;
    const placeholder = `[${kind}${placeholders.size + 1}]`;
    placeholders.set(words, placeholder);
    originals.set(placeholder, words);
    return placeholder;
  }

  return {
    mask(text) {
      const plain = withoutDisguise(text);
      let masked = "";
      let from = 0;
      for (const { kind, start, end } of spansIn(plain, patterns)) {
        masked += text.slice(from, start) + placeholderFor(kind, text.slice(start, end));
        from = end;
      }
      return masked + text.slice(from);
    },
    restore: (text) =>
      text.replace(/\[(?:NAMA|NOMOR|ALAMAT)\d+\]/gi, (one) => originals.get(one.toUpperCase()) ?? one),
    leaks: (text) => spansIn(withoutDisguise(text), [...knownPatterns, ...longNumbers]).length > 0,
  };
}

/** Text without accents and invisible characters, and where each of its units stood in the original. */
type Plain = { readonly text: string; readonly starts: readonly number[]; readonly ends: readonly number[] };

function withoutDisguise(text: string): Plain {
  let plain = "";
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const character of text) {
    const end = at + character.length;
    const shown = character.normalize("NFKD").replace(/[\p{M}\p{Cf}]/gu, "");
    for (let unit = 0; unit < shown.length; unit += 1) {
      starts.push(at);
      ends.push(end);
    }
    // An accent that stands as a character of its own belongs to the letter before it.
    if (shown === "" && ends.length > 0) ends[ends.length - 1] = end;
    plain += shown;
    at = end;
  }
  return { text: plain, starts, ends };
}

type Span = { readonly kind: Kind; readonly start: number; readonly end: number };

/** What the patterns find, in the original's positions: from left to right, of overlapping finds the union. */
function spansIn({ text, starts, ends }: Plain, patterns: readonly Pattern[]): Span[] {
  const found: Span[] = patterns.flatMap(({ kind, regex }) =>
    [...text.matchAll(regex)].map(({ 0: match, index }) => ({
      kind,
      start: starts[index] ?? 0,
      end: ends[index + match.length - 1] ?? 0,
    })),
  );
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const spans: Span[] = [];
  for (const span of found) {
    const last = spans.at(-1);
    if (last === undefined || span.start >= last.end) spans.push(span);
    else if (span.end > last.end) spans[spans.length - 1] = { ...last, end: span.end };
  }
  return spans;
}

/** Not a letter before, and none after but those of a suffix. */
const begins = "(?<!\\p{L})";
const ends = "(?=(?:nya|ku|mu|lah|kah|pun)?(?!\\p{L}))";
const apostrophe = "['’ʼ`´]?";

/** Each phrase as a whole, and each of its words that is not common among such phrases. */
function phrases(known: readonly string[], common: ReadonlySet<string>): RegExp[] {
  const wanted = new Set<string>();
  for (const phrase of known) {
    const words = wordsOf(phrase);
    const telling = words.filter((word) => word.length >= shortestWord && !common.has(word));
    if (words.some((word) => !common.has(word))) wanted.add(words.map(spelled).join("[^\\p{L}\\p{N}]*"));
    for (const word of telling) wanted.add(spelled(word));
  }
  return [...wanted].map((source) => new RegExp(begins + source + ends, "giu"));
}

/** A single letter is masked only as part of the whole name. */
const shortestWord = 2;

function wordsOf(phrase: string): string[] {
  return withoutDisguise(phrase.replace(/['’ʼ`´]/g, ""))
    .text.toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

/** The letters of a word with or without an apostrophe between them: Ma'ruf, Maruf. */
function spelled(word: string): string {
  return [...word].join(apostrophe);
}

/** Between the digits of one number. */
const gap = "[\\s().,–-]{0,3}";

/** The digits of a known number in any grouping, without its country code or leading zero. */
function digitsPattern(number: string): RegExp[] {
  const digits = number.replace(/\D/g, "").replace(/^(?:62|0)/, "");
  if (digits.length < 5) return [];
  return [new RegExp(`\\+?(?:(?:62|0)${gap})?${[...digits].join(gap)}`, "gu")];
}

const digitWord = "(?:nol|kosong|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)";

/** NIK, phone and account numbers: nine digits and more, seven and more that stand together, or spoken ones. */
const longNumbers: readonly Pattern[] = [
  new RegExp(`\\+?\\(?\\p{Nd}(?:${gap}[\\p{Nd}oO]){8,}`, "gu"),
  new RegExp(`[oO]\\p{Nd}(?:${gap}[\\p{Nd}oO]){6,}`, "gu"),
  /\p{Nd}{7,}/gu,
  new RegExp(`${begins}${digitWord}(?:[\\s,.-]+${digitWord}){5,}(?!\\p{L})`, "giu"),
].map((regex) => ({ kind: "NOMOR", regex }));

/** What tells by its shape that it is an address. "jalan" alone is walking, unless a name follows. */
const shapes: readonly Pattern[] = [
  ...longNumbers,
  { kind: "NOMOR", regex: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu },
  {
    kind: "ALAMAT",
    regex: /(?<!\p{L})(?:jln?|gg|gang)(?!\p{L})\.?\s*\p{L}[\p{L}'-]*(?:\s+\p{L}[\p{L}'-]*){0,2}/giu,
  },
  { kind: "ALAMAT", regex: /(?<!\p{L})(?:[Jj]alan|JALAN)\s+\p{Lu}[\p{L}'-]*(?:\s+\p{Lu}[\p{L}'-]*){0,3}/gu },
  {
    kind: "ALAMAT",
    regex: /(?<!\p{L})r[tw](?!\p{L})[.:]?\s*\d{1,3}(?:\s*[/-]\s*(?:rw[.:]?\s*)?\d{1,3})?/giu,
  },
  {
    kind: "ALAMAT",
    regex: /(?<!\p{L})(?:no|nomor|blok)(?!\p{L})\.?\s*(?:\p{L}?\d{1,4}\p{L}?|\p{L}(?!\p{L}))/giu,
  },
];

/** Words of a name that tell nobody from another. */
const commonInNames: ReadonlySet<string> = new Set(
  (
    "bapak pak ibu bu mak emak mbah nenek kakek eyang opa oma mas mbak kak kakak adik dik bang abang anak paman bibi " +
    "tante om si haji hajah hj bin binti alias alm almh dan dari keluarga kelompok komunitas warga ketua kader"
  ).split(" "),
);

/** Words of an address that stand in any. */
const commonInPlaces: ReadonlySet<string> = new Set(
  (
    "jalan jl jln gang gg lorong desa kelurahan kel kecamatan kec kabupaten kab kota provinsi prov dusun dukuh kampung " +
    "kp komplek kompleks perumahan perum blok nomor no rumah rt rw di dekat belakang depan samping sebelah dan " +
    "utara selatan timur barat tengah puskesmas sekolah balai pasar kantor klien"
  ).split(" "),
);
