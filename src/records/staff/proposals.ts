import type { StaffProposal } from "../../generated/prisma/client.js";
import { listWaitingOf, type Waiting } from "../case/waiting.js";
import { reassignCases, setSupervisor } from "../due/staffing.js";
import { Conflict, NotAllowed } from "../people/actor.js";
import { adminOf, memberIn } from "../people/members.js";
import { actorOf } from "../people/rights.js";
import type { Work } from "../people/work.js";
import type { CellAddress, Unreadable } from "../storage/seal.js";
import { wordOf } from "../storage/vocabulary.js";
import { agreementOn } from "./agreeing.js";
import { readChoice } from "./casesToGive.js";

/** What is proposed: that cases go to another worker, or that somebody supervises a worker. */
export const proposalKinds = ["cases", "supervisor"] as const;

/**
 * The life cycle of a proposal.
 *
 *   draft ──asked──► asked ──agreed──► done
 *     │                │
 *     │                ├──► refused
 *     │                └──► cancelled
 *     └──────nobody has to agree──────► done
 *
 * A draft is a choice of cases that is not finished. It is cancelled by whoever proposed it, or because it has become
 * impossible, such as when who was to receive the cases is suspended by now.
 */
export const proposalStatuses = ["draft", "asked", "done", "refused", "cancelled"] as const;

/** For how many days a proposal may be agreed to. Then the cases and the staff are others than those it was made for. */
export const proposalDays = 14;

const transitions: { readonly [from in ProposalStatus]: readonly ProposalStatus[] } = {
  draft: ["asked", "done"],
  asked: ["done", "refused", "cancelled"],
  done: [],
  refused: [],
  cancelled: [],
};

/** The status of a proposal. */
export type ProposalStatus = (typeof proposalStatuses)[number];

/** A proposal as those may read it who made it or decide on it: staff and codes, never the cases. */
export type ProposedChange = {
  readonly id: string;
  readonly kind: (typeof proposalKinds)[number];
  readonly status: ProposalStatus;
  readonly workerId: string;
  readonly toId: string;
  readonly proposedById: string;
  readonly decidedById: string | null;
  readonly codes: readonly string[];
  readonly reason: string | Unreadable | null;
  readonly askedAt: Date | null;
  /** Nobody agreed to it in time: nobody can any more, and nothing was changed. */
  readonly isOver: boolean;
  /** Whether the acting member may decide on it now. */
  readonly mayDecide: boolean;
  /** Whether the acting member proposed it. */
  readonly isOwn: boolean;
};

/** What was changed, for those who have to be told. */
export type StaffChange = {
  readonly kind: ProposedChange["kind"];
  readonly workerId: string;
  readonly toId: string;
  readonly proposedById: string;
  /** Who supervised before and who does now: the worker, or the cases. */
  readonly supervisorBefore: string | null;
  readonly supervisorAfter: string | null;
  /** The cases that went; of a supervisor none are named. */
  readonly codes: readonly string[];
  /** What of it waits for the new supervisor. Empty where the supervisor is the same. */
  readonly waiting: readonly Waiting[];
};

/** The result of a proposal or of a decision on one. */
export type ProposalEnd =
  | { readonly kind: "done"; readonly change: StaffChange }
  | { readonly kind: "asked"; readonly proposalId: string; readonly asked: readonly string[] }
  /** Somebody else has to agree, and there is nobody. Nothing was changed. */
  | { readonly kind: "nobody" }
  | { readonly kind: "refused" | "impossible"; readonly proposedById: string; readonly workerId: string };

/** Proposes what was chosen in a draft of the acting admin's. Throws `NotAllowed`, also where nothing was chosen. */
export async function proposeCases(work: Work, proposalId: string, reason: string): Promise<ProposalEnd> {
  const { chosen } = await readChoice(work, proposalId);
  if (chosen.size === 0) throw new NotAllowed();
  const tx = await work.tx();
  const row = await tx.staffProposal.update({
    where: { id: proposalId },
    data: { caseIds: [...chosen], reason: work.sealer.seal(reason, placeOf(proposalId)) },
  });
  return propose(work, row);
}

/** Proposes who is to supervise a worker. Throws `NotAllowed` for anyone but an admin. */
export async function proposeSupervisor(work: Work, workerId: string, toId: string): Promise<ProposalEnd> {
  const actor = adminOf(work);
  const tx = await work.tx();
  await memberIn(tx, actor, workerId);
  const to = await memberIn(tx, actor, toId);
  if (toId === workerId || !to.roles.includes("supervisor") || to.suspendedAt !== null)
    throw new NotAllowed();
  const { organizationId, memberId: proposedById } = actor;
  const row = await tx.staffProposal.create({
    data: {
      id: work.newId(),
      organizationId,
      kind: "supervisor",
      workerId,
      toId,
      proposedById,
      createdAt: work.now,
    },
  });
  return propose(work, row);
}

async function propose(work: Work, row: StaffProposal): Promise<ProposalEnd> {
  const agreement = await agreementOn(work, row);
  switch (agreement.kind) {
    case "at-once":
      await move(work, row, "draft", "done");
      return { kind: "done", change: await carryOut(work, row) };
    case "ask":
      await move(work, row, "draft", "asked");
      return { kind: "asked", proposalId: row.id, asked: agreement.memberIds };
    case "nobody": {
      const tx = await work.tx();
      await tx.staffProposal.delete({ where: { id: row.id } });
      return { kind: "nobody" };
    }
  }
}

/**
 * A proposal, for the admins, for the worker's supervisor and for who decided on it. Throws `NotAllowed` for anyone
 * else.
 */
export async function readProposal(work: Work, id: string): Promise<ProposedChange> {
  const actor = actorOf(work);
  const tx = await work.tx();
  const row = await tx.staffProposal.findFirst({ where: { id, organizationId: actor.organizationId } });
  if (row === null || row.status === "draft") throw new NotAllowed();
  const { memberId, roles } = actor;
  const { supervisorId } = await memberIn(tx, actor, row.workerId);
  const supervises = roles.includes("supervisor") && supervisorId === memberId;
  if (!supervises && !roles.includes("admin") && row.decidedById !== memberId) throw new NotAllowed();
  const cases = await tx.case.findMany({
    where: { id: { in: row.caseIds } },
    select: { code: true },
    orderBy: { code: "asc" },
  });
  return {
    id,
    kind: wordOf(proposalKinds, row.kind, "StaffProposal.kind"),
    status: wordOf(proposalStatuses, row.status, "StaffProposal.status"),
    workerId: row.workerId,
    toId: row.toId,
    proposedById: row.proposedById,
    decidedById: row.decidedById,
    codes: cases.map(({ code }) => code),
    reason: row.reason === null ? null : work.sealer.read(row.reason, placeOf(id)),
    askedAt: row.askedAt,
    isOver: row.status === "asked" && row.askedAt !== null && row.askedAt <= openSince(work),
    mayDecide: await isAsked(work, row),
    isOwn: row.proposedById === memberId,
  };
}

/**
 * Agrees to a proposal, which is carried out, or refuses it. Throws `NotAllowed` for who is not asked, and `Conflict`
 * where somebody else decided first.
 */
export async function decideProposal(work: Work, id: string, agrees: boolean): Promise<ProposalEnd> {
  const actor = actorOf(work);
  const tx = await work.tx();
  const row = await tx.staffProposal.findFirst({ where: { id, organizationId: actor.organizationId } });
  if (row === null || row.status === "draft") throw new NotAllowed();
  if (row.status !== "asked") throw new Conflict("it is decided", row.decidedById, row.decidedAt);
  if (!(await isAsked(work, row))) throw new NotAllowed();
  const { proposedById, workerId } = row;
  if (!agrees) {
    await move(work, row, "asked", "refused");
    return { kind: "refused", proposedById, workerId };
  }
  if (!(await isStillPossible(work, row))) {
    await move(work, row, "asked", "cancelled");
    return { kind: "impossible", proposedById, workerId };
  }
  await move(work, row, "asked", "done");
  return { kind: "done", change: await carryOut(work, row) };
}

/** Takes back a proposal of the acting admin's that nobody has decided on. Throws `NotAllowed`. */
export async function cancelProposal(work: Work, id: string): Promise<void> {
  const { memberId } = adminOf(work);
  const tx = await work.tx();
  const row = await tx.staffProposal.findFirst({ where: { id, proposedById: memberId, status: "asked" } });
  if (row === null) throw new NotAllowed();
  await move(work, row, "asked", "cancelled");
}

/** The proposals about a worker that wait for a yes, oldest first. Throws `NotAllowed` for anyone but an admin. */
export async function waitingProposals(
  work: Work,
  workerId: string,
): Promise<readonly { readonly id: string; readonly toId: string; readonly kind: ProposedChange["kind"] }[]> {
  const { organizationId } = adminOf(work);
  const tx = await work.tx();
  const rows = await tx.staffProposal.findMany({
    where: { organizationId, workerId, status: "asked", askedAt: { gt: openSince(work) } },
    orderBy: { askedAt: "asc" },
  });
  return rows.map(({ id, toId, kind }) => ({
    id,
    toId,
    kind: wordOf(proposalKinds, kind, "StaffProposal.kind"),
  }));
}

/** A proposal that waits for a yes, and since when. */
export type AwaitedProposal = { readonly id: string; readonly askedAt: Date };

/** The proposals on which the acting member may decide, oldest first. */
export async function proposalsAwaitingMe(work: Work): Promise<readonly AwaitedProposal[]> {
  const { organizationId, memberId, roles } = actorOf(work);
  const tx = await work.tx();
  return tx.$queryRaw<AwaitedProposal[]>`
    SELECT p."id", p."askedAt" FROM "StaffProposal" p JOIN "Member" w ON w."id" = p."workerId"
    WHERE p."organizationId" = ${organizationId} AND p."status" = 'asked' AND p."askedAt" > ${openSince(work)}
      AND p."proposedById" <> ${memberId} AND p."toId" <> ${memberId}
      AND (${roles.includes("admin")} OR (${roles.includes("supervisor")} AND w."supervisorId" = ${memberId}))
    ORDER BY p."askedAt", p."id"`;
}

/** What was asked then or before is over. */
function openSince({ now }: Work): Date {
  return new Date(now.getTime() - proposalDays * 86_400_000);
}

/** Whether the acting member is one of those who may decide on a proposal: see `agreeing.ts`. */
async function isAsked(work: Work, { id, status }: StaffProposal): Promise<boolean> {
  return status === "asked" && (await proposalsAwaitingMe(work)).some((one) => one.id === id);
}

async function isStillPossible(work: Work, { kind, toId }: StaffProposal): Promise<boolean> {
  const { roles, suspendedAt } = await memberIn(await work.tx(), actorOf(work), toId);
  return suspendedAt === null && roles.includes(kind === "cases" ? "worker" : "supervisor");
}

async function carryOut(work: Work, row: StaffProposal): Promise<StaffChange> {
  const { workerId, toId, proposedById, caseIds } = row;
  const kind = wordOf(proposalKinds, row.kind, "StaffProposal.kind");
  const actor = actorOf(work);
  const tx = await work.tx();
  const { supervisorId: supervisorBefore } = await memberIn(tx, actor, workerId);
  const change = { kind, workerId, toId, proposedById, supervisorBefore };
  if (kind === "supervisor") {
    await setSupervisor(work, workerId, toId);
    const waiting = await listWaitingOf(work, [workerId]);
    return { ...change, supervisorAfter: toId, codes: [], waiting };
  }
  const reason = row.reason === null ? null : work.sealer.open(row.reason, placeOf(row.id));
  const codes = await reassignCases(work, { fromId: workerId, toId, caseIds, reason, byId: proposedById });
  const { supervisorId: supervisorAfter } = await memberIn(tx, actor, toId);
  const waiting = supervisorBefore === supervisorAfter ? [] : await listWaitingOf(work, [toId], codes);
  return { ...change, supervisorAfter, codes, waiting };
}

/** Moves a proposal on, with its line in the audit. Throws `Conflict` where it is not what it was. */
async function move(
  work: Work,
  { id, workerId, toId, kind, caseIds }: StaffProposal,
  from: ProposalStatus,
  to: Exclude<ProposalStatus, "draft">,
): Promise<void> {
  if (!transitions[from].includes(to)) throw new Error(`a proposal does not go from ${from} to ${to}`);
  const { memberId } = actorOf(work);
  const tx = await work.tx();
  const when = to === "asked" ? { askedAt: work.now } : { decidedById: memberId, decidedAt: work.now };
  const { count } = await tx.staffProposal.updateMany({
    where: { id, status: from },
    data: { status: to, ...when },
  });
  if (count === 0) throw new Conflict("it is decided");
  work.audit.push({
    action: `staff.${to}`,
    subject: "member",
    subjectId: workerId,
    detail: { proposal: id, what: kind, to: toId, cases: caseIds.length },
  });
}

function placeOf(id: string): CellAddress {
  return { table: "StaffProposal", column: "reason", row: id };
}
