import { type LawId, lawIdOf, type Place, placeName, placeOf } from "../../guidance/laws/law.js";
import type { Button } from "./buttons.js";
import { callbacks } from "./callbacks.js";
import type { Wording } from "./wording.js";

/** What a text of ours rests on, as it is printed: `UU 14/2019`, `Pasal 44 ayat (2)`. */
type Cited = { readonly work: string; readonly article?: string | undefined };

/** The law and the place that are cited, where it is a Pasal of a law that ships. */
export function citedPlaceOf({
  work,
  article,
}: Cited): { readonly law: LawId; readonly place: Place } | undefined {
  const [, kind, number, year] = /^(UU|PP) (\d+)\/(\d{4})$/.exec(work) ?? [];
  const law = lawIdOf(`${kind?.toLowerCase()}-${number}-${year}`);
  const place = article === undefined ? undefined : placeOf(article);
  return law === undefined || place === undefined ? undefined : { law, place };
}

/** A button that opens the words of what is cited; empty where they do not ship. `from` is the key of the topic to go back to. */
export function lawButtons(say: Wording, sources: readonly Cited[], from: string | null = null): Button[] {
  const seen = new Set<string>();
  return sources.flatMap((source) => {
    const cited = citedPlaceOf(source);
    if (cited === undefined) return [];
    const data = callbacks.lawPlace({ ...cited, page: 0, from });
    if (seen.has(data)) return [];
    seen.add(data);
    return [
      { text: say.plain("button-law-source", { law: source.work, place: placeName(cited.place) }), data },
    ];
  });
}
