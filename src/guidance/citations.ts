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
