import type { Paper, PaperPart } from "../../documents/paper.js";
import { type Case, caseFor } from "../../records/case/case.js";
import { clientName } from "../../records/case/cases.js";
import type { OpenRound } from "../../records/case/openRound.js";
import { readersOf } from "../../records/case/readers.js";
import type { Rounds } from "../../records/case/rounds.js";
import { openDataRequest } from "../../records/dataRights/dataRequests.js";
import { dataTemplate, type Letterhead, letterheadOf, orderPaper } from "../../records/papers/papers.js";
import { paperCode } from "../../records/papers/verifying.js";
import { Conflict } from "../../records/people/actor.js";
import { memberNames } from "../../records/people/members.js";
import { actorOf } from "../../records/people/rights.js";
import { type Timeline, type TimelineFile, timelineOf } from "../../records/timeline/timeline.js";
import { paperParts, type Worded, wordedAnswers } from "../papers/blocks.js";
import { paperFrame, printed } from "../papers/frame.js";
import { withoutSign } from "../papers/plainText.js";
import { momentOf, readable } from "../telegram/answerText.js";
import { type Ctx, chatIdOf } from "../telegram/context.js";
import { fileFace, sendStoredFile } from "../telegram/storedFile.js";

/** A round with its answers in words. */
type ReadRound = { readonly round: OpenRound; readonly answers: readonly Worded[] };

/** All a copy is made of. */
export type Copied = {
  readonly subject: Case;
  readonly client: string;
  readonly rounds: readonly ReadRound[];
  readonly timeline: Timeline;
  readonly files: readonly TimelineFile[];
  /** Who opened the data: the record of its processing (UU 27/2022 Pasal 32 ayat (1)). */
  readonly readers: readonly { readonly name: string; readonly days: number }[];
  readonly names: ReadonlyMap<string, string>;
  readonly letterhead: Letterhead;
};

/**
 * Orders a copy of everything a case holds of its client: as a PDF in plain words, and as JSON (UU 27/2022 Pasal 7, 13).
 * Both are made in the background; the files of the case are sent at once. Returns the number of files. Throws
 * `NotAllowed`, and `Conflict` for a case in which nothing was written.
 */
export async function copyCase(ctx: Ctx, rounds: Rounds, requestId: string): Promise<number> {
  const { work } = ctx;
  const { caseId } = await openDataRequest(work, requestId, "access", "request");
  const copied = await readCopied(ctx, rounds, caseId);
  const [first] = copied.rounds;
  if (first === undefined) throw new Conflict("there is nothing to copy");
  const shared = { isDraft: false, letterId: null };
  const print = printed(ctx, first.round.id, copyPaper(ctx, copied));
  await orderPaper(work, first.round, { ...shared, kind: "data-copy", ...print });
  const data = JSON.stringify(dataCopy(ctx, copied), null, 1);
  await orderPaper(work, first.round, {
    ...shared,
    kind: "data-json",
    chatId: chatIdOf(ctx),
    code: paperCode(work.sealer, first.round.id, "data-json", data),
    template: dataTemplate,
    at: work.now.toISOString(),
    data,
  });
  for (const { id } of copied.files) await sendStoredFile(ctx, chatIdOf(ctx), id, false);
  return copied.files.length;
}

/** Reads everything a copy is made of. Throws `NotAllowed`. */
export async function readCopied(ctx: Ctx, rounds: Rounds, caseId: string): Promise<Copied> {
  const { work, say } = ctx;
  const subject = await caseFor(work, caseId, "read");
  const opened: ReadRound[] = [];
  for (const { id } of subject.rounds) {
    const round = await rounds.open(work, id);
    opened.push({ round, answers: wordedAnswers(ctx, rounds, round) });
  }
  const timeline = await timelineOf(work, caseId);
  const files = timeline.events.flatMap(({ content }) =>
    content.kind === "file" ? [content.file] : content.kind === "note" ? content.files : [],
  );
  const recorders = opened.flatMap(({ round }) =>
    [...round.revisions.values()].map(({ memberId }) => memberId),
  );
  const name = await clientName(work, caseId);
  return {
    subject,
    client: name === null ? "–" : readable(name, say),
    rounds: opened,
    timeline,
    files,
    readers: (await readersOf(work, caseId)).readers.flatMap(({ name: reader, days }) =>
      reader === null || days === 0 ? [] : [{ name: reader, days }],
    ),
    names: await memberNames(work, [...new Set(recorders)]),
    letterhead: await letterheadOf(work),
  };
}

/** The copy as a paper: every form in the words of its answers, who recorded it and when, notes, files, and readers. */
export function copyPaper(ctx: Ctx, copied: Copied): Paper & { readonly kind: "data-copy" } {
  const { say, work } = ctx;
  const { subject, client, files, readers, timeline } = copied;
  const { zone } = actorOf(work);
  const notes = timeline.events.flatMap(({ at, who, content }) => {
    if (content.kind !== "note" || "unreadable" in content.note || content.note.words === null) return [];
    return [{ label: `${momentOf(at, zone, say)} · ${who ?? ""}`, text: content.note.words }];
  });
  const list = (title: string, items: readonly string[]): PaperPart[] =>
    items.length === 0 ? [] : [{ title, blocks: [{ kind: "list", items }] }];
  return {
    ...paperFrame(ctx, copied.letterhead),
    kind: "data-copy",
    title: say.plain("paper-data-copy"),
    code: subject.case.code,
    draft: false,
    facts: [
      { label: say.plain("paper-code"), text: subject.case.code },
      { label: say.plain("paper-client"), text: client },
      { label: say.plain("paper-copy-at"), text: momentOf(work.now, zone, say) },
    ],
    parts: [
      { title: "", blocks: [{ kind: "text", text: say.plain("paper-copy-opening") }] },
      ...copied.rounds.flatMap(({ round, answers }) => roundParts(ctx, copied, round, answers)),
      ...(notes.length === 0
        ? []
        : [{ title: say.plain("paper-copy-notes"), blocks: [{ kind: "answers", lines: notes }] } as const]),
      ...list(
        say.plain("paper-copy-files"),
        files.map((file) => withoutSign(fileFace(file, say))),
      ),
      ...list(
        say.plain("paper-copy-readers"),
        readers.map(({ name, days }) => say.plain("paper-copy-reader", { name, days })),
      ),
    ],
    signatures: [
      { role: say.plain("paper-copy-receiver"), name: "", note: client },
      { role: say.plain("paper-signs-worker"), name: "", note: "" },
    ],
  };
}

function roundParts(
  ctx: Ctx,
  { names }: Copied,
  round: OpenRound,
  answers: readonly Worded[],
): readonly PaperPart[] {
  const { say, work } = ctx;
  const { zone } = actorOf(work);
  const form = `${say.plain(`form-${round.form.id}`)} ${round.sequence}`;
  const revisions = [...round.revisions.values()];
  const times = revisions.map(({ at }) => at.getTime());
  const recorded =
    revisions.length === 0
      ? []
      : [
          say.plain("paper-copy-recorded", {
            names: [...new Set(revisions.map(({ memberId }) => names.get(memberId) ?? ""))].join(", "),
            from: momentOf(new Date(Math.min(...times)), zone, say),
            to: momentOf(new Date(Math.max(...times)), zone, say),
          }),
        ];
  return [
    { title: form, blocks: recorded.map((text) => ({ kind: "text", text }) as const) },
    ...paperParts(ctx, round, answers).map((part) => ({ ...part, title: `${form} · ${part.title}` })),
  ];
}

/** The copy for a machine: every answer as it is kept and in words, who gave it and when. */
function dataCopy(
  ctx: Ctx,
  { subject, client, rounds, timeline, files, readers, names, letterhead }: Copied,
) {
  return {
    institution: letterhead.name,
    case: subject.case.code,
    client,
    level: subject.case.level,
    copiedAt: ctx.work.now.toISOString(),
    forms: rounds.map(({ round, answers }) => ({
      form: round.form.id,
      version: round.form.version,
      sequence: round.sequence,
      status: round.status,
      answers: answers.map(({ line, label, text }) => {
        const revision = round.revisions.get(line.path);
        return {
          question: label,
          path: line.path,
          value: line.value,
          words: text,
          recordedBy: revision === undefined ? null : (names.get(revision.memberId) ?? null),
          recordedAt: revision?.at.toISOString() ?? null,
        };
      }),
    })),
    notes: timeline.events.flatMap(({ at, who, content }) =>
      content.kind === "note" && !("unreadable" in content.note)
        ? [{ at: at.toISOString(), by: who, words: content.note.words, place: content.note.place }]
        : [],
    ),
    files: files.map(({ id, kind, form, path }) => ({ id, kind, form: form.id, path })),
    readers,
  };
}
