import { isSetupCode, lockSetup } from "../storage/settings.js";
import type { Tx } from "../storage/tx.js";
import { type Actor, NotAllowed } from "./actor.js";
import { foundingPrefix, spendFoundingCode } from "./foundingCodes.js";
import { adminOf } from "./members.js";
import { activateMembership, addMembership } from "./memberships.js";
import { parseRules, type Rules } from "./rules.js";
import type { Work } from "./work.js";

/**
 * Creates an organisation with its first admin, who gets no other role: the first of this installation with the set-up
 * code, any other with a code of the operator's. Throws `NotAllowed` where the code is wrong or was used.
 */
export async function createOrganization(
  work: Work,
  input: { readonly code: string; readonly name: string; readonly zone: string; readonly adminName: string },
): Promise<Actor> {
  const accountId = work.person.accountId;
  const tx = await work.tx();
  const organizationId = work.newId();
  if (accountId === null || !(await opens(work, input.code, organizationId))) throw new NotAllowed();
  await tx.organization.create({
    data: { id: organizationId, name: input.name, timeZone: input.zone, createdAt: work.now },
  });
  const memberId = await addMembership(work, tx, {
    organizationId,
    accountId,
    name: input.adminName,
    roles: ["admin"],
    supervisorId: null,
  });
  work.audit.push({
    action: "organization.founded",
    subject: "organization",
    subjectId: organizationId,
    organizationId,
    memberId,
  });
  return activateMembership(work, tx, memberId);
}

/** Whether a code opens an organisation. Of two people who use it at once the second waits here, and then it does not. */
async function opens(work: Work, code: string, organizationId: string): Promise<boolean> {
  if (code.startsWith(foundingPrefix)) return spendFoundingCode(work, code, organizationId);
  const tx = await work.tx();
  await lockSetup(tx);
  return isSetupCode(tx, code);
}

/** The organisation as its admin sees it. */
export type OrganizationCard = {
  readonly name: string;
  readonly address: string | null;
  readonly zone: string;
  readonly rules: Rules;
};

/** The acting admin's organisation. Throws `NotAllowed`. */
export async function organizationCard(work: Work): Promise<OrganizationCard> {
  const actor = adminOf(work);
  const tx = await work.tx();
  const row = await tx.organization.findUniqueOrThrow({ where: { id: actor.organizationId } });
  return { name: row.name, address: row.address, zone: row.timeZone, rules: parseRules(row.rules) };
}

/** Renames the acting admin's organisation. */
export async function renameOrganization(work: Work, name: string): Promise<void> {
  const actor = adminOf(work);
  const tx = await work.tx();
  await tx.organization.update({ where: { id: actor.organizationId }, data: { name } });
  work.actor = { ...actor, organizationName: name };
  noted(work, actor, "name");
}

/** Sets its address. */
export async function setAddress(work: Work, address: string): Promise<void> {
  const actor = adminOf(work);
  const tx = await work.tx();
  await tx.organization.update({ where: { id: actor.organizationId }, data: { address } });
  noted(work, actor, "address");
}

/** Requirements an organisation may list: each is a button of the approach form. */
export const maxRequirements = 20;

/** Adds a requirement that clients must meet. `there-already` and `too-many` mean that nothing changed. */
export async function addRequirement(
  work: Work,
  requirement: string,
): Promise<"added" | "there-already" | "too-many"> {
  const actor = adminOf(work);
  const same = (other: string) => other.toLowerCase() === requirement.toLowerCase();
  const { requirements } = await rulesForChange(await work.tx(), actor);
  if (requirements.some(same)) return "there-already";
  if (requirements.length >= maxRequirements) return "too-many";
  await keepRequirements(work, actor, [...requirements, requirement]);
  return "added";
}

/** Removes a requirement. What forms say of it stays. */
export async function dropRequirement(work: Work, requirement: string): Promise<void> {
  const actor = adminOf(work);
  const { requirements } = await rulesForChange(await work.tx(), actor);
  await keepRequirements(
    work,
    actor,
    requirements.filter((other) => other !== requirement),
  );
}

/** Forms for which an organisation may require approval. Session notes are never approved. */
export const approvableForms = ["assessment", "plan", "evaluation", "referral", "termination"] as const;

/** A form that an organisation may let wait for approval. */
export type ApprovableForm = (typeof approvableForms)[number];

/** Sets whether a form needs approval once it is sent. */
export async function setApproval(work: Work, form: ApprovableForm, wanted: boolean): Promise<void> {
  const actor = adminOf(work);
  const tx = await work.tx();
  const rules = await rulesForChange(tx, actor);
  if (rules.approvals.includes(form) === wanted) return;
  const others = rules.approvals.filter((other) => other !== form);
  const approvals = wanted ? [...others, form] : others;
  await saveRules(tx, work, actor, { ...rules, approvals });
  noted(work, actor, `approval.${form}`, wanted);
}

async function keepRequirements(work: Work, actor: Actor, requirements: string[]): Promise<void> {
  const tx = await work.tx();
  await saveRules(tx, work, actor, { ...(await rulesForChange(tx, actor)), requirements });
  // Cached approach forms hold the list. Raising their version makes them old.
  await tx.$executeRaw`
    UPDATE "Round" r SET "version" = r."version" + 1
    FROM "Case" c
    WHERE c."id" = r."caseId" AND c."organizationId" = ${actor.organizationId}
      AND r."form" = 'approach' AND r."status" IN ('draft', 'returned')`;
  noted(work, actor, "requirements");
}

/** The rules, locked until the commit, so that two admins who change different rules do not undo each other. */
export async function rulesForChange(tx: Tx, actor: Actor): Promise<Rules> {
  await tx.$queryRaw`SELECT 1 FROM "Organization" WHERE "id" = ${actor.organizationId} FOR UPDATE`;
  const row = await tx.organization.findUniqueOrThrow({ where: { id: actor.organizationId } });
  return parseRules(row.rules);
}

/** Writes the rules. The rest of this unit of work uses them. */
export async function saveRules(tx: Tx, work: Work, actor: Actor, rules: Rules): Promise<void> {
  await tx.organization.update({ where: { id: actor.organizationId }, data: { rules } });
  work.actor = { ...(work.actor ?? actor), rules };
}

function noted(work: Work, actor: Actor, what: string, value: boolean | null = null): void {
  work.audit.push({
    action: "organization.changed",
    subject: "organization",
    subjectId: actor.organizationId,
    detail: { what, ...(value === null ? {} : { value }) },
  });
}
