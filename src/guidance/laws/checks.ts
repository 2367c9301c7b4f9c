/** What must be true of a law that was read from a scan. The script that reads them and a test hold every law to it. */
import { type Clause, clauseText, type Law, type Pasal, placeName } from "./law.js";

/** What is wrong with a law, each with its place. Empty: nothing. `base` is the law it amends. */
export function faultsOf(law: Law, base?: Law): string[] {
  return [
    ...outOfOrder(law),
    ...law.headings
      .filter((heading) => /Pasal|[.;]|\d{3}/.test(heading) || !/^(?:BAB|Bagian|Paragraf) /.test(heading))
      .map((heading) => `no heading: ${heading}`),
    ...law.pasals.flatMap((pasal) => [...faultsOfPasal(pasal), ...lostAyatOf(pasal)]),
    ...deadReferences(law, base),
  ];
}

/** The words that stand for what a scan lost and no other copy gave. */
export const lostWords = "[…]";

function outOfOrder({ pasals }: Law): string[] {
  return pasals.flatMap(({ number }, at) => {
    const last = pasals[at - 1]?.number;
    return last === undefined || rank(number) > rank(last)
      ? []
      : [`Pasal ${number} stands after Pasal ${last}`];
  });
}

function rank(number: string): number {
  const [, digits = "0", letter = ""] = /^(\d+)([A-Z]?)$/.exec(number) ?? [];
  return Number(digits) * 100 + (letter === "" ? 0 : letter.charCodeAt(0) - 64);
}

function faultsOfPasal(pasal: Pasal): string[] {
  const name = placeName({ pasal: pasal.number });
  const faults = pasal.under.length === 0 ? [`${name} stands under no heading`] : [];
  // `goesOn`: another item of the list around it follows.
  const check = (clause: Omit<Clause, "label">, at: string, goesOn = false) => {
    const { text, items = [], tail } = clause;
    const fault = (what: string) => void faults.push(`${at}: ${what}`);
    if (text === "" && !(items[0]?.label.startsWith("(") ?? false)) fault("says nothing");
    for (const words of [text, tail ?? ""])
      faults.push(...faultsOfWords(words).map((what) => `${at}: ${what}`));
    if (items.length === 1) fault(`has one part only, ${items[0]?.label}`);
    items.forEach((item, index) => {
      const last = items[index - 1]?.label;
      const first = item.label.replace(/[()]/g, "");
      if (last === undefined ? first !== "1" && first !== "a" : !comesAfter(last, item.label))
        fault(`${item.label} comes after ${last ?? "nothing"}`);
      const end = (item.tail ?? deepest(item)).at(-1) ?? "";
      const closing = index === items.length - 1 || item.label.startsWith("(");
      const between = /[;,.]$|[;,]? (?:dan|atau|dan\/atau|serta)$/.test(item.tail ?? deepest(item));
      const fine =
        end === "]" || closing
          ? /[.,:”"\]]$/.test(end) || (tail !== undefined && /[,;]$/.test(end)) || (goesOn && between)
          : between;
      if (!fine) fault(`${item.label} ends with "${(item.tail ?? deepest(item)).slice(-30)}"`);
      const isAyat = item.label.startsWith("(");
      check(item, `${at} ${item.label}`, !isAyat && (goesOn || index < items.length - 1));
    });
  };
  check(pasal, name);
  const end = pasal.tail ?? deepest(pasal);
  if (!/(?:[.”]|\[…\])$/.test(end)) faults.push(`${name} ends with "${end.slice(-30)}"`);
  for (const { at, text } of pasal.explained ?? [])
    faults.push(...faultsOfWords(text).map((what) => `Penjelasan ${name} ${at}: ${what}`));
  return faults;
}

/** A Penjelasan of an ayat the Pasal does not have: a scan lost one of them. */
function lostAyatOf({ number, items, explained = [] }: Pasal): string[] {
  const explainedAyat = new Set(explained.flatMap(({ at }) => /^ayat (\(\d+[a-z]?\))/.exec(at)?.[1] ?? []));
  if (explainedAyat.size === 0) return [];
  const ayat = new Set(items?.map(({ label }) => label));
  const name = placeName({ pasal: number });
  return [...explainedAyat]
    .filter((label) => !ayat.has(label))
    .map((label) => `${name} has no ayat ${label}, which is explained`);
}

/** The last words of a clause. */
function deepest(clause: Omit<Clause, "label">): string {
  if (clause.tail !== undefined) return clause.tail;
  const last = clause.items?.at(-1);
  return last === undefined ? clause.text : deepest(last);
}

function comesAfter(last: string, next: string): boolean {
  const [, a = "", x = ""] = /^\(?(\d*)([a-z]*)\)?$/.exec(last) ?? [];
  const [, b = "", y = ""] = /^\(?(\d*)([a-z]*)\)?$/.exec(next) ?? [];
  if (a === "")
    return (
      b === "" &&
      y === (x === "z" ? "aa" : x.slice(0, -1) + String.fromCharCode(x.charCodeAt(x.length - 1) + 1))
    );
  if (Number(b) === Number(a) + 1) return y === "";
  return a === b && y === (x === "" ? "a" : String.fromCharCode(x.charCodeAt(0) + 1));
}

/** What a scan leaves in a text and no law says. */
function faultsOfWords(words: string): string[] {
  const text = words.replaceAll(lostWords, "").trim();
  const patterns: readonly [RegExp, string][] = [
    [/[^\p{L}\d\s.,;:()/“”‘’"'%+=×–-]/u, "a strange character"],
    [/\b(?:PRESIDEN|REPUBLIK|NOMOR|BAB|MEMUTUSKAN|LEMBARAN|PASAL DEMI)\b/, "a heading inside"],
    [/\b(?:Bagian Ke\p{Ll}+|Paragraf \d+) \p{Lu}/u, "a heading inside"],
    [/(?:^|[.;] )Pasal \d+[A-Z]? (?:\(1\)|\p{Lu})/u, "the heading of a Pasal inside"],
    [/(?<!ayat|dan|atau|dengan|pasal) \(\d{1,2}[a-z]?\) \p{Lu}/u, "an ayat inside"],
    [/\b\d+[lO]\b/, "a digit read as a letter"],
    [/ [,;:.](?: |$)/, "a blank before a mark"],
    [/\b(\p{L}{4,}) \1 \1\b/u, "a word three times"],
    [/(?:\p{Ll}|,)\p{Lu}/u, "a capital inside a word"],
    [/(?<!\bRp|\(|[A-Z])\p{L}\d|\d\p{L}{2}/u, "a digit inside a word"],
    [/[.,;:]{2}|\(\)|\( | \)/, "marks without words"],
    [/(?<!huruf|\d)(?:^|\s)[b-df-hj-ln-rt-z](?:\s|$)/i, "a letter alone"],
    [/\(\d+$|\(\d+ \p{L}/u, "a bracket left open"],
  ];
  return patterns.flatMap(([pattern, what]) => {
    const found = pattern.exec(text);
    if (found === null) return [];
    return [`${what}: "…${text.slice(Math.max(0, found.index - 25), found.index + found[0].length + 25)}…"`];
  });
}

/** References to a part of the same law that it does not have. */
function deadReferences(law: Law, base?: Law): string[] {
  const byNumber = new Map([...(base?.pasals ?? []), ...law.pasals].map((pasal) => [pasal.number, pasal]));
  return law.pasals.flatMap((pasal) => {
    const words = clauseText(pasal).replace(
      /Pasal \d+[A-Z]?[^;.]{0,80}?(?:Undang-Undang|Undang-undang|Peraturan Pemerintah) (?:Nomor|Dasar|ini)/g,
      "",
    );
    return [
      ...words.matchAll(/Pasal (\d+[A-Z]?)(?: ayat \((\d+[a-z]?)\))?(?: huruf ([a-z]{1,2})\b)?/g),
    ].flatMap(([name, number = "", ayat, huruf]) => {
      const target = byNumber.get(number);
      if (target === undefined) return [`Pasal ${pasal.number} speaks of ${name}, which there is not`];
      const clause = ayat === undefined ? target : target.items?.find(({ label }) => label === `(${ayat})`);
      const found = clause !== undefined && (huruf === undefined || hasItem(clause, huruf));
      return found ? [] : [`Pasal ${pasal.number} speaks of ${name}, which there is not`];
    });
  });
}

function hasItem(clause: Omit<Clause, "label">, label: string): boolean {
  return clause.items?.some((item) => item.label === label || hasItem(item, label)) ?? false;
}
