/** Berkas lengkap: everything a case holds, in the order it came about. */
import type { CaseFilePaper, PaperChapter } from "../../documents/caseFile.js";
import type { PaperBlock, PaperLine, PaperPart, TableBlock } from "../../documents/paper.js";
import { dateIn } from "../../practice/calendar.js";
import { stageOf } from "../../practice/lifecycle.js";
import { readCaptions } from "../../records/case/captions.js";
import type { OpenRound } from "../../records/case/openRound.js";
import type { Rounds } from "../../records/case/rounds.js";
import { type Letterhead, letterheadOf } from "../../records/papers/papers.js";
import { nameOf } from "../../records/people/members.js";
import { actorOf } from "../../records/people/rights.js";
import {
  type Timeline,
  type TimelineEvent,
  type TimelineFile,
  timelineOf,
} from "../../records/timeline/timeline.js";
import { eventWords } from "../case/timeline.js";
import { dayOf, momentOf } from "../telegram/answerText.js";
import type { Ctx } from "../telegram/context.js";
import { fileFace } from "../telegram/storedFile.js";
import { consentParts, contractParts } from "./agreements.js";
import { paperParts, wordedAnswers } from "./blocks.js";
import { paperFrame } from "./frame.js";
import { paperBody } from "./paperOf.js";
import { plainOf, withoutSign } from "./plainText.js";

/** A photo of a case: its id, and what it is. */
type CasePhoto = { readonly id: string; readonly caption: string };

/** All a whole file is made of. */
export type CaseFileContent = {
  readonly rounds: readonly OpenRound[];
  readonly timeline: Timeline;
  /** In the order in which they were sent. */
  readonly files: readonly { readonly file: TimelineFile; readonly at: Date }[];
  readonly photos: readonly CasePhoto[];
  readonly letterhead: Letterhead;
};

/** Reads everything of a case; each form and each photo is audited as read. Throws `NotAllowed`. */
export async function readCaseFile(ctx: Ctx, rounds: Rounds, caseId: string): Promise<CaseFileContent> {
  const { work, say } = ctx;
  const timeline = await timelineOf(work, caseId);
  const opened: OpenRound[] = [];
  for (const { id } of timeline.subject.rounds) opened.push(await rounds.open(work, id));
  const files = [...timeline.events].reverse().flatMap(({ at, content }) => {
    const own = content.kind === "file" ? [content.file] : content.kind === "note" ? content.files : [];
    return own.map((file) => ({ file, at }));
  });
  const pictures = files.map(({ file }) => file).filter(({ kind }) => kind === "photo");
  const ids = pictures.map(({ id }) => id);
  const captions = await readCaptions(work, caseId, ids);
  const photos = pictures.map((file, index): CasePhoto => {
    const name = `${index + 1}. ${withoutSign(fileFace(file, say))}`;
    const caption = captions.get(file.id);
    return { id: file.id, caption: caption === undefined ? name : `${name}: ${caption}` };
  });
  return { rounds: opened, timeline, files, photos, letterhead: await letterheadOf(work) };
}

/** The chapters: each form as it is now, what was agreed to in writing, decisions, supervision, papers, history, files. */
export async function chaptersOf(
  ctx: Ctx,
  rounds: Rounds,
  file: CaseFileContent,
): Promise<readonly PaperChapter[]> {
  const { say } = ctx;
  const { timeline } = file;
  const events = [...timeline.events].reverse();
  const chapters: PaperChapter[] = [];
  for (const round of file.rounds) chapters.push(...(await chaptersOfRound(ctx, rounds, file, round)));
  let isFirst = true;
  const told = (title: string, lead: string, wanted: (event: TimelineEvent) => boolean) => {
    const rows = events.filter(wanted);
    if (rows.length === 0) return;
    chapters.push({ ...eventChapter(ctx, timeline, title, lead, rows), apart: isFirst });
    isFirst = false;
  };
  told(say.plain("case-file-decisions"), "", isDecision);
  told(say.plain("case-file-supervision"), "", ({ content }) => content.kind === "supervision");
  told(say.plain("case-file-papers"), "", ({ content }) => content.kind === "paper");
  told(say.plain("case-file-history"), say.plain("case-file-history-lead"), (event) => {
    const { kind } = event.content;
    return !isDecision(event) && kind !== "supervision" && kind !== "paper";
  });
  if (file.files.length > 0) chapters.push(fileChapter(ctx, file));
  return chapters;
}

/** What was decided on a form: sent, approved, taken back, returned with remarks, corrected. */
function isDecision({ content }: TimelineEvent): boolean {
  if (content.kind === "round") return content.event !== "begun" && content.event !== "discarded";
  return content.kind === "course" && content.round !== undefined;
}

async function chaptersOfRound(
  ctx: Ctx,
  rounds: Rounds,
  { timeline, letterhead }: CaseFileContent,
  round: OpenRound,
): Promise<readonly PaperChapter[]> {
  const { say } = ctx;
  const form = round.form.id;
  const answers = wordedAnswers(ctx, rounds, round);
  const name = `${say.plain(`form-${form}`)} ${round.sequence}`;
  // An approach and a referral are told by their answers; what is printed of them is for others.
  const body =
    form === "approach" || form === "referral"
      ? paperParts(ctx, round, answers)
      : await paperBody(ctx, rounds, round, form, answers, letterhead);
  const own = { title: name, apart: true, parts: [await standingPart(ctx, timeline, round), ...body] };
  if (form !== "approach") return [own];
  return [
    own,
    {
      title: say.plain("paper-consent"),
      apart: true,
      parts: await consentParts(ctx, round, answers, letterhead.name),
    },
    { title: say.plain("paper-contract"), apart: true, parts: contractParts(ctx, round, answers) },
  ];
}

/** Where a form stands, who decided on it, and whether there were earlier versions of it. */
async function standingPart(ctx: Ctx, { subject, names }: Timeline, round: OpenRound): Promise<PaperPart> {
  const { say, work } = ctx;
  const { zone } = actorOf(work);
  const kept = subject.rounds.find(({ id }) => id === round.id);
  const by = (id: string | null | undefined) => (id ? (names.get(id) ?? "…") : "…");
  const lines: PaperLine[] = [
    { label: say.plain("case-file-standing"), text: say.plain(`round-${round.status}`) },
  ];
  if (round.submittedAt !== null) {
    const text = say.plain("case-file-by", {
      name: by(round.submittedById),
      when: momentOf(round.submittedAt, zone, say),
    });
    lines.push({ label: say.plain("case-file-sent"), text });
  }
  if (round.status === "approved" && round.decidedAt !== null && kept?.decidedById) {
    const text = say.plain("case-file-by", {
      name: by(kept.decidedById),
      when: momentOf(round.decidedAt, zone, say),
    });
    lines.push({ label: say.plain("case-file-approved"), text });
  }
  const changed = [...round.revisions.values()].filter(({ number }) => number > 1).length;
  const corrections = subject.course.filter(
    (entry) => entry.kind === "correcting" && entry.roundId === round.id,
  ).length;
  if (changed > 0 || corrections > 0) {
    const text = say.plain("case-file-earlier-versions", { changed, corrections });
    lines.push({ label: say.plain("case-file-earlier"), text });
  }
  return { title: "", blocks: [{ kind: "answers", lines }] };
}

function eventChapter(
  ctx: Ctx,
  timeline: Timeline,
  title: string,
  lead: string,
  events: readonly TimelineEvent[],
): PaperChapter {
  const { say, work } = ctx;
  const { zone } = actorOf(work);
  const table: TableBlock = {
    kind: "table",
    caption: "",
    head: [say.plain("case-file-when"), say.plain("case-file-who"), say.plain("case-file-what")],
    columns: ["auto", "auto", "wide"],
    rows: events.map((event) => [
      `${dayOf(dateIn(zone, event.at), say)}`,
      event.who ?? "–",
      withoutSign(plainOf(eventWords(ctx, timeline, event))),
    ]),
  };
  const blocks: PaperBlock[] = lead === "" ? [table] : [{ kind: "text", text: lead }, table];
  return { title, apart: false, parts: [{ title: "", blocks }] };
}

/** Every file by what it is; a photo with its number among the photos. */
function fileChapter({ say, work }: Ctx, { files, photos }: CaseFileContent): PaperChapter {
  const { zone } = actorOf(work);
  const numbers = new Map(photos.map(({ id }, index) => [id, index + 1]));
  const rows = files.map(({ file, at }, index) => {
    const photo = numbers.get(file.id);
    return [
      String(index + 1),
      withoutSign(fileFace(file, say)),
      dayOf(dateIn(zone, at), say),
      photo === undefined ? say.plain("case-file-named") : say.plain("case-file-photo", { number: photo }),
    ];
  });
  const table: TableBlock = {
    kind: "table",
    caption: "",
    head: ["", say.plain("case-file-file"), say.plain("case-file-when"), say.plain("case-file-where")],
    columns: ["auto", "wide", "auto", "auto"],
    rows,
  };
  return { title: say.plain("case-file-files"), apart: false, parts: [{ title: "", blocks: [table] }] };
}

/** One part of the file: the first holds the chapters, the others the photos that did not fit. */
export async function caseFile(
  ctx: Ctx,
  { timeline: { subject }, letterhead }: CaseFileContent,
  given: {
    readonly chapters: readonly PaperChapter[];
    readonly photos: readonly CasePhoto[];
    readonly part: number;
    readonly parts: number;
  },
): Promise<CaseFilePaper> {
  const { say, work } = ctx;
  const { case: head, facts } = subject;
  const { memberId, zone } = actorOf(work);
  const supervisor = head.workerSupervisorId;
  const made = say.plain("case-file-by", {
    name: await nameOf(work, memberId),
    when: momentOf(work.now, zone, say),
  });
  const line = (label: string, text: string): PaperLine => ({ label, text });
  return {
    ...paperFrame(ctx, letterhead),
    kind: "case-file",
    title: say.plain("paper-case-file"),
    code: head.code,
    draft: false,
    facts: [
      line(say.plain("paper-code"), head.code),
      line(say.plain("case-file-client"), say.plain(`choice-level-${head.level}`)),
      line(say.plain("paper-worker"), await nameOf(work, head.workerId)),
      ...(supervisor === null
        ? []
        : [line(say.plain("paper-signs-supervisor"), await nameOf(work, supervisor))]),
      line(say.plain("case-file-stage"), say.plain(`stage-${stageOf(facts)}`)),
      line(say.plain("paper-copy-at"), made),
      ...(given.parts === 1
        ? []
        : [
            line(
              say.plain("case-file-part"),
              say.plain("case-file-part-of", { part: given.part, parts: given.parts }),
            ),
          ]),
    ],
    parts: [],
    chapters: given.chapters,
    photos: given.photos.map(({ id, caption }) => ({ file: id, caption })),
    fileWords: {
      contents: say.plain("case-file-contents"),
      photos: say.plain("case-file-photos"),
      unshown: say.plain("case-file-unshown"),
    },
    signatures: [],
  };
}
