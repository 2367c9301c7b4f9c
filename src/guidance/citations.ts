/** Citations of laws, as entries write them and as documents are named. */
import type { GuidanceEntry } from "./entry.js";

/** The law a name or title speaks of as number and year: `14/2019` for `UU 14/2019`, `uu-14-2019.md`, `NOMOR 14 TAHUN 2019`. */
export function lawOf(name: string): string | undefined {
  const found =
    /(?:\b|_)(?:uu|pp|perpres|perda|permen\p{L}*|undang-undang|peraturan)?[^\d\n]{0,40}?(\d{1,3})[\s_/-]*(?:tahun|th)?[\s_/-]*((?:19|20)\d\d)\b/iu.exec(
      name,
    );
  return found === null ? undefined : `${Number(found[1])}/${found[2]}`;
}

/** The Pasal an entry cites from laws that were read, as `14/2019 Pasal 44`. */
export function citationsOf(entry: GuidanceEntry): string[] {
  return entry.sources.flatMap(({ work, article, standing }) => {
    const law = lawOf(work);
    const pasal = /^Pasal \d+[A-Z]?/.exec(article ?? "")?.[0];
    return standing === "official" && law !== undefined && pasal !== undefined ? [`${law} ${pasal}`] : [];
  });
}

/** What people call a law, as plain words, and its number and year. */
const lawNames: readonly (readonly [names: RegExp, law: string])[] = [
  [/^(peksos|pekerja sosial|pekerjaan sosial|social work(er)?s?)$/, "14/2019"],
  [/^(tpks|(tindak pidana )?kekerasan seksual)$/, "12/2022"],
  [/^(pdp|pelindungan data( pribadi)?|perlindungan data( pribadi)?)$/, "27/2022"],
  [/^(sppa|sistem peradilan (pidana )?anak|peradilan (pidana )?anak)$/, "11/2012"],
  [/^(pkdrt|kdrt|(penghapusan )?kekerasan dalam rumah tangga)$/, "23/2004"],
  [/^(perlindungan|pelindungan) anak$/, "35/2014"],
  [/^(pelayanan|layanan) publik$/, "25/2009"],
  [/^(kesos|kesejahteraan sosial)$/, "11/2009"],
  [/^(kuhp|kuhp baru|kitab undang undang hukum pidana)$/, "1/2023"],
  [/^((penyandang )?disabilitas|difabel)$/, "8/2016"],
];

/** A law, and the Pasal of it, that words name. */
export type NamedLaw = {
  /** `14/2019`; undefined where only a Pasal is named. */
  readonly law: string | undefined;
  /** `Pasal 44`; undefined where only a law is named. */
  readonly pasal: string | undefined;
};

const pasalNamed = /\b(?:pasal|pasl|psl|ps|article|art)\s*(\d{1,3})\s?([a-j]?)\b/;
const numberNamed = /\b(\d{1,3})\s*(?:\/|tahun|thn|th|of)\s*((?:19|20)\d\d)\b/;
/** Parts of a Pasal, and words that belong to the name of a law. */
const partsNamed =
  /\b(ayat|huruf|angka|paragraph|letter)\s*\(?\s*[\da-z]{1,2}\b\)?|\b(uu|undang[\s-]*undang|pp|peraturan( pemerintah)?|permensos|perpres|peraturan menteri( sosial)?|law|regulation|ri|nomor|no|nmr|isi|bunyi|bunyinya|isinya|apa|tentang|dari|of|the|lihat|buka)\b/g;

/**
 * The citation that words are, where they are nothing else: `pasal 44 uu 14/2019`, `ps 15 uu 27/2022`, `UU TPKS`, `Pasal 45`.
 * Undefined where anything else is said.
 */
export function citationOf(typed: string): NamedLaw | undefined {
  const text = typed
    .toLowerCase()
    .replace(/[–—]/g, "-")
    .replace(/[.,:;?!"'“”]/g, " ");
  const pasal = pasalNamed.exec(text);
  const rest = text.replace(pasalNamed, " ");
  const number = numberNamed.exec(rest);
  const said = rest.replace(numberNamed, " ");
  const named = /\b(uu|undang|pp|permensos|perpres|peraturan|law|kuhp)\b/.test(said);
  const left = said
    .replace(partsNamed, " ")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
  const law =
    number !== null
      ? `${Number(number[1])}/${number[2]}`
      : named || pasal !== null
        ? lawNames.find(([names]) => names.test(left))?.[1]
        : undefined;
  const isName = law !== undefined && number === null;
  if (left !== "" && !isName) return undefined;
  if (law === undefined && pasal === null) return undefined;
  return { law, pasal: pasal === null ? undefined : `Pasal ${pasal[1]}${(pasal[2] ?? "").toUpperCase()}` };
}
