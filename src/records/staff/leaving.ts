/**
 * A member who has themselves removed (UU 27/2022 Pasal 8, 43). What they did stays where it was done, under an id that
 * says nothing; name, account and permits are gone. They come back by a new invitation, as somebody new.
 */
import { handOnToAdmin } from "../due/ofOrganization.js";
import { isLastAdmin } from "../due/staffing.js";
import { memberNames } from "../people/members.js";
import { actorOf } from "../people/rights.js";
import type { Work } from "../people/work.js";

/** What stands in the place of the name of somebody who left. */
const formerName = "–";

/** What would be without anybody if the acting member left. */
export type LeftBehind = {
  /** Their open cases, and closed ones in which something is due, by code. */
  readonly codes: readonly string[];
  /** Those of them in which a time limit of the law is running. */
  readonly clocks: readonly string[];
  /** Whom they supervise, by name. */
  readonly team: readonly string[];
  /** Breaches whose notice they have still to give. */
  readonly breaches: readonly string[];
  /** Nobody else is an admin. */
  readonly isLastAdmin: boolean;
};

/** What the acting member would leave without anybody. */
export async function leftBehind(work: Work): Promise<LeftBehind> {
  const actor = actorOf(work);
  const { memberId, organizationId } = actor;
  const tx = await work.tx();
  const cases = await tx.$queryRaw<{ code: string; statutory: boolean }[]>`
    SELECT c."code", EXISTS (
      SELECT 1 FROM "Deadline" d WHERE d."caseId" = c."id" AND d."statutory" AND d."doneAt" IS NULL AND d."cancelledAt" IS NULL
    ) AS "statutory"
    FROM "Case" c
    WHERE c."workerId" = ${memberId} AND c."organizationId" = ${organizationId}
      AND (c."stage" <> 'closed' OR EXISTS (
        SELECT 1 FROM "Deadline" d WHERE d."caseId" = c."id" AND d."doneAt" IS NULL AND d."cancelledAt" IS NULL))
    ORDER BY c."code"`;
  const team = await tx.member.findMany({
    where: { supervisorId: memberId, organizationId, suspendedAt: null },
    select: { id: true },
  });
  const breaches = await tx.$queryRaw<{ code: string }[]>`
    SELECT b."code" FROM "Breach" b JOIN "Deadline" d ON d."id" = b."deadlineId"
    WHERE d."memberId" = ${memberId} AND d."doneAt" IS NULL AND d."cancelledAt" IS NULL ORDER BY b."code"`;
  const names = await memberNames(
    work,
    team.map(({ id }) => id),
  );
  return {
    codes: cases.map(({ code }) => code),
    clocks: cases.filter(({ statutory }) => statutory).map(({ code }) => code),
    team: team.map(({ id }) => names.get(id) ?? ""),
    breaches: breaches.map(({ code }) => code),
    isLastAdmin: await isLastAdmin(tx, actor, memberId),
  };
}

/** Whether anything keeps the acting member from leaving now. */
export function isKeptBy({ codes, team, breaches, isLastAdmin: isLast }: LeftBehind): boolean {
  return codes.length > 0 || team.length > 0 || breaches.length > 0 || isLast;
}

/** Notes that the acting member asked for their cases and team to be handed on. */
export function noteLeaveAsked(work: Work): void {
  work.audit.push({ action: "member.leave-asked", subject: "member", subjectId: actorOf(work).memberId });
}

/**
 * Removes the acting member. Their place keeps an account of nobody's, to which nothing is ever sent. Returns what still
 * keeps them, and then changes nothing.
 */
export async function leaveForGood(work: Work): Promise<LeftBehind | undefined> {
  const { memberId, accountId, organizationId } = actorOf(work);
  const tx = await work.tx();
  // Who gives them a case or a team at the same moment comes before, and is seen, or after, and finds them gone. Admins
  // are locked first, as `isLastAdmin` locks them.
  await tx.$queryRaw`
    SELECT 1 FROM "Member"
    WHERE "organizationId" = ${organizationId} AND "suspendedAt" IS NULL
      AND ('admin' = ANY ("roles") OR "id" = ${memberId})
    ORDER BY "id" FOR UPDATE`;
  const left = await leftBehind(work);
  if (isKeptBy(left)) return left;
  // Telegram's people have positive ids.
  const nobody = -BigInt(Number.parseInt(work.newId(9), 36) + 1);
  await tx.account.create({ data: { id: nobody, createdAt: work.now, blockedAt: work.now } });
  const own = { where: { memberId } };
  await handOnToAdmin(work, organizationId, memberId);
  // What was due from them alone, such as their STR, is due no more.
  await tx.deadline.updateMany({
    where: { memberId, caseId: null, doneAt: null, cancelledAt: null },
    data: { cancelledAt: work.now, nextAt: null },
  });
  await tx.permit.deleteMany(own);
  await tx.unfiled.deleteMany(own);
  await tx.dilemma.deleteMany({ where: { memberId, caseId: null } });
  await tx.favourite.deleteMany(own);
  await tx.ownEntry.deleteMany({ where: { authorId: memberId, status: "draft" } });
  await tx.assistConsent.deleteMany({ where: { memberId, caseId: null } });
  await tx.invitation.deleteMany({ where: { usedByMemberId: memberId } });
  await tx.member.update({
    where: { id: memberId },
    data: {
      accountId: nobody,
      name: work.sealer.seal(formerName, { table: "Member", column: "name", row: memberId }),
      pin: null,
      pinAfter: null,
      consentedAt: null,
      consentVersion: null,
      suspendedAt: work.now,
      leftAt: work.now,
    },
  });
  work.audit.push({
    action: "member.left",
    subject: "member",
    subjectId: memberId,
    organizationId,
    memberId,
  });
  const elsewhere = await tx.member.count({ where: { accountId } });
  if (elsewhere === 0) {
    // A member elsewhere may wait for an alarm of that institution.
    await tx.message.updateMany({
      where: { chatId: accountId, status: "waiting", kind: "notice" },
      data: { status: "dropped", payload: null },
    });
    await tx.account.delete({ where: { id: accountId } });
  } else await tx.account.update({ where: { id: accountId }, data: { activeMemberId: null } });
  Object.assign(work.dialogue, {
    roundId: null,
    path: null,
    seen: null,
    messageId: null,
    caseId: null,
    ticks: [],
    topic: null,
    topicAt: null,
  });
  work.dialogueChanged = true;
  work.actor = undefined;
  return undefined;
}
