import type { LocalDate } from "../../practice/form.js";

/**
 * Our names of the holidays. Texts: `holiday-<name>`. `other` is one that a later version of the library knows, and we
 * do not.
 */
export type HolidayName =
  | "new-year"
  | "isra-mikraj"
  | "imlek"
  | "nyepi"
  | "idul-fitri"
  | "good-friday"
  | "easter"
  | "labour"
  | "ascension"
  | "idul-adha"
  | "waisak"
  | "pancasila"
  | "islamic-new-year"
  | "independence"
  | "maulid"
  | "christmas"
  | "other";

/** What the government decreed for a year: its national holidays and its cuti bersama (joint leave). */
export type DecreedYear = {
  /** The decree, as it is cited. */
  readonly decree: string;
  readonly holidays: readonly (readonly [LocalDate, HolidayName])[];
  readonly jointLeave: readonly (readonly [LocalDate, HolidayName])[];
};

/**
 * The joint decree of three ministers (surat keputusan bersama), year by year. It is signed in the autumn before and may
 * be amended. A year that is missing here was not in the sources at hand when this was written: 2027 and later. For those
 * the holidays are calculated (`holidays.ts`), and the admin of an organisation can paste the decreed list in the chat.
 *
 * A year is added as one entry. Its counts are those the decree states, which `test/records/holidays.test.ts` checks.
 */
export const decreedHolidays: ReadonlyMap<number, DecreedYear> = new Map([
  [
    2026,
    {
      // 17 national holidays and 8 days of cuti bersama, announced on 19 September 2025.
      decree: "SKB 3 Menteri Nomor 1497, 2, dan 5 Tahun 2025",
      holidays: [
        ["2026-01-01", "new-year"],
        ["2026-01-16", "isra-mikraj"],
        ["2026-02-17", "imlek"],
        ["2026-03-19", "nyepi"],
        ["2026-03-21", "idul-fitri"],
        ["2026-03-22", "idul-fitri"],
        ["2026-04-03", "good-friday"],
        ["2026-04-05", "easter"],
        ["2026-05-01", "labour"],
        ["2026-05-14", "ascension"],
        ["2026-05-27", "idul-adha"],
        ["2026-05-31", "waisak"],
        ["2026-06-01", "pancasila"],
        ["2026-06-16", "islamic-new-year"],
        ["2026-08-17", "independence"],
        ["2026-08-25", "maulid"],
        ["2026-12-25", "christmas"],
      ],
      jointLeave: [
        ["2026-02-16", "imlek"],
        ["2026-03-18", "nyepi"],
        ["2026-03-20", "idul-fitri"],
        ["2026-03-23", "idul-fitri"],
        ["2026-03-24", "idul-fitri"],
        ["2026-05-15", "ascension"],
        ["2026-05-28", "idul-adha"],
        ["2026-12-24", "christmas"],
      ],
    },
  ],
]);
