import { type LawId, lawIds, type Place } from "../../guidance/laws/law.js";
import { isLocalDate } from "../../practice/calendar.js";
import type { LocalDate, Path } from "../../practice/form.js";

/** Telegram's limit for the data of a button, in bytes. */
export const maxCallbackBytes = 64;

declare const drawn: unique symbol;
/** The data of a button. Only a callback of the table makes it: a literal does not compile. */
export type CallbackData = string & { readonly [drawn]: true };

/** How one argument is written into a button and read back. */
export type Codec<T> = {
  readonly encode: (value: T) => string;
  /** Undefined for anything `encode` never makes: a modified client can send any data. */
  readonly decode: (text: string) => T | undefined;
  /** A value whose encoding has the greatest length. */
  readonly longest: T;
};

/** One action of a button. Called with its arguments it makes the button's data. */
export type Callback<A> = {
  (...given: keyof A extends never ? [] : [args: A]): CallbackData;
  /** The form of the data, such as `case:{caseId}`. */
  readonly pattern: string;
  /** The word it begins with: `case`. */
  readonly head: string;
  /** The arguments in a button's data; undefined where it is another callback's, or none of ours. */
  readonly read: (data: string) => A | undefined;
  /** Its longest possible data. */
  readonly longest: CallbackData;
};

type ArgumentNames<P extends string> = P extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ArgumentNames<Rest>
  : never;

/**
 * A callback whose data has a pattern, `cases:{whose}:{page}`, with a codec for each argument. It must never hold a
 * name or an answer. Ids in it are checked against the person's permissions when it comes back.
 *
 * @throws {Error} at the start of the program, where its longest data does not fit into a button
 */
export function callback<P extends string, A extends Record<ArgumentNames<P>, unknown>>(
  pattern: P,
  codecs: { readonly [K in keyof A]: Codec<A[K]> },
): Callback<A> {
  const names = [...pattern.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as keyof A & string);
  if (names.length !== Object.keys(codecs).length) throw new Error(`${pattern} does not name its arguments`);
  const shape = new RegExp(`^${pattern.replaceAll(/\{\w+\}(?!$)/g, "([^:]*)").replace(/\{\w+\}$/, "(.*)")}$`);

  const [begins = "", ...between] = pattern.split(/\{\w+\}/);

  const read = (data: string): A | undefined => {
    // Most data is another callback's, and a press is shown to many.
    if (!data.startsWith(begins)) return undefined;
    if (Buffer.byteLength(data) > maxCallbackBytes) return undefined;
    const match = shape.exec(data);
    if (match === null) return undefined;
    const [, ...texts] = match;
    const args = names.map((name, at) => [name, exactly(codecs[name], texts[at] ?? "")] as const);
    if (args.some(([, value]) => value === undefined)) return undefined;
    // Every argument was read by its own codec just above.
    return Object.fromEntries(args) as A;
  };
  const encode = (args?: A): CallbackData => {
    const data = names.reduce<string>(
      (text, name, at) =>
        args === undefined ? text : `${text}${codecs[name].encode(args[name])}${between[at] ?? ""}`,
      begins,
    );
    // An error here is better than a dead button later.
    if (read(data) === undefined) throw new Error(`a button of ${pattern} cannot be read back`);
    return data as CallbackData;
  };
  const longest = Object.fromEntries(names.map((name) => [name, codecs[name].longest])) as A;
  return Object.assign(encode, { pattern, head: headOf(pattern), read, longest: encode(longest) });
}

/** Callbacks by name, as far as reading them goes. */
type Readable = Readonly<
  Record<string, { readonly head: string; readonly read: (data: string) => object | undefined }>
>;

/** A decoded press of one of the callbacks of a table: its name in the table, and its arguments. */
export type PressIn<T extends Readable> = {
  [N in keyof T & string]: { readonly name: N; readonly args: NonNullable<ReturnType<T[N]["read"]>> };
}[keyof T & string];

/**
 * Decodes the data of buttons by the callbacks of a table; undefined for data of none of them. Only those with the same
 * first word are asked: there are hundreds, and a press is decoded several times on its way.
 */
export function pressReader<T extends Readable>(table: T): (data: string) => PressIn<T> | undefined {
  const byHead = new Map<string, [name: string, T[keyof T & string]["read"]][]>();
  for (const [name, { head, read }] of Object.entries(table)) {
    byHead.set(head, [...(byHead.get(head) ?? []), [name, read]]);
  }
  return (data) => {
    for (const [name, read] of byHead.get(headOf(data)) ?? []) {
      const args = read(data);
      // Name and arguments belong to the same callback, which TypeScript cannot infer in a loop.
      if (args !== undefined) return { name, args } as PressIn<T>;
    }
    return undefined;
  };
}

/** The first word of a pattern, or of data that was made from it. */
function headOf(data: string): string {
  const end = data.search(/[:{-]/);
  return end < 0 ? data : data.slice(0, end);
}

/** Decodes a text, and accepts it only if it is exactly what `encode` makes of the value. */
function exactly<T>({ encode, decode }: Codec<T>, text: string): T | undefined {
  const value = decode(text);
  return value === undefined || encode(value) !== text ? undefined : value;
}

/** A callback that needs no arguments. */
export function plainCallback(pattern: string): Callback<Record<never, never>> {
  return callback<string, Record<never, never>>(pattern, {});
}

/** A text that matches `shape`. `longest` is an example of the greatest length. */
function matching(shape: RegExp, longest: string): Codec<string> {
  return { encode: (text) => text, decode: (text) => (shape.test(text) ? text : undefined), longest };
}

/** The id of a row. */
export const id = matching(/^[a-z0-9]{16}$/, "a".repeat(16));

/** The id of a row, or none. */
export const idOrNone: Codec<string | null> = {
  encode: (value) => value ?? "-",
  decode: (text) => (text === "-" ? null : id.decode(text)),
  longest: id.longest,
};

/** Distinguishes one asked question from all others. */
export const nonce = matching(/^[a-z0-9]{4}$/, "aaaa");

/** The key of a question or a group in a form. */
export const key = matching(/^[a-zA-Z][a-zA-Z0-9]{0,27}$/, "a".repeat(28));

/** Where an answer stands in a form: `goals.2.target`. */
export const path: Codec<Path> = matching(
  /^(?=.{1,44}$)[a-zA-Z][a-zA-Z0-9]*(\.(0|[1-9]\d{0,2})(\.[a-zA-Z][a-zA-Z0-9]*)?)?$/,
  "a".repeat(44),
);

/** A place in a law: `44`, `44.2.b`, `1...15a`. */
export const lawPlace: Codec<Place> = {
  encode: ({ pasal, ayat = "", huruf = "", angka = "" }) =>
    [pasal, ayat, huruf, angka].join(".").replace(/\.+$/, ""),
  decode: (text) => {
    const [, pasal, ayat, huruf, angka] =
      /^(\d{1,3}[A-Z]?)(?:\.(\d{1,2}[a-z]?)?)?(?:\.([a-z]{1,2})?)?(?:\.(\d{1,2}[a-z]?)?)?$/.exec(text) ?? [];
    if (pasal === undefined) return undefined;
    return {
      pasal,
      ...(ayat !== undefined && { ayat }),
      ...(huruf !== undefined && { huruf }),
      ...(angka !== undefined && { angka }),
    };
  },
  longest: { pasal: "100A", ayat: "10a", huruf: "aa", angka: "10a" },
};

/** A favourite: `t/a1b2c3` the short key of a topic, `l/uu-14-2019/44.2` a place in a law, `o/…` an entry of the institution's own. */
export const favoured: Codec<Favoured> = {
  encode: (one) => {
    switch (one.kind) {
      case "topic":
        return `t/${one.key}`;
      case "law":
        return `l/${one.law}/${lawPlace.encode(one.place)}`;
      case "own":
        return `o/${one.entryId}`;
    }
  },
  decode: (text) => {
    const [kind, first = "", second = ""] = text.split("/");
    if (kind === "t") return hash(6).decode(first) === undefined ? undefined : { kind: "topic", key: first };
    if (kind === "o") return id.decode(first) === undefined ? undefined : { kind: "own", entryId: first };
    const place = kind === "l" ? lawPlace.decode(second) : undefined;
    const law = lawIds.find((known) => known === first);
    return place === undefined || law === undefined ? undefined : { kind: "law", law, place };
  },
  longest: { kind: "law", law: longestOf(lawIds), place: lawPlace.longest },
};

/** What a button keeps as a favourite. */
export type Favoured =
  | { readonly kind: "topic"; readonly key: string }
  | { readonly kind: "law"; readonly law: LawId; readonly place: Place }
  | { readonly kind: "own"; readonly entryId: string };

/** A short stand-in for a value, without the separator of arguments. */
export const token = matching(/^[\w.+/=-]{1,40}$/, "a".repeat(40));

/** Hex digits that stand for something longer. */
export const hash = (length: number) => matching(new RegExp(`^[0-9a-f]{${length}}$`), "a".repeat(length));

/** How long the data of a button may be that stands in another one, which opens it in another institution. */
export const longestData = 44;

/** The data of another button. */
export const dataOfButton = matching(/^[\x21-\x7e]{1,44}$/, "a".repeat(longestData));

/** A whole number within a range, in usual decimal notation. */
export function whole(least: number, most: number): Codec<number> {
  return {
    encode: String,
    decode: (text) => {
      const number = /^(0|-?[1-9]\d{0,8})$/.test(text) ? Number(text) : Number.NaN;
      return number >= least && number <= most ? number : undefined;
    },
    longest: String(least).length > String(most).length ? least : most,
  };
}

/** A year that a calendar is made for. */
export const year = whole(1_900, 9_998);

/** A count or an index; a page number by default. */
export const count = (most = 9_999) => whole(0, most);

/**
 * One of these values. Found by comparison and never by looking up a key in an object, which would know
 * `constructor`.
 */
export function oneOf<const T extends string | number>(values: readonly T[]): Codec<T> {
  return {
    encode: String,
    decode: (text) => values.find((value) => String(value) === text),
    longest: longestOf(values),
  };
}

function longestOf<T extends string | number>(values: readonly T[]): T {
  const [longest] = [...values].sort((a, b) => String(b).length - String(a).length);
  if (longest === undefined) throw new Error("one of no values");
  return longest;
}

/** A switch: the state it is to get. */
export const onOff = either("on", "off");

/** A yes or a no. */
export const yesNo = either("yes", "no");

function either(whenTrue: string, whenFalse: string): Codec<boolean> {
  return {
    encode: (value) => (value ? whenTrue : whenFalse),
    decode: (text) => (text === whenTrue ? true : text === whenFalse ? false : undefined),
    longest: whenTrue.length >= whenFalse.length,
  };
}

/** A subset of these values, in their order, encoded as a bit mask. */
export function someOf<T>(values: readonly T[]): Codec<readonly T[]> {
  const mask = count(2 ** values.length - 1);
  return {
    encode: (some) =>
      mask.encode(values.reduce((bits, value, at) => (some.includes(value) ? bits | (1 << at) : bits), 0)),
    decode: (text) => {
      const bits = mask.decode(text);
      return bits === undefined ? undefined : values.filter((_, at) => (bits & (1 << at)) !== 0);
    },
    longest: values,
  };
}

/** One or more of these words, one letter each. */
export function lettersFor<T extends string>(letters: Readonly<Record<T, string>>): Codec<readonly T[]> {
  const words = Object.keys(letters) as T[];
  return {
    encode: (some) => words.map((word) => (some.includes(word) ? letters[word] : "")).join(""),
    decode: (text) => {
      const some = words.filter((word) => text.includes(letters[word]));
      return some.length > 0 && some.length === text.length ? some : undefined;
    },
    longest: words,
  };
}

/** A day. */
export const date: Codec<LocalDate> = {
  encode: (value) => value,
  decode: (text) => (isLocalDate(text) ? text : undefined),
  longest: "2026-11-25",
};

/** A day within a range, both ends included. */
export function dateFrom(first: LocalDate, last: LocalDate): Codec<LocalDate> {
  return { ...date, decode: (text) => (text >= first && text <= last ? date.decode(text) : undefined) };
}

/** A moment with milliseconds. */
export const moment: Codec<Date> = {
  encode: (value) => value.getTime().toString(36),
  decode: (text) => (/^[0-9a-z]{1,11}$/.test(text) ? momentOf(Number.parseInt(text, 36)) : undefined),
  longest: new Date(8.64e15),
};

function momentOf(milliseconds: number): Date | undefined {
  const found = new Date(milliseconds);
  return Number.isNaN(found.getTime()) ? undefined : found;
}

/** Several values of one kind, as the last argument of a callback. */
export function listOf<T>(item: Codec<T>, most: number): Codec<readonly T[]> {
  return {
    encode: (items) => items.map(item.encode).join(":"),
    decode: (text) => {
      const read = text.split(":").map(item.decode);
      const items = read.filter((one) => one !== undefined);
      return items.length === read.length && items.length <= most ? items : undefined;
    },
    longest: Array.from({ length: most }, () => item.longest),
  };
}
