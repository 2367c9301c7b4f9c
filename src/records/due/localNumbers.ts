import { triedAgain } from "../../practice/deadlines/localNumbers.js";
import { deadlineOf } from "../../practice/deadlines.js";
import type { LocalNumberKind } from "../../practice/emergencyNumbers.js";
import type { LocalDate } from "../../practice/form.js";
import { adminOf } from "../people/members.js";
import { rulesForChange, saveRules } from "../people/organizations.js";
import type { LocalNumber, LocalNumbers } from "../people/rules.js";
import type { Work } from "../people/work.js";
import { kindsIn } from "../storage/deadlineKinds.js";
import { addDeadline, correctDeadline, hoursFrom } from "./deadlines.js";

/** The emergency numbers of the acting admin's organisation. */
export async function numbersOfOrganization(work: Work): Promise<LocalNumbers> {
  const actor = adminOf(work);
  return (await rulesForChange(await work.tx(), actor)).localNumbers;
}

/** Stores a number with the day it was tried. */
export function keepLocalNumber(work: Work, kind: LocalNumberKind, number: LocalNumber): Promise<void> {
  return change(work, kind, "kept", (all) => ({ ...all, [kind]: number }));
}

/** Records that a number was tried again. Does nothing where it was deleted. */
export function triedLocalNumber(work: Work, kind: LocalNumberKind, triedOn: LocalDate): Promise<void> {
  return change(work, kind, "tried", (all) => {
    const one = all[kind];
    return one === undefined ? all : { ...all, [kind]: { ...one, triedOn } };
  });
}

/** Deletes a number. */
export function dropLocalNumber(work: Work, kind: LocalNumberKind): Promise<void> {
  return change(work, kind, "dropped", ({ [kind]: _, ...rest }) => rest);
}

async function change(
  work: Work,
  kind: LocalNumberKind,
  what: "kept" | "tried" | "dropped",
  next: (all: LocalNumbers) => LocalNumbers,
): Promise<void> {
  const actor = adminOf(work);
  const tx = await work.tx();
  const rules = await rulesForChange(tx, actor);
  const numbers = next(rules.localNumbers);
  await saveRules(tx, work, actor, { ...rules, localNumbers: numbers });
  work.audit.push({
    action: "organization.changed",
    subject: "organization",
    subjectId: actor.organizationId,
    detail: { what: `local-number.${kind}`, value: what },
  });
  await remind(work, numbers);
}

/**
 * Sets the deadline by which the numbers are tried again, counted from the one tried longest ago. It belongs to the
 * admin who changed them last.
 */
async function remind(work: Work, numbers: LocalNumbers): Promise<void> {
  const { organizationId, memberId, zone, rules } = adminOf(work);
  const tx = await work.tx();
  const [oldest] = Object.values(numbers)
    .flatMap((one) => (one === undefined ? [] : [one.triedOn]))
    .sort();
  const where = { organizationId, key: { in: kindsIn(work.sealer, ["local-numbers"]) }, caseId: null };
  const row = await tx.deadline.findFirst({ where });
  if (oldest === undefined) {
    if (row !== null) {
      await tx.deadline.update({ where: { id: row.id }, data: { cancelledAt: work.now, nextAt: null } });
    }
    return;
  }
  const hours = hoursFrom(zone, rules);
  const deadline = deadlineOf("local-numbers", triedAgain(oldest, zone, organizationId));
  if (row === null) await addDeadline(work, deadline, { organizationId, caseId: null, memberId, hours });
  else await correctDeadline(tx, work.now, row, deadline, { memberId, hours, retime: true });
}
