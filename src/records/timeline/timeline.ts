import type { DeadlineKey } from "../../practice/deadlines.js";
import type { FormId, LocalDate, Path } from "../../practice/form.js";
import type { Danger } from "../../practice/forms/vocabulary.js";
import { type FileKind, fileKinds, isOfNote, notePath } from "../case/attachments.js";
import { type Case, caseFor } from "../case/case.js";
import type { CourseEntry } from "../case/course.js";
import { type NoteContent, noteContentOf } from "../case/notes.js";
import { earlierRemarks } from "../case/remarks.js";
import { openedPath } from "../case/storedPaths.js";
import { dangerCell, dangerKindsOf } from "../danger/dangerRow.js";
import { type DataRequest, datedRequest, type RequestInJson, requestOf } from "../dataRights/dataRequests.js";
import { clocksOf, type StatutoryClock } from "../due/handover.js";
import { type KeptPaper, sentPapers } from "../papers/casePapers.js";
import { memberNames } from "../people/members.js";
import { actorOf } from "../people/rights.js";
import type { Work } from "../people/work.js";
import { consultationWords, type SealedConsultation } from "../questions/consultations.js";
import { statement } from "../storage/connections.js";
import { deadlineKeyOf } from "../storage/deadlineKinds.js";
import type { Unreadable } from "../storage/seal.js";
import { wordOf } from "../storage/vocabulary.js";
import { pointsCell } from "../supervision/notes.js";
import {
  caseTransfers,
  type TransferEvent,
  type TransferOfCase,
  transfersOfCase,
} from "../transfer/standing.js";

/** The topics by which a timeline is filtered. */
export const timelineTopics = [
  "forms",
  "notes",
  "clocks",
  "danger",
  "course",
  "consultations",
  "supervision",
  "papers",
] as const;

/** A topic of the timeline. */
export type TimelineTopic = (typeof timelineTopics)[number];

/** A round of a form as an event names it. */
export type NamedRound = { readonly id: string; readonly form: FormId; readonly sequence: number };

/** A file of a case: what it is, and the form and path it belongs to. */
export type TimelineFile = {
  readonly id: string;
  readonly kind: FileKind;
  readonly form: { readonly id: FormId; readonly version: number };
  readonly path: Path;
};

/**
 * The events of a round. The audit calls them `round.<one>`. Those of one instant happened in this order: a session
 * noted in one message is begun and submitted at once.
 */
const roundEvents = [
  "begun",
  "submitted",
  "approved",
  "taken-back",
  "correction-dropped",
  "discarded",
] as const;

/** An event of a round in the timeline. */
export type RoundEvent = (typeof roundEvents)[number];

/** What became of a note. The audit calls them `note.<one>`. */
const noteEvents = ["moved-out", "moved-in", "taken-back"] as const;

/** An event of a note in the timeline. */
export type NoteEvent = (typeof noteEvents)[number];

/** A request of the client as an event names it. */
export type TimelineRequest = Pick<DataRequest, "id" | "kind" | "words" | "ending">;

/** What happened. */
export type TimelineContent =
  | { readonly kind: "opened" }
  | { readonly kind: "erased" }
  | {
      readonly kind: "round";
      readonly event: RoundEvent;
      readonly round: NamedRound;
      readonly isKept: boolean;
    }
  /** `round` is the one that was returned or corrected. */
  | { readonly kind: "course"; readonly entry: CourseEntry; readonly round: NamedRound | undefined }
  | {
      readonly kind: "danger";
      readonly event: "noted" | "acknowledged" | "closed";
      readonly kinds: readonly Danger[];
      /** What was done, for a danger that was closed. */
      readonly words: string | Unreadable | null;
    }
  | {
      readonly kind: "note";
      readonly id: string;
      /** The acting member filed it. */
      readonly isOwn: boolean;
      readonly note: NoteContent | Unreadable;
      readonly files: readonly TimelineFile[];
    }
  /** What its sender did with a note afterwards; `code` is of the other case. */
  | { readonly kind: "note-moved"; readonly event: NoteEvent; readonly code: string }
  | { readonly kind: "file"; readonly file: TimelineFile }
  | { readonly kind: "supervision"; readonly points: string | Unreadable; readonly nextOn: LocalDate | null }
  /** `words` are null for who may not read them: they are between who asked and who was asked. */
  | {
      readonly kind: "consultation";
      readonly event: "asked" | "answered";
      readonly words: string | Unreadable | null;
    }
  /** Somebody was reminded by hand: of a form that waits, or of a late task. */
  | { readonly kind: "nudged"; readonly of: { readonly round: NamedRound } | { readonly key: DeadlineKey } }
  /** What the client asked for of their data: `request` says what, and how it ended. */
  | { readonly kind: "data"; readonly event: "asked" | "ended" | "told"; readonly request: TimelineRequest }
  | { readonly kind: "transfer"; readonly transfer: TransferEvent }
  /** The client was given the information about their data, in this wording. */
  | { readonly kind: "informed"; readonly version: number }
  /** A paper was made for people to sign or to take along. */
  | { readonly kind: "paper"; readonly paper: KeptPaper }
  | { readonly kind: "clock"; readonly event: "started" | "handed-over"; readonly clock: StatutoryClock };

/** An event in the history of a case: when, who, what. `who` is null for what the law or the bot itself caused. */
export type TimelineEvent = {
  readonly at: Date;
  readonly who: string | null;
  readonly topic: TimelineTopic;
  readonly content: TimelineContent;
};

/** The events of a case, newest first, and the names of the members in them. */
export type Timeline = {
  readonly subject: Case;
  readonly events: readonly TimelineEvent[];
  readonly names: ReadonlyMap<string, string>;
};

/**
 * The history of a case: forms, decisions and remarks, what the client was told, notes and files, consultations, statutory deadlines, dangers, reassignments,
 * openings and closings. Newest first; of one moment, the later cause first. The reading is audited with the case.
 * Throws `NotAllowed`.
 */
export async function timelineOf(work: Work, caseId: string): Promise<Timeline> {
  const subject = await caseFor(work, caseId, "read");
  const rounds = new Map([...subject.rounds, ...subject.discarded].map((round) => [round.id, round]));
  const tx = await work.tx();
  const [row] = await statement<TimelineRow>(tx, loadTimeline, [
    caseId,
    [...rounds.keys()],
    roundEvents.map((event) => `round.${event}`),
    noteEvents.map((event) => `note.${event}`),
  ]);
  const {
    audit = [],
    dangers = [],
    notes = [],
    files: sealedFiles = [],
    consultations = [],
    supervisions = [],
    transfers = [],
    nudges = [],
    requests = [],
    informations = [],
  } = row ?? {};
  const { memberId: me } = actorOf(work);
  const standing = new Set(subject.rounds.map(({ id }) => id));
  const found: (Omit<TimelineEvent, "who"> & { readonly memberId: string | null })[] = [];
  const add = (at: string | Date, memberId: string | null, topic: TimelineTopic, content: TimelineContent) =>
    found.push({ at: new Date(at), memberId, topic, content });

  for (const { action, subjectId, memberId, at, code } of audit) {
    const round = rounds.get(subjectId);
    const moved = noteEvents.find((event) => action === `note.${event}`);
    if (moved !== undefined)
      add(at, memberId, "notes", { kind: "note-moved", event: moved, code: code ?? "" });
    else if (round === undefined)
      add(at, memberId, "course", { kind: action === "case.erased" ? "erased" : "opened" });
    else {
      const event = wordOf(roundEvents, action.replace("round.", ""), "AuditEvent.action");
      add(at, memberId, "forms", { kind: "round", event, round, isKept: standing.has(round.id) });
    }
  }
  for (const entry of [...earlierReturns(work, subject), ...subject.course]) {
    const isOfForm = entry.kind === "returned" || entry.kind === "correcting";
    const round = isOfForm ? rounds.get(entry.roundId) : undefined;
    add(entry.at, entry.memberId, isOfForm ? "forms" : "course", { kind: "course", entry, round });
  }
  for (const one of dangers) {
    const kinds = dangerKindsOf(work, one);
    const danger = (event: "noted" | "acknowledged" | "closed", words: string | Unreadable | null = null) =>
      ({ kind: "danger", event, kinds, words }) as const;
    add(one.notedAt, one.notedById, "danger", danger("noted"));
    if (one.acknowledgedAt !== null)
      add(one.acknowledgedAt, one.acknowledgedById, "danger", danger("acknowledged"));
    if (one.closedAt !== null) {
      const words =
        one.closing === null ? null : work.sealer.read(one.closing, dangerCell("closing", one.id));
      add(one.closedAt, one.closedById, "danger", danger("closed", words));
    }
  }
  const files = sealedFiles.map((file) => ({
    ...file,
    path: openedPath(work.sealer, file.roundId, file.path),
  }));
  const fileOf = ({ id, kind, roundId, path }: FileRow): TimelineFile => {
    const round = rounds.get(roundId);
    if (round === undefined) throw new Error("a file of a round that was not asked for");
    return {
      id,
      kind: wordOf(fileKinds, kind, "Attachment.kind"),
      form: { id: round.form, version: round.formVersion },
      path,
    };
  };
  for (const { id, memberId, content, sentAt } of notes) {
    const own = files.filter(({ path }) => path === notePath(id)).map(fileOf);
    const note = noteContentOf(work, { id, content });
    add(sentAt, memberId, "notes", { kind: "note", id, isOwn: memberId === me, note, files: own });
  }
  for (const file of files.filter(({ path, roundId }) => !isOfNote(path) && standing.has(roundId))) {
    add(file.createdAt, file.memberId, "notes", { kind: "file", file: fileOf(file) });
  }
  for (const one of consultations) {
    const words = consultationWords(work, one);
    const { askedAt, askedById, answeredAt, answeredById } = one;
    add(askedAt, askedById, "consultations", {
      kind: "consultation",
      event: "asked",
      words: words?.question ?? null,
    });
    if (answeredAt !== null) {
      const answer = words?.answer ?? null;
      add(answeredAt, answeredById, "consultations", {
        kind: "consultation",
        event: "answered",
        words: answer,
      });
    }
  }
  for (const { id, memberId, points, nextOn, createdAt } of supervisions) {
    const opened = work.sealer.read(points, pointsCell(id));
    add(createdAt, memberId, "supervision", { kind: "supervision", points: opened, nextOn });
  }
  for (const { roundId, key, memberId, at } of nudges) {
    const round = roundId === null ? undefined : rounds.get(roundId);
    if (round !== undefined) add(at, memberId, "forms", { kind: "nudged", of: { round } });
    else if (key !== null)
      add(at, memberId, "supervision", {
        kind: "nudged",
        of: { key: deadlineKeyOf(work.sealer, key) },
      });
  }
  for (const row of requests) {
    const request = requestOf(work.sealer, datedRequest(row));
    const data = (event: "asked" | "ended" | "told") => ({ kind: "data", event, request }) as const;
    add(request.askedAt, request.recordedById, "clocks", data("asked"));
    if (request.endedAt !== null) add(request.endedAt, request.endedById, "clocks", data("ended"));
    if (request.notifiedAt !== null) add(request.notifiedAt, request.notifiedById, "clocks", data("told"));
  }
  for (const { memberId, version, at } of informations) {
    add(at, memberId, "forms", { kind: "informed", version });
  }
  for (const transfer of caseTransfers(work, caseId, transfers).flatMap(({ events }) => events)) {
    add(transfer.at, transfer.memberId, "course", { kind: "transfer", transfer });
  }
  for (const paper of await sentPapers(work, caseId)) {
    add(paper.madeAt, paper.memberId, "papers", { kind: "paper", paper });
  }
  for (const clock of await clocksOf(work, caseId)) {
    add(clock.startsAt, null, "clocks", { kind: "clock", event: "started", clock });
    if (clock.handedOverAt !== null) {
      add(clock.handedOverAt, clock.tickedById, "clocks", { kind: "clock", event: "handed-over", clock });
    }
  }

  const ids = found.flatMap(({ memberId, content }) => [memberId ?? [], ...membersIn(content)].flat());
  const names = await memberNames(work, [...new Set(ids)]);
  const events = found
    .map(({ memberId, ...event }) => ({
      ...event,
      who: memberId === null ? null : (names.get(memberId) ?? null),
    }))
    .map((event, order) => ({ event, order }))
    .sort((a, b) => b.event.at.getTime() - a.event.at.getTime() || b.order - a.order)
    .map(({ event }) => event);
  return { subject, events, names };
}

/** Remarks of rounds decided before `CaseTurn` existed. */
function earlierReturns(work: Work, subject: Case): CourseEntry[] {
  return subject.rounds.flatMap(({ id: roundId }) =>
    earlierRemarks(work, subject, roundId).map(
      ({ part, text: reason, memberId, at }): CourseEntry => ({
        kind: "returned",
        roundId,
        part,
        reason,
        memberId,
        at,
      }),
    ),
  );
}

function membersIn(content: TimelineContent): readonly string[] {
  if (content.kind !== "course" || content.entry.kind !== "reassigned") return [];
  return [content.entry.fromId, content.entry.toId];
}

type FileRow = {
  readonly id: string;
  readonly roundId: string;
  readonly path: string;
  readonly kind: string;
  readonly memberId: string;
  readonly createdAt: string;
};

/** Inside JSON a time is text. */
type TimelineRow = {
  readonly audit: readonly {
    readonly action: string;
    readonly subjectId: string;
    readonly memberId: string | null;
    readonly at: string;
    readonly code: string | null;
  }[];
  readonly dangers: readonly {
    readonly id: string;
    readonly kinds: string;
    readonly notedById: string;
    readonly notedAt: string;
    readonly acknowledgedById: string | null;
    readonly acknowledgedAt: string | null;
    readonly closedById: string | null;
    readonly closedAt: string | null;
    readonly closing: string | null;
  }[];
  readonly notes: readonly {
    readonly id: string;
    readonly memberId: string;
    readonly content: string;
    readonly sentAt: string;
  }[];
  readonly files: readonly FileRow[];
  /** Of a form that waits the round, of a late task its kind. */
  readonly nudges: readonly {
    readonly roundId: string | null;
    readonly key: string | null;
    readonly memberId: string | null;
    readonly at: string;
  }[];
  readonly supervisions: readonly {
    readonly id: string;
    readonly memberId: string;
    readonly points: string;
    readonly nextOn: LocalDate | null;
    readonly createdAt: string;
  }[];
  readonly requests: readonly RequestInJson[];
  readonly transfers: readonly TransferOfCase[];
  readonly informations: readonly {
    readonly memberId: string;
    readonly version: number;
    readonly at: string;
  }[];
  readonly consultations: readonly (SealedConsultation & {
    readonly askedAt: string;
    readonly answeredAt: string | null;
  })[];
};

/** What happened in the case $1 with the rounds $2 beside its course; $3 and $4 are the audit lines that tell of a round and of a note. */
const loadTimeline = `-- prepared: loadTimeline
SELECT
  (SELECT coalesce(json_agg(a ORDER BY a."at", a."action" <> 'case.opened', array_position($3::text[], a."action"), a."id"), '[]') FROM (
    SELECT "id", "action", "subjectId", "memberId", "at", NULL AS "code" FROM "AuditEvent"
    WHERE "subject" = 'round' AND "subjectId" = ANY ($2::text[]) AND "action" = ANY ($3::text[])
    UNION ALL
    SELECT "id", "action", "subjectId", "memberId", "at", "detail" ->> 'code' AS "code" FROM "AuditEvent"
    WHERE "subject" = 'case' AND "subjectId" = $1
      AND ("action" IN ('case.opened', 'case.erased') OR "action" = ANY ($4::text[]))) a) AS "audit",
  (SELECT coalesce(json_agg(d ORDER BY d."notedAt"), '[]') FROM (
    SELECT "id", "kinds", "notedById", "notedAt", "acknowledgedById", "acknowledgedAt", "closedById", "closedAt", "closing"
    FROM "Danger" WHERE "caseId" = $1) d) AS "dangers",
  (SELECT coalesce(json_agg(n ORDER BY n."sentAt", n."createdAt"), '[]') FROM (
    SELECT "id", "memberId", "content", "sentAt", "createdAt" FROM "CaseNote"
    WHERE "caseId" = $1 AND "withdrawnAt" IS NULL) n) AS "notes",
  (SELECT coalesce(json_agg(q ORDER BY q."askedAt", q."id"), '[]') FROM (
    SELECT c."id", c."askedById", c."askedAt", c."question", c."answeredById", c."answeredAt", c."answer",
      m."supervisorId" AS "askerSupervisorId"
    FROM "Consultation" c JOIN "Member" m ON m."id" = c."askedById" WHERE c."caseId" = $1) q) AS "consultations",
  (SELECT coalesce(json_agg(s ORDER BY s."createdAt", s."id"), '[]') FROM (
    SELECT "id", "memberId", "points", "nextOn", "createdAt" FROM "SupervisionNote" WHERE "caseId" = $1) s) AS "supervisions",
  (SELECT coalesce(json_agg(g ORDER BY g."at", g."id"), '[]') FROM (
    SELECT "id", "subjectId" AS "roundId", NULL AS "key", "memberId", "at" FROM "AuditEvent"
    WHERE "subject" = 'round' AND "subjectId" = ANY ($2::text[]) AND "action" = 'approval.nudged'
    UNION ALL
    SELECT e."id", NULL, d."key", e."memberId", e."at" FROM "Deadline" d JOIN "AuditEvent" e
      ON e."subject" = 'deadline' AND e."subjectId" = d."id" AND e."action" = 'deadline.nudged'
    WHERE d."caseId" = $1) g) AS "nudges",
  (SELECT coalesce(json_agg(r ORDER BY r."askedAt", r."id"), '[]') FROM "DataRequest" r WHERE r."caseId" = $1) AS "requests",
  (SELECT coalesce(json_agg(x), '[]') FROM (${transfersOfCase}) x) AS "transfers",
  (SELECT coalesce(json_agg(i ORDER BY i."at", i."id"), '[]') FROM (
    SELECT "id", "memberId", "version", "at" FROM "InformationGiven" WHERE "caseId" = $1) i) AS "informations",
  (SELECT coalesce(json_agg(f ORDER BY f."createdAt", f."id"), '[]') FROM (
    SELECT "id", "roundId", "path", "kind", "memberId", "createdAt"
    FROM "Attachment" WHERE "roundId" = ANY ($2::text[])) f) AS "files"`;
