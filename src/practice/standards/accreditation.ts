import { addMonths } from "../calendar.js";
import type { LocalDate } from "../form.js";

/** The grades an LKS is accredited with, best first. */
export const accreditationGrades = ["A", "B", "C"] as const;

/** One of these. */
export type AccreditationGrade = (typeof accreditationGrades)[number];

/** For how many years each grade holds, as the press tells of it (secondary; beritasatu.com/nasional/703005). */
const yearsOfGrade: Readonly<Record<AccreditationGrade, number>> = { A: 5, B: 3, C: 2 };

/** The last day of an accreditation by its grade and the day it was given: the same day so many years later. */
export function accreditationEnds(grade: AccreditationGrade, issuedOn: LocalDate): LocalDate {
  return addMonths(issuedOn, yearsOfGrade[grade] * 12);
}
