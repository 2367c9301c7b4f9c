import { dateIn, timeIn } from "../../practice/calendar.js";
import type {
  Age,
  AttachmentRef,
  Birth,
  FormContext,
  LocalDate,
  NamedPerson,
  Value,
} from "../../practice/form.js";
import { spoken } from "../../practice/inputs/text.js";
import type { Another, Ask } from "../../practice/walk.js";
import type { Unreadable } from "../../records/storage/seal.js";
import { writtenDay } from "./dates.js";
import type { Wording } from "./wording.js";

/** A day in full, with its weekday: "Senin, 16 November 2026". */
export function dayOf(date: LocalDate, say: Wording): string {
  return writtenDay(date, say.locale);
}

/** A moment in a zone, as people there say it. */
export function momentOf(instant: Date, zone: string, say: Wording): string {
  return `${dayOf(dateIn(zone, instant), say)}, ${timeIn(zone, instant).replace(":", say.locale === "id" ? "." : ":")}`;
}

/** How long a file stays, in hours where they are whole: "30 menit", "2 jam". */
export function stayText(minutes: number, say: Wording): string {
  return minutes % 60 === 0
    ? say.plain("stay-hours", { count: minutes / 60 })
    : say.plain("stay-minutes", { count: minutes });
}

/** A stored text. If it cannot be decrypted, a sentence with the code under which the log names it. Not escaped. */
export function readable(text: string | Unreadable, say: Wording): string {
  return typeof text === "string" ? text : say.plain("answer-unreadable", { code: text.unreadable });
}

/** An answer as plain text. Not escaped. */
export function answerText(place: Ask | Another, value: Value, context: FormContext, say: Wording): string {
  if (value === null) return say.plain("answer-skipped");
  if (place.kind === "another") return say.plain(value === true ? "button-yes" : "button-no");
  const { question } = place;
  switch (question.type) {
    case "choice":
      return say.form.choice(question, String(value));
    case "choices":
      return (value as readonly string[]).map((one) => say.form.choice(question, one)).join(", ");
    case "pick": {
      const items = context.sources[question.from] ?? [];
      const ids = Array.isArray(value) ? (value as readonly string[]) : [String(value)];
      return ids.map((id) => items.find((item) => item.id === id)?.label ?? id).join(", ");
    }
    case "yesNo":
      return say.plain(value === true ? "button-yes" : "button-no");
    case "date":
      return dayOf(String(value), say);
    case "dateTime":
      return momentOf(new Date(String(value)), context.zone, say);
    case "birth": {
      const birth = value as Birth;
      return "date" in birth ? dayOf(birth.date, say) : ageText(birth, say);
    }
    case "person": {
      const { name, relation, age, months } = value as NamedPerson;
      const parts = [name, relation];
      if (age !== undefined) parts.push(ageText({ age, ...(months === undefined ? {} : { months }) }, say));
      return parts.join(", ");
    }
    case "attachment": {
      const file = value as AttachmentRef;
      const kind = say.plain(`attachment-${file.kind}`);
      return file.kind === "location" ? `${kind} ${file.latitude}, ${file.longitude}` : kind;
    }
    case "scale":
      return question.min < 0 && Number(value) > 0 ? `+${String(value)}` : String(value).replace("-", "−");
    case "number":
      // A year is written without a point: 1974, not 1.974.
      return new Intl.NumberFormat(say.locale, { useGrouping: !isYear(question) }).format(Number(value));
    case "text":
    case "longText":
      return value === spoken ? say.plain("answer-spoken") : String(value);
    case "phone":
      return String(value);
  }
}

/** Whether a number is a year: it has four digits whatever is answered. */
function isYear({ min, max }: { readonly min?: number; readonly max?: number }): boolean {
  return min !== undefined && max !== undefined && min >= 1_000 && max <= 9_999;
}

/** "71 tahun", "1 tahun 6 bulan", "3 bulan"; a baby's age is never "0 tahun". */
function ageText({ age, months }: Age, say: Wording): string {
  if (age === 0) {
    if (months === undefined) return say.plain("answer-under-a-year");
    return months === 0 ? say.plain("answer-under-a-month") : say.plain("answer-months", { months });
  }
  return months ? say.plain("answer-age-months", { age, months }) : say.plain("answer-age", { age });
}
