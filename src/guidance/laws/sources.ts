/** What stands behind a source of an entry. */
import type { Source } from "../entry.js";
import { citationIn } from "./citation.js";
import type { FoundPlace, Laws } from "./laws.js";

/** The place a source cites, undefined where it is of no law that ships, or has no such place. */
export function citedPlace(laws: Laws, { work, article }: Source): FoundPlace | undefined {
  const cited = citationIn(laws, `${work} ${article ?? ""}`);
  const place = cited?.places[0];
  return cited?.law === undefined || place === undefined ? undefined : laws.lookUp(cited.law, place);
}
