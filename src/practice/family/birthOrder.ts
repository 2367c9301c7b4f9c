import { addDays, addMonths } from "../calendar.js";
import type { Birth, LocalDate } from "../form.js";
import type { FamilyChild, PersonId, Twins } from "./family.js";

/** The day of a birth; where an age was told, the middle of the time it may have been in. */
function dayOfBirth(birth: Birth): LocalDate {
  if ("date" in birth) return birth.date;
  const { age, months, asOf } = birth;
  const born = addMonths(asOf, -(age * 12 + (months ?? 0)));
  return months === undefined ? addMonths(born, -6) : addDays(born, -15);
}

/**
 * Children with the eldest first. Whoever's birth is unknown stays behind the one they were told after, or comes first
 * where they were told before all others.
 */
export function byBirth(
  children: readonly FamilyChild[],
  birthOf: (id: PersonId) => Birth | undefined,
): readonly FamilyChild[] {
  const day = (child: FamilyChild) => {
    const birth = birthOf(child.id);
    return birth === undefined ? undefined : dayOfBirth(birth);
  };
  const groups: { readonly born: LocalDate; readonly some: FamilyChild[] }[] = [];
  const first: FamilyChild[] = [];
  for (const child of children) {
    const born = day(child);
    if (born !== undefined) groups.push({ born, some: [child] });
    else (groups.at(-1)?.some ?? first).push(child);
  }
  groups.sort((a, b) => (a.born < b.born ? -1 : a.born > b.born ? 1 : 0));
  return [...first, ...groups.flatMap(({ some }) => some)];
}

/** Children born on the same day. */
export function sameDay(
  children: readonly FamilyChild[],
  birthOf: (id: PersonId) => Birth | undefined,
): readonly Twins[] {
  const days = new Map<LocalDate, PersonId[]>();
  for (const { id, as } of children) {
    const birth = birthOf(id);
    if (as !== "born" || birth === undefined || !("date" in birth)) continue;
    days.set(birth.date, [...(days.get(birth.date) ?? []), id]);
  }
  return [...days.values()].filter((ids) => ids.length > 1).map((ids) => ({ ids, identical: false }));
}
