/** A law as data: its Pasal with ayat, huruf and angka, each with its Penjelasan. Verbatim Indonesian; statutes are public texts. */

/** The kinds of laws that ship. */
export const lawKinds = ["uu", "pp"] as const;

/** `uu`: a statute; `pp`: a government regulation. */
export type LawKind = (typeof lawKinds)[number];

/** The ids of the laws that ship. What is written in a button must be one of them. */
export const lawIds = [
  "uu-14-2019",
  "uu-11-2009",
  "pp-39-2012",
  "pp-52-2019",
  "uu-23-2002",
  "uu-35-2014",
  "uu-11-2012",
  "pp-65-2015",
  "pp-58-2022",
  "uu-12-2022",
  "uu-23-2004",
  "pp-4-2006",
  "uu-27-2022",
  "uu-25-2009",
  "uu-8-2016",
  "pp-54-2007",
  "pp-29-2019",
  "uu-1-2023",
] as const;

/** The id of a law that ships. */
export type LawId = (typeof lawIds)[number];

/** The id a text names, where it is one of a law that ships. */
export function lawIdOf(text: string): LawId | undefined {
  return lawIds.find((id) => id === text);
}

/** A numbered part of a Pasal, with what is listed below it. */
export type Clause = {
  /** As printed: `(1)` for an ayat, `a` for a huruf, `1` for an angka. */
  readonly label: string;
  readonly text: string;
  readonly items?: readonly Clause[];
  /** What goes on below the list and belongs to the clause as a whole. */
  readonly tail?: string;
};

/** What the Penjelasan says about a Pasal (`at` is empty) or a part of it (`ayat (1) huruf b`). */
export type Explanation = { readonly at: string; readonly text: string };

/** A Pasal. Without ayat, `text` is what it says before its list; with ayat it is empty. */
export type Pasal = {
  /** `44`, `76A`. */
  readonly number: string;
  /** Indices into {@link Law.headings}: chapter, part, paragraph, as far as the law has them. */
  readonly under: readonly number[];
  readonly text: string;
  readonly items?: readonly Clause[];
  readonly tail?: string;
  readonly explained?: readonly Explanation[];
};

/** A law with all of its Pasal, in their order. */
export type Law = {
  /** `uu-14-2019`: the name of its file, and its key wherever one is needed. */
  readonly id: LawId;
  readonly kind: LawKind;
  readonly number: number;
  readonly year: number;
  /** What it is about, as in its name: `Pekerja Sosial`. */
  readonly title: string;
  /** `BAB VI HAK DAN KEWAJIBAN`, `Bagian Kesatu Umum`, `Paragraf 1 Umum`. */
  readonly headings: readonly string[];
  readonly pasals: readonly Pasal[];
};

/** Where something stands in a law, as far as it was named. */
export type Place = {
  readonly pasal: string;
  /** `1`, `1a`. */
  readonly ayat?: string;
  readonly huruf?: string;
  readonly angka?: string;
};

/** `UU 14/2019`: how a law is named in short, as entries write it. */
export function shortName(law: Pick<Law, "kind" | "number" | "year">): string {
  return `${law.kind.toUpperCase()} ${law.number}/${law.year}`;
}

/** `Pasal 44 ayat (2) huruf b`: a place as it is printed. */
export function placeName({ pasal, ayat, huruf, angka }: Place): string {
  return [
    `Pasal ${pasal}`,
    ayat === undefined ? "" : ` ayat (${ayat})`,
    huruf === undefined ? "" : ` huruf ${huruf}`,
    angka === undefined ? "" : ` angka ${angka}`,
  ].join("");
}

/** A place as it is named in a stored text: `Pasal 44 ayat (2) huruf b`. Undefined for anything else. */
export function placeOf(article: string): Place | undefined {
  const [, pasal, ayat, huruf, angka] =
    /^Pasal (\d+[A-Z]?)(?: ayat \((\d+[a-z]?)\))?(?: huruf ([a-z]{1,2}))?(?: angka (\d+[a-z]?))?$/.exec(
      article,
    ) ?? [];
  if (pasal === undefined) return undefined;
  return {
    pasal,
    ...(ayat !== undefined && { ayat }),
    ...(huruf !== undefined && { huruf }),
    ...(angka !== undefined && { angka }),
  };
}

/** The clause at a place, the Pasal itself where no part is named; undefined where the Pasal has no such part. */
export function clauseAt(pasal: Pasal, place: Place): Clause | undefined {
  let clause: Clause = {
    label: pasal.number,
    text: pasal.text,
    ...(pasal.items && { items: pasal.items }),
    ...(pasal.tail !== undefined && { tail: pasal.tail }),
  };
  const steps = [place.ayat === undefined ? undefined : `(${place.ayat})`, place.huruf, place.angka];
  for (const label of steps.filter((step) => step !== undefined)) {
    const found: Clause | undefined = clause.items?.find((item) => item.label === label);
    if (found === undefined) return undefined;
    clause = found;
  }
  return clause;
}

/** All words of a clause in their order, markers included: `(1) … a. …`. */
export function clauseText(clause: Omit<Clause, "label">): string {
  return [
    clause.text,
    ...(clause.items ?? []).map(
      (item) => `${item.label.startsWith("(") ? item.label : `${item.label}.`} ${clauseText(item)}`,
    ),
    clause.tail ?? "",
  ]
    .filter((part) => part !== "")
    .join(" ");
}
