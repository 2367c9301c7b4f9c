import { dateIn, daysBetween } from "../../practice/calendar.js";
import { deadlines } from "../../practice/deadlines.js";
import type { FormId } from "../../practice/form.js";
import { gate, type Mode } from "../../practice/gates.js";
import { type NextStep, nextStep } from "../../practice/lifecycle.js";
import { unwrittenReport } from "../../practice/statutoryReport.js";
import type { Case } from "../../records/case/case.js";
import { dayCount } from "../../records/people/holidays.js";
import { actorOf } from "../../records/people/rights.js";
import type { Work } from "../../records/people/work.js";
import { dayOf } from "../telegram/answerText.js";
import type { Button } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Wording } from "../telegram/wording.js";
import { reportDue } from "./report.js";

/** A form inside a sentence or on a button: "asesmen", not "Asesmen". */
export function formName(form: FormId, say: Wording): string {
  return say.plain(`form-${form}`).toLocaleLowerCase(say.locale);
}

/** The button that enters a form, saying how: begin, go on, once more, take up again. */
export function stepButton(caseId: string, form: FormId, mode: Mode, say: Wording): Button {
  const name = formName(form, say);
  const data = callbacks.enterForm({ caseId, form });
  switch (mode) {
    case "start":
      return { text: say.plain("button-step-start", { form: name }), data };
    case "continue":
      return { text: say.plain("button-step-continue", { form: name }), data };
    case "repeat":
      return {
        text:
          form === "session"
            ? say.plain("button-step-session")
            : say.plain("button-step-repeat", { form: name }),
        data,
      };
    case "amend":
      return form === "referral"
        ? { text: say.plain("button-step-answer"), data }
        : { text: say.plain("button-step-amend", { form: name }), data };
  }
}

/** The button of a form. That of a closed form explains, when pressed, why it is closed. */
export function gateButton(subject: Case, form: FormId, say: Wording): Button {
  const way = gate(form, subject.facts);
  if (way.kind === "open") return stepButton(subject.case.id, form, way.mode, say);
  const text = say.plain("button-step-closed", { form: say.plain(`form-${form}`) });
  return { text, data: callbacks.enterForm({ caseId: subject.case.id, form }) };
}

/** The next step of a case. */
export function nextStepOf(work: Work, subject: Case): NextStep {
  return nextStep(subject.facts, actorOf(work).rules);
}

/** "Berikutnya: asesmen, paling lambat Rabu, 2 Desember 2026 (14 hari)": Telegram HTML; undefined where nothing is next. */
export function nextLine(work: Work, subject: Case, say: Wording): string | undefined {
  const step = nextStepOf(work, subject);
  if (step.kind !== "form") return undefined;
  // A referral that was sent is done; what follows is the news of it.
  const isNews = step.form === "referral" && step.mode === "amend";
  const name = isNews ? say.plain("deadline-referral-answer") : formName(step.form, say);
  const { rules, zone } = actorOf(work);
  const due = deadlines(subject.facts, rules, dayCount(zone, rules.calendar)).find(
    (one) => one.step === step.form && one.key !== "draft-idle",
  );
  if (due === undefined) return say.html("next-step", { step: name });
  if (due.key === "child-victim-report") return reportDue(due.dueAt, work, say);
  const date = dateIn(zone, due.dueAt);
  const days = daysBetween(dateIn(zone, work.now), date);
  if (days < 0) return say.html("next-step-late", { step: name, date: dayOf(date, say) });
  return say.html("next-step-due", { step: name, days, date: dayOf(date, say) });
}

/** The button of what is next, as one row; empty where the case waits or is at its end. */
export function nextButtons(work: Work, subject: Case, say: Wording): Button[] {
  const step = nextStepOf(work, subject);
  if (step.kind !== "form") return [];
  if (step.form === "assessment" && unwrittenReport(subject.facts) !== undefined) {
    const text = say.plain(step.mode === "continue" ? "button-report-continue" : "button-report-start");
    return [{ text, data: callbacks.enterForm({ caseId: subject.case.id, form: step.form }) }];
  }
  return [stepButton(subject.case.id, step.form, step.mode, say)];
}
