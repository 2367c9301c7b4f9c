/** What a hint gives as an example must be understood when somebody types just that. */
import { describe, expect, test } from "vitest";
import { accept } from "../../../src/practice/accept.js";
import type { FormContext, FormId } from "../../../src/practice/form.js";
import { current } from "../../../src/practice/forms/catalogue.js";
import { locate } from "../../../src/practice/walk.js";
import { type Locale, locales, speak } from "./texts.js";

const context: FormContext = {
  now: new Date("2026-11-24T03:15:00Z"),
  zone: "Asia/Jakarta",
  today: "2026-11-24",
  facts: {},
  sources: {},
};

type Example = readonly [form: FormId, path: string, typed: string];

const examples: Readonly<Record<Locale, readonly Example[]>> = {
  id: [
    ["approach", "contactDate", "kemarin"],
    ["approach", "contactDate", "12-3-2026"],
    ["approach", "reportRequestedAt", "24-11-2026 09.30"],
    ["approach", "violenceReportedAt", "kemarin 14.00"],
    ["approach", "birth", "12-3-1955"],
    ["approach", "birth", "71 tahun"],
    ["approach", "guardian", "Siti Aminah, ibu, 34"],
    ["approach", "guardianPhone", "0812 3456 7890"],
    ["approach", "headBirth", "45 tahun"],
    ["approach", "members.0.member", "Rina, anak, 9"],
    ["approach", "size", "45"],
    ["approach", "spokesperson", "Yusuf, ketua RT"],
    ["approach", "phone", "0812 3456 7890"],
    ["approach", "consentPerson", "Siti Aminah, bibi, 40"],
    ["approach", "contractUntil", "28-2-2027"],
    ["assessment", "sources.0.date", "kemarin"],
    ["plan", "goals.0.targetDate", "20-12-2026"],
    ["plan", "goals.0.targetDate", "30 hari lagi"],
    ["plan", "evaluationDate", "30 hari lagi"],
    ["session", "date", "hari ini"],
    ["session", "nextDate", "besok"],
    ["session", "nextDate", "Kamis depan"],
    ["termination", "endedOn", "hari ini"],
  ],
  en: [
    ["approach", "contactDate", "yesterday"],
    ["approach", "contactDate", "12-3-2026"],
    ["approach", "reportRequestedAt", "24-11-2026 09.30"],
    ["approach", "violenceReportedAt", "yesterday 14.00"],
    ["approach", "birth", "12-3-1955"],
    ["approach", "birth", "71 years"],
    ["approach", "guardian", "Siti Aminah, mother, 34"],
    ["approach", "guardianPhone", "0812 3456 7890"],
    ["approach", "headBirth", "45 years"],
    ["approach", "members.0.member", "Rina, daughter, 9"],
    ["approach", "size", "45"],
    ["approach", "spokesperson", "Yusuf, neighbourhood head"],
    ["approach", "phone", "0812 3456 7890"],
    ["approach", "consentPerson", "Siti Aminah, aunt, 40"],
    ["approach", "contractUntil", "28-2-2027"],
    ["assessment", "sources.0.date", "yesterday"],
    ["plan", "goals.0.targetDate", "20-12-2026"],
    ["plan", "goals.0.targetDate", "in 30 days"],
    ["plan", "evaluationDate", "in 30 days"],
    ["session", "date", "today"],
    ["session", "nextDate", "tomorrow"],
    ["session", "nextDate", "next Thursday"],
    ["termination", "endedOn", "today"],
  ],
};

describe.each(locales)("hints in %s", (locale) => {
  const say = speak(locale);

  test.each(examples[locale])("%s %s: %s", (id, path, typed) => {
    const place = locate(current(id), path);
    if (place?.kind !== "ask") throw new Error(`${id} asks nothing at ${path}`);
    const message = [id, place.item?.group.key, place.question.key].filter((part) => part !== undefined);
    expect(say(message.join("-"), "hint")).toContain(typed);
    expect(accept(place.question, { kind: "text", text: typed }, context).kind).not.toBe("explained");
  });
});
