import { dateIn } from "../../../src/practice/calendar.js";
import type { CaseFacts } from "../../../src/practice/caseFacts.js";
import type { RecordedCase, RecordedRound } from "../../../src/practice/exports/record.js";
import { current } from "../../../src/practice/forms/catalogue.js";
import { caseOf, morning, type RoundSketch } from "../cases.js";

export const zone = "Asia/Jakarta";

/** A case as an export reads it, out of a few words a round. */
export function recorded(
  sketches: readonly RoundSketch[],
  more: Partial<RecordedCase> & { readonly closed?: CaseFacts["closed"] } = {},
): RecordedCase {
  const facts = caseOf(sketches, { closed: more.closed ?? null });
  const count = new Map<string, number>();
  const rounds = sketches.map(({ form, status = "approved", on, answers = {} }): RecordedRound => {
    const sequence = (count.get(form) ?? 0) + 1;
    count.set(form, sequence);
    const at = morning(on);
    return {
      id: `${form}-${sequence}`,
      form,
      formVersion: current(form).version,
      sequence,
      status,
      startedAt: at,
      submittedAt: status === "draft" ? null : at,
      decidedAt: status === "approved" ? at : null,
      correctedAt: null,
      answers: new Map(Object.entries(answers)),
    };
  });
  const openedAt = more.openedAt ?? morning(sketches[0]?.on ?? "2026-11-02");
  return {
    id: "case-1",
    code: "K-2026-0001",
    clientId: "client-1",
    workerId: "member-1",
    level: "individual",
    stage: "approach",
    openedAt,
    closedAt: more.closed?.at ?? null,
    reopenedAt: null,
    outcome: more.closed?.outcome ?? null,
    lastContactOn: dateIn(zone, openedAt),
    rounds,
    facts,
    deadlines: [],
    supervisions: [],
    ...more,
  };
}
