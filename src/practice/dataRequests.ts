/** What a client may ask for of their data (UU 27/2022 Pasal 6–11), by when, and when it may be refused. */

/** Everything a client may ask for. */
export const dataRequestKinds = ["access", "correction", "restriction", "withdrawal", "erasure"] as const;

/** What a client asks for. */
export type DataRequestKind = (typeof dataRequestKinds)[number];

/** The article that gives the client each right, and the one that says what the institution has to do. */
export const dataRights: Readonly<
  Record<DataRequestKind, { readonly right: string; readonly duty: string }>
> = {
  access: { right: "Pasal 7, 13", duty: "Pasal 32" },
  correction: { right: "Pasal 6", duty: "Pasal 30" },
  restriction: { right: "Pasal 11", duty: "Pasal 41" },
  withdrawal: { right: "Pasal 9", duty: "Pasal 40" },
  erasure: { right: "Pasal 8", duty: "Pasal 43, 44" },
};

/** Grounds on which a request may be refused, and the article each has for each kind of request. */
const refusals = {
  safety: { correction: "Pasal 33 huruf a" },
  "others-data": { correction: "Pasal 33 huruf b" },
  "law-enforcement": {
    access: "Pasal 50 ayat (1) huruf b",
    correction: "Pasal 50 ayat (1) huruf b",
    restriction: "Pasal 15 ayat (1) huruf b",
    erasure: "Pasal 15 ayat (1) huruf b",
  },
  "public-interest": {
    access: "Pasal 50 ayat (1) huruf c",
    restriction: "Pasal 15 ayat (1) huruf c",
    erasure: "Pasal 15 ayat (1) huruf c",
  },
  "law-forbids": { restriction: "Pasal 41 ayat (2) huruf a" },
  "safety-of-others": { restriction: "Pasal 41 ayat (2) huruf b" },
  contract: { restriction: "Pasal 41 ayat (2) huruf c" },
} as const satisfies Record<string, { readonly [kind in DataRequestKind]?: string }>;

/** A ground for refusing a request. */
export type RefusalGround = keyof typeof refusals;

/** All grounds for refusing a request. */
export const refusalGrounds = Object.keys(refusals) as readonly RefusalGround[];

/**
 * The article that allows to refuse such a request on this ground; undefined where none does. A withdrawal of consent is
 * never refused: another legal ground is named, or the case stops.
 */
export function refusalArticle(kind: DataRequestKind, ground: RefusalGround): string | undefined {
  const articles: { readonly [kind in DataRequestKind]?: string } = refusals[ground];
  return articles[kind];
}

/** How a copy of the data reached the client. */
export const copyWays = ["printed", "file", "shown"] as const;

/** A way a copy of the data reached the client. */
export type CopyWay = (typeof copyWays)[number];

/** How a request ended. `words` are those of who ended it. */
export type DataRequestEnd =
  | { readonly kind: "handed-over"; readonly way: CopyWay; readonly words: string }
  /** `changes` are the answers that were given anew since it was asked for. */
  | { readonly kind: "corrected"; readonly changes: number; readonly words: string }
  | { readonly kind: "restricted"; readonly words: string }
  /** Another legal ground was named, the case stopped, or the client agreed again. */
  | { readonly kind: "grounded" | "stopped" | "consented" }
  | { readonly kind: "erased"; readonly rows: number; readonly files: number }
  | { readonly kind: "refused"; readonly ground: RefusalGround; readonly words: string };
