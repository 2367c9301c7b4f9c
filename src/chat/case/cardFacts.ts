import { dateIn, daysBetween } from "../../practice/calendar.js";
import { latest, latestComplete, planInForce } from "../../practice/caseFacts.js";
import { ageOn } from "../../practice/conditions.js";
import type { LocalDate } from "../../practice/form.js";
import { form } from "../../practice/forms/catalogue.js";
import { lastContactOf } from "../../practice/lastContact.js";
import { carriedFrom } from "../../records/case/carried.js";
import type { Case } from "../../records/case/case.js";
import { withoutName } from "../../records/case/cases.js";
import { actorOf } from "../../records/people/rights.js";
import { clipped } from "../form/prompt.js";
import { dayOf } from "../telegram/answerText.js";
import type { Ctx } from "../telegram/context.js";
import type { Wording } from "../telegram/wording.js";

/** The most characters of a goal on the card; the plan has all of it. */
const shownGoal = 120;

/** "71 tahun · Lanjut usia telantar": the client's age and PPKS; undefined while neither is known. */
export function clientLine({ say, work }: Ctx, subject: Case): string | undefined {
  const round = latest(subject.facts, "approach");
  const line = subject.rounds.find(({ id }) => id === round?.id);
  if (round === undefined || line === undefined) return undefined;
  const { birth } = round.facts;
  const today = dateIn(actorOf(work).zone, work.now);
  const question = form("approach", line.formVersion).questions.find(({ key }) => key === "ppks");
  const ppks = subject.answers.get(round.id)?.get("ppks");
  const parts = [
    birth === undefined || subject.case.level !== "individual"
      ? undefined
      : ageWords(ageOn(birth, today), say),
    question?.type === "choice" && typeof ppks === "string" ? say.form.choice(question, ppks) : undefined,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : say.html("card-client", { about: parts.join(" · ") });
}

/** Whether the client agreed to the service. */
export function consentLine({ say }: Ctx, { facts }: Case): string {
  const consent = (latestComplete(facts, "approach") ?? latest(facts, "approach"))?.facts.consent;
  return say.html(
    consent === undefined ? "card-consent-none" : consent ? "card-consent-yes" : "card-consent-no",
  );
}

/** "Kontak terakhir: 12 hari lalu (Kamis, 12 November 2026)"; undefined before the first contact. */
export function contactLine({ say, work }: Ctx, { facts }: Case): string | undefined {
  const day = lastContactOf(facts);
  if (day === undefined) return undefined;
  const today = dateIn(actorOf(work).zone, work.now);
  return say.html("card-contact", { days: daysBetween(day, today), date: dayOf(day, say) });
}

/** "12 hr": the time since the last contact, short, for a list; undefined for today. */
export function contactAge(day: LocalDate | null, today: LocalDate, say: Wording): string | undefined {
  const days = day === null ? 0 : daysBetween(day, today);
  return days < 1 ? undefined : say.plain("cases-contact", { days });
}

/** The goals of the plan in force without the client's name, each with the level (GAS) of the last evaluation. */
export function goalLines({ say, work }: Ctx, subject: Case): string[] {
  const plan = planInForce(subject.facts);
  const answers = plan && subject.answers.get(plan.id);
  if (plan === undefined || answers === undefined) return [];
  const hidden = say.plain("answer-hidden");
  const levels = lastLevels(subject, plan.id);
  const goals: string[] = [];
  for (let index = 0; ; index += 1) {
    const words = answers.get(`goals.${index}.statement`);
    if (typeof words !== "string") break;
    const level = levels.get(`goals.${index}`);
    const goal = {
      number: index + 1,
      goal: clipped(withoutName(work, subject.case, words, hidden), shownGoal),
    };
    goals.push(
      level === undefined
        ? say.html("card-goal", goal)
        : say.html("card-goal-level", {
            ...goal,
            level: level > 0 ? `+${level}` : String(level).replace("-", "−"),
          }),
    );
  }
  return goals;
}

/** The levels of a plan's goals, by goal, in the last approved evaluation of that plan. */
function lastLevels(subject: Case, planId: string): ReadonlyMap<string, number> {
  const evaluation = latestComplete(subject.facts, "evaluation");
  const line = subject.rounds.find(({ id }) => id === evaluation?.id);
  if (line === undefined) return new Map();
  const { sources, origins } = carriedFrom(subject, line);
  if (origins.goals !== planId) return new Map();
  const answers = subject.answers.get(line.id);
  return new Map(
    (sources.goals ?? []).flatMap(({ id }, index) => {
      const level = answers?.get(`attainment.${index}.level`);
      return typeof level === "number" ? [[id, level] as const] : [];
    }),
  );
}

function ageWords(age: number, say: Wording): string {
  return age < 1 ? say.plain("answer-under-a-year") : say.plain("answer-age", { age });
}
