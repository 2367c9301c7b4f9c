import { adminOf } from "../people/members.js";
import { rulesForChange, saveRules } from "../people/organizations.js";
import type { Rules } from "../people/rules.js";
import type { Work } from "../people/work.js";

/** Sets a part of how the acting admin's institution numbers its letters. Numbers that were given keep theirs. */
export async function setLetterRule(work: Work, part: keyof Rules["letters"], value: string): Promise<void> {
  const actor = adminOf(work);
  const tx = await work.tx();
  const rules = await rulesForChange(tx, actor);
  await saveRules(tx, work, actor, { ...rules, letters: { ...rules.letters, [part]: value } });
  changed(work, `letters.${part}`);
}

/** Sets the lines below the address in the letterhead; null takes them out. */
export async function setContacts(work: Work, contacts: string | null): Promise<void> {
  const actor = adminOf(work);
  const tx = await work.tx();
  await tx.organization.update({ where: { id: actor.organizationId }, data: { contacts } });
  changed(work, "contacts");
}

function changed(work: Work, what: string): void {
  const { organizationId } = adminOf(work);
  work.audit.push({
    action: "organization.changed",
    subject: "organization",
    subjectId: organizationId,
    detail: { what },
  });
}
