import { adminOf } from "./members.js";
import { rulesForChange, saveRules } from "./organizations.js";
import type { Rules } from "./rules.js";
import type { Work } from "./work.js";

/** Sets whom clients turn to about their data. Throws `NotAllowed` for anyone but an admin. */
export function setDataContact(work: Work, dataContact: string): Promise<void> {
  return change(work, { dataContact });
}

/** Sets for how many years a case is kept after its end; null: for good. Throws `NotAllowed` for anyone but an admin. */
export function setRetentionYears(work: Work, retentionYears: number | null): Promise<void> {
  return change(work, { retentionYears });
}

async function change(
  work: Work,
  part: Partial<Pick<Rules, "dataContact" | "retentionYears">>,
): Promise<void> {
  const actor = adminOf(work);
  const tx = await work.tx();
  await saveRules(tx, work, actor, { ...(await rulesForChange(tx, actor)), ...part });
  const value = part.retentionYears;
  work.audit.push({
    action: "organization.changed",
    subject: "organization",
    subjectId: actor.organizationId,
    detail: { what: Object.keys(part).join(), ...(value === undefined ? {} : { value }) },
  });
}
