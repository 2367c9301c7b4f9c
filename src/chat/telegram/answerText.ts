import { dateIn, timeIn } from "../../practice/calendar.js";
import type { AttachmentRef, FormContext, LocalDate, Value } from "../../practice/form.js";
import type { Another, Ask } from "../../practice/walk.js";
import type { Wording } from "./wording.js";

/** A day in full, with its weekday: "Senin, 16 November 2026". */
export function dayOf(date: LocalDate, say: Wording): string {
  return dayFormat(say.locale).format(new Date(`${date}T12:00:00Z`));
}

/** An instant as a person in that zone says it. */
export function momentOf(instant: Date, zone: string, say: Wording): string {
  return `${dayOf(dateIn(zone, instant), say)}, ${timeIn(zone, instant).replace(":", say.locale === "id" ? "." : ":")}`;
}

/** An answer in plain words, for the chat, a summary, a document. Not escaped. */
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
      const birth = value as { date: string } | { age: number; asOf: string };
      return "date" in birth ? dayOf(birth.date, say) : say.plain("answer-age", { age: birth.age });
    }
    case "person": {
      const person = value as { name: string; relation: string; age?: number };
      const parts = [person.name, person.relation];
      if (person.age !== undefined) parts.push(say.plain("answer-age", { age: person.age }));
      return parts.join(", ");
    }
    case "attachment":
      return say.plain(`attachment-${(value as AttachmentRef).kind}`);
    case "scale":
      return question.min < 0 && Number(value) > 0 ? `+${String(value)}` : String(value).replace("-", "−");
    case "number":
      return new Intl.NumberFormat(say.locale).format(Number(value));
    case "text":
    case "longText":
    case "phone":
      return String(value);
  }
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs a hundred times its use. */
function dayFormat(locale: string): Intl.DateTimeFormat {
  const kept = formats.get(locale);
  if (kept !== undefined) return kept;
  const made = new Intl.DateTimeFormat(locale === "id" ? "id-ID" : "en-GB", {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  formats.set(locale, made);
  return made;
}
