import { type Actor, CaseRestricted, NotAllowed, type Role } from "./actor.js";
import type { Work } from "./work.js";

/** The acting member. Throws `NotAllowed` where there is none: nothing of a case is read or written without one. */
export function actorOf(work: Work): Actor {
  if (work.actor === undefined) throw new NotAllowed();
  return work.actor;
}

/** Whether somebody may have cases at all: their own, or those of a team. */
export function hasCases(actor: Actor | undefined): boolean {
  return actor?.roles.some((role) => role === "worker" || role === "supervisor") === true;
}

/** A member as far as permissions need them. Who is suspended is none. */
export type ActingMember = Pick<Actor, "organizationId" | "memberId" | "roles">;

/** Who works on a case and who supervises them. */
export type CaseStaff = {
  readonly organizationId: string;
  readonly workerId: string;
  readonly workerSupervisorId: string | null;
  /** Nobody who supervises the worker can be reached. Absent: not loaded. */
  readonly supervisorAbsent?: boolean;
  /** Members who read it for a while because they broke its glass (`case/breakGlass.ts`). Absent: not loaded. */
  readonly glass?: readonly string[];
  /** Read-only since then, because its client asked for it. Absent: not loaded. */
  readonly restrictedAt?: Date | null;
  /** When everything in it was erased. Absent: not loaded. */
  readonly erasedAt?: Date | null;
};

/** The permissions there are on a case. */
export const caseRights = [
  "read",
  "trace",
  "write",
  "hand-in",
  "decide",
  "close",
  "reopen",
  "override",
  "request",
  "ground",
  "discard",
  "settle",
  "correct",
  "supervise",
  "alarm",
  "duty",
  "restrict",
  "unrestrict",
  "preserve",
  "ask-erasure",
  "erase",
  "refuse",
  "transfer",
  "release",
  "tell",
  "review",
] as const;

/** A permission on a case. */
export type CaseRight = (typeof caseRights)[number];

type Relation = "worker" | "supervisor" | "stand-in" | "glass" | "admin";

const byRight: { readonly [right in CaseRight]: readonly Relation[] } = {
  read: ["worker", "supervisor", "glass"],
  trace: ["worker", "supervisor"],
  write: ["worker", "supervisor"],
  "hand-in": ["worker"],
  decide: ["supervisor"],
  close: ["worker", "supervisor"],
  reopen: ["worker", "supervisor"],
  override: ["supervisor"],
  request: ["worker", "supervisor"],
  ground: ["supervisor", "stand-in"],
  discard: ["worker"],
  settle: ["supervisor", "stand-in"],
  correct: ["worker"],
  supervise: ["supervisor"],
  alarm: ["worker", "supervisor"],
  duty: ["worker", "supervisor"],
  restrict: ["worker", "supervisor"],
  unrestrict: ["supervisor", "stand-in"],
  preserve: ["supervisor", "stand-in"],
  "ask-erasure": ["supervisor", "stand-in"],
  erase: ["admin"],
  refuse: ["supervisor", "stand-in"],
  transfer: ["worker"],
  release: ["supervisor"],
  tell: ["worker", "supervisor", "stand-in"],
  review: ["supervisor"],
};

/** What remains while a case is read-only because its client asked for it (UU 27/2022 Pasal 41). */
const whileRestricted: ReadonlySet<CaseRight> = new Set<CaseRight>([
  "read",
  "trace",
  "alarm",
  "duty",
  "request",
  "ground",
  "unrestrict",
  "preserve",
  "ask-erasure",
  "erase",
  "refuse",
  "tell",
]);

/** What remains of a case that was erased: its history, and its requests for whoever decided on them. */
const afterErasure: ReadonlySet<CaseRight> = new Set<CaseRight>(["read", "trace", "refuse", "tell"]);

/** What nobody does with what they asked for or sent themselves. */
const neverOwn: ReadonlySet<CaseRight> = new Set<CaseRight>(["decide", "erase", "release"]);

/**
 * Permissions: who may do what with a case. This is the only place that decides it.
 *
 * |          |                                                        | its worker | supervisor named for the worker | anybody else |
 * |----------|--------------------------------------------------------|------------|---------------------------------|--------------|
 * | read     | look at it and its forms, see names, ask about it      | yes        | yes                             | no           |
 * | trace    | read who opened it                                     | yes        | yes                             | no           |
 * | write    | begin forms, answer, send what nobody has to approve   | yes        | yes                             | no           |
 * | hand-in  | send what a supervisor decides on, and take it back    | yes        | no                              | no           |
 * | decide   | approve, give back; never what they sent themselves    | no         | yes                             | no           |
 * | close    | ask that it be closed for what happened to the client  | yes        | yes                             | no           |
 * | reopen   | ask that a closed case be opened again                 | yes        | yes                             | no           |
 * | correct  | correct a form that counts, with a reason              | yes        | no                              | no           |
 * | settle   | decide on that; what they ask for happens at once      | no         | yes                             | stand-in     |
 * | override | open a gate against the order of work                  | no         | yes                             | no           |
 * | request  | note what the client asks for of their data            | yes        | yes                             | no           |
 * | ground   | name the legal ground of its data, or stop it          | no         | yes                             | stand-in     |
 * | supervise | write down what was agreed on in supervision   | no         | yes                             | no           |
 * | alarm    | note a danger in it                                    | yes        | yes                             | no           |
 * | duty     | state that what a law asks for was handed over         | yes        | yes                             | no           |
 * | restrict | make it read-only for its client                       | yes        | yes                             | no           |
 * | unrestrict | let it be written in again                           | no         | yes                             | stand-in     |
 * | preserve | forbid its erasure for a court, or allow it again      | no         | yes                             | stand-in     |
 * | ask-erasure | ask that everything in it be erased                 | no         | yes                             | stand-in     |
 * | erase    | erase it; never what they asked for themselves         | no         | no                              | any admin    |
 * | refuse   | refuse what the client asks for, on a ground of the law | no         | yes                             | stand-in     |
 * | transfer | ask that it go to another institution on this bot      | yes        | no                              | no           |
 * | release  | send it there, with what was agreed on, or refuse      | no         | yes                             | no           |
 * | tell     | note that the client was told how a request ended      | yes        | yes                             | stand-in     |
 * | review   | take it out in disguise for a review of quality       | no         | yes                             | no           |
 * | discard  | throw away an empty case, or a draft that never counted | yes        | no                              | no           |
 *
 * Each relation holds only in the case's own organisation and with the role of the same name; an admin as such has
 * none. A stand-in is an admin while no supervisor of the worker can be reached (none is named, suspended, or they
 * blocked the bot). A supervisor of another team who broke the glass reads too, for three hours. Who is suspended acts for nobody: there is no `Actor` then. `sentBy` is who sent the round to be
 * decided on, or asked for the erasure or the transfer. A case that is read-only for its client keeps the rights of `whileRestricted`,
 * one that was erased those of `afterErasure`.
 */
export function may(
  actor: ActingMember,
  subject: CaseStaff,
  right: CaseRight,
  sentBy: string | null = null,
): boolean {
  if (neverOwn.has(right) && sentBy === actor.memberId) return false;
  if (subject.erasedAt && !afterErasure.has(right)) return false;
  if (subject.restrictedAt && !whileRestricted.has(right)) return false;
  return byRight[right].some((relation) => stands(actor, subject, relation));
}

function stands(actor: ActingMember, subject: CaseStaff, relation: Relation): boolean {
  if (relation === "stand-in") {
    const { organizationId, workerSupervisorId, supervisorAbsent = workerSupervisorId === null } = subject;
    return supervisorAbsent && actor.organizationId === organizationId && actor.roles.includes("admin");
  }
  if (relation === "glass") {
    const isReader = subject.glass?.includes(actor.memberId) === true && actor.roles.includes("supervisor");
    return isReader && actor.organizationId === subject.organizationId;
  }
  if (relation === "admin") {
    return actor.organizationId === subject.organizationId && actor.roles.includes("admin");
  }
  const holder = relation === "worker" ? subject.workerId : subject.workerSupervisorId;
  const role: Role = relation;
  return (
    actor.organizationId === subject.organizationId && actor.memberId === holder && actor.roles.includes(role)
  );
}

/**
 * As whom the acting member may read cases: as their worker (`mine`), as the supervisor of their worker (`team`), or
 * both; null where the role is missing. It says of many cases what `may` says of one.
 */
export function readerOf(work: Work, whose?: "mine" | "team") {
  const { memberId, organizationId, roles } = actorOf(work);
  const isMine = whose !== "team" && roles.includes("worker");
  const isOfTeam = whose !== "mine" && roles.includes("supervisor");
  return { organizationId, workerId: isMine ? memberId : null, supervisorId: isOfTeam ? memberId : null };
}

/** The cases the acting member may read, as a condition of a query. Without a role of these it finds nothing. */
export function readableCases(work: Work, whose?: "mine" | "team") {
  const { organizationId, workerId, supervisorId } = readerOf(work, whose);
  return {
    organizationId,
    OR: [
      ...(workerId === null ? [] : [{ workerId }]),
      ...(supervisorId === null ? [] : [{ worker: { supervisorId } }]),
    ],
  };
}

/** A case as far as permissions need it: code and staff. */
export type CaseStub = CaseStaff & { readonly id: string; readonly code: string };

/**
 * A case for which the acting member has a permission, without its content; by id or by code. Throws `NotAllowed`,
 * also where there is no such case.
 */
export async function caseStub(
  work: Work,
  by: { readonly id: string } | { readonly code: string },
  right: CaseRight,
): Promise<CaseStub> {
  const actor = actorOf(work);
  const tx = await work.tx();
  const { organizationId } = actor;
  const row = await tx.case.findFirst({
    where: { ...by, organizationId },
    select: {
      id: true,
      code: true,
      workerId: true,
      restrictedAt: true,
      erasedAt: true,
      worker: {
        select: {
          supervisorId: true,
          supervisor: { select: { suspendedAt: true, account: { select: { blockedAt: true } } } },
        },
      },
    },
  });
  if (row === null) throw new NotAllowed();
  const { worker, ...own } = row;
  const { id } = own;
  const { supervisorId: workerSupervisorId, supervisor } = worker;
  const supervisorAbsent =
    supervisor === null || supervisor.suspendedAt !== null || supervisor.account.blockedAt !== null;
  const stub = { ...own, organizationId, workerSupervisorId, supervisorAbsent };
  if (may(actor, stub, right)) return stub;
  const broken = await tx.brokenGlass.findMany({
    where: { caseId: id, until: { gt: work.now } },
    select: { memberId: true },
  });
  const open = { ...stub, glass: broken.map(({ memberId }) => memberId) };
  if (!may(actor, open, right)) throw refused(actor, open, right);
  return open;
}

/**
 * The refusal of a case: that it is read-only for its client, where nothing else stands against `right`. Otherwise it
 * names the case where the acting member may not even read it.
 */
export function refused(
  actor: Actor,
  subject: CaseStaff & { readonly id: string },
  right: CaseRight = "read",
): NotAllowed | CaseRestricted {
  if (subject.restrictedAt && may(actor, { ...subject, restrictedAt: null }, right))
    return new CaseRestricted();
  return new NotAllowed(may(actor, subject, "read") ? undefined : subject.id);
}

/** The states of an entry of the institution's own (`records/questions/ownEntries.ts` draws how they follow). */
export const ownEntryStatuses = ["draft", "proposed", "kept", "declined", "retired"] as const;

/** A state of an entry of the institution's own. */
export type OwnEntryStatus = (typeof ownEntryStatuses)[number];

/** The permissions there are on an entry of the institution's own. */
export const ownEntryRights = [
  "read",
  "write",
  "propose",
  "keep",
  "decline",
  "withdraw",
  "discard",
  "review",
  "retire",
  "history",
] as const;

/** A permission on an entry of the institution's own. */
export type OwnEntryRight = (typeof ownEntryRights)[number];

/** An entry as far as permissions need it. */
export type OwnEntryStanding = {
  readonly organizationId: string;
  readonly authorId: string;
  readonly status: OwnEntryStatus;
};

type EntryHolder = "member" | "author" | "admin" | "admin-author";

const byEntryRight: {
  readonly [right in OwnEntryRight]: { readonly [status in OwnEntryStatus]?: readonly EntryHolder[] };
} = {
  read: {
    draft: ["author"],
    proposed: ["author", "admin"],
    kept: ["member"],
    declined: ["author", "admin"],
    retired: ["member"],
  },
  write: { draft: ["author"], proposed: ["admin"], kept: ["admin"] },
  propose: { draft: ["author"] },
  keep: { draft: ["admin-author"], proposed: ["admin"], retired: ["admin"] },
  decline: { proposed: ["admin"] },
  withdraw: { proposed: ["author"] },
  discard: { draft: ["author"] },
  review: { kept: ["admin"] },
  retire: { kept: ["admin"] },
  history: { kept: ["admin"], retired: ["admin"] },
};

/**
 * Permissions on an entry of the institution's own in the guidance. A supervisor answers for what a reply says, an admin
 * for what all members read: so a supervisor proposes and an admin decides, also on their own.
 *
 * |          |                                                  | draft        | proposed      | kept   | declined      | retired |
 * |----------|--------------------------------------------------|--------------|---------------|--------|---------------|---------|
 * | read     | read it; a retired one says that it is           | author       | author, admin | member | author, admin | member  |
 * | write    | change its words                                 | author       | admin         | admin  | no            | no      |
 * | propose  | ask the admins to keep it                        | author       | no            | no     | no            | no      |
 * | keep     | let every member find it                         | admin-author | admin         | no     | no            | admin   |
 * | decline  | refuse it                                        | no           | admin         | no     | no            | no      |
 * | withdraw | take it back to write on                         | no           | author        | no     | no            | no      |
 * | discard  | throw it away                                    | author       | no            | no     | no            | no      |
 * | review   | state that it still holds, and until when        | no           | no            | admin  | no            | no      |
 * | retire   | let nobody find it any more                      | no           | no            | admin  | no            | no      |
 * | history  | read its earlier texts, and what was said of it  | no           | no            | admin  | no            | admin   |
 *
 * Each holds in the entry's own institution only. An author needs a role that writes entries, supervisor or admin
 * ({@link mayWriteEntries}); an admin-author is both.
 */
export function mayWithEntry(actor: ActingMember, entry: OwnEntryStanding, right: OwnEntryRight): boolean {
  if (actor.organizationId !== entry.organizationId) return false;
  const isAdmin = actor.roles.includes("admin");
  const isAuthor = actor.memberId === entry.authorId && mayWriteEntries(actor);
  const holds: Readonly<Record<EntryHolder, boolean>> = {
    member: true,
    author: isAuthor,
    admin: isAdmin,
    "admin-author": isAdmin && isAuthor,
  };
  return (byEntryRight[right][entry.status] ?? []).some((holder) => holds[holder]);
}

/** Who writes entries of the institution's own: a supervisor and an admin. */
export function mayWriteEntries({ roles }: Pick<ActingMember, "roles">): boolean {
  return roles.includes("supervisor") || roles.includes("admin");
}
