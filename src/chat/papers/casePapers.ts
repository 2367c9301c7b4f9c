import { Composer } from "grammy";
import { type BreachLetter, breachLetters } from "../../practice/breach.js";
import { dateIn } from "../../practice/calendar.js";
import { latest } from "../../practice/caseFacts.js";
import { isDrawing, isOfReport, isPrinted, papersOf } from "../../practice/papers.js";
import { type StandardPaper, standardPapers } from "../../practice/standards/papers.js";
import { type Case, caseFor } from "../../records/case/case.js";
import { type KeptPaper, keptPapers, openPaper, papersPerPage } from "../../records/papers/casePapers.js";
import type { AnyPaper, EndedPaper } from "../../records/papers/papers.js";
import { actorOf, may } from "../../records/people/rights.js";
import type { Work } from "../../records/people/work.js";
import type { Html } from "../../texts.js";
import { dayOf, stayText } from "../telegram/answerText.js";
import { type Button, layOutButtons } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import { type Ctx, chatIdOf } from "../telegram/context.js";
import { handle } from "../telegram/handle.js";
import { queueUpload } from "../telegram/outbox.js";
import { joinLines, pageRow, showPage } from "../telegram/screen.js";
import type { Wording } from "../telegram/wording.js";

/** The papers of a case: what can be printed of it, and what was made before. */
export function casePapersFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.casePapers, (ctx, { caseId, page }) => showPapers(ctx, caseId, page));
  handle(composer, callbacks.openPaper, async (ctx, { paperId }) => {
    const { paper, code, isDocx } = await openPaper(ctx.work, paperId);
    const stays = actorOf(ctx.work).rules.filesStay;
    uploadPaper(ctx.work, ctx.say, { ...paper, code, isDocx, chatId: chatIdOf(ctx), stays });
    await ctx.answerCallbackQuery();
  });
  return composer;
}

async function showPapers(ctx: Ctx, caseId: string, page: number): Promise<void> {
  const { say, work } = ctx;
  const subject = await caseFor(work, caseId, "read");
  const { code } = subject.case;
  const { papers, total, names } = await keptPapers(work, caseId, page);
  const lines = papers.map((paper) => keptLine(ctx, paper, names));
  const text = joinLines([
    say.html("case-papers", { code }),
    ...(lines.length === 0 ? [] : ["", say.html("case-papers-made"), ...lines]),
  ]);
  const buttons = paperButtons(subject, say);
  await showPage(ctx, text, [
    ...layOutButtons(buttons, 44, 2),
    ...(subject.rounds.length === 0
      ? []
      : [
          [
            { text: say.plain("button-case-file"), data: callbacks.orderCaseFile({ caseId }) },
            { text: say.plain("button-lembar-of-case"), data: callbacks.caseLembar({ caseId }) },
          ],
          ...(may(actorOf(work), subject.case, "review")
            ? [[{ text: say.plain("button-review"), data: callbacks.orderReview({ caseId }) }]]
            : []),
        ]),
    ...papers.map((paper) => [
      { text: keptFace(ctx, paper), data: callbacks.openPaper({ paperId: paper.id }) },
    ]),
    pageRow(page, total, papersPerPage, (to) => callbacks.casePapers({ caseId, page: to })),
    [{ text: say.plain("button-back"), data: callbacks.openCaseHere({ caseId }) }],
  ]);
}

/** A button for each paper of the newest round of each form: "🖨 Kontrak layanan". */
function paperButtons({ rounds, facts }: Case, say: Wording): Button[] {
  const newest = new Map(rounds.map((round) => [round.form, round.id]));
  const legal = latest(facts, "approach")?.facts.legal;
  const situations = Array.isArray(legal) ? (legal as readonly string[]) : [];
  return [...newest].flatMap(([form, roundId]) =>
    papersOf(form, situations).map((kind) => ({
      text: say.plain("button-paper", { paper: say.plain(`paper-${kind}`) }),
      data: callbacks.orderPaper({ roundId, kind }),
    })),
  );
}

/** "• Surat rujukan · 058/LKS/XI/2026 · 25 November 2026 · Bu Ratna · DRAF" */
function keptLine({ say, work }: Ctx, paper: KeptPaper, names: ReadonlyMap<string, string>): Html {
  const day = dayOf(dateIn(actorOf(work).zone, paper.madeAt), say);
  const parts = [
    say.plain(`paper-${paper.kind}`),
    ...(paper.number === null ? [] : [paper.number]),
    day,
    names.get(paper.memberId) ?? "…",
    ...(paper.isDraft ? [say.plain("paper-draft")] : []),
  ];
  return say.html("case-papers-line", { paper: parts.join(" · ") });
}

function keptFace({ say, work }: Ctx, { kind, number, madeAt }: KeptPaper): string {
  const day = dayOf(dateIn(actorOf(work).zone, madeAt), say);
  return `📄 ${say.plain(`paper-${kind}`)} · ${number ?? day}`;
}

/** A paper to be sent, by what its caption says. */
type UploadedPaper = Pick<EndedPaper, "id" | "code" | "chatId" | "stays" | "isDocx"> & {
  readonly kind: AnyPaper;
};

/** Sends a paper that is kept: what people sign or take along may be saved, everything else is protected. */
export function uploadPaper(
  work: Work,
  say: Wording,
  { id, kind, code, chatId, stays, isDocx }: UploadedPaper,
): void {
  const name = say.plain(`paper-${kind}`);
  // Those of a report are sent by their own feature.
  if (isOfReport(kind)) throw new Error("a paper of a report");
  const leaves = isInstitutions(kind) || (!isDrawing(kind) && isPrinted(kind));
  // In the name of a case in disguise its code would undo the disguise.
  const said = kind === "review" ? "" : `${code} `;
  const about = /^\d{4}-\d\d-\d\d$/.test(code) ? dayOf(code, say) : code;
  queueUpload(work, "sendDocument", {
    chatId,
    field: "document",
    attachmentId: id,
    name: `${said}${name}.${kind === "data-json" ? "json" : isDocx ? "docx" : "pdf"}`,
    stays,
    isProtected: !leaves,
    caption: joinLines([
      kind === "review"
        ? say.html("paper-caption-review", { paper: name })
        : say.html("paper-caption", { paper: name, code: about }),
      leaves ? say.html("paper-print") : undefined,
      say.html("shown-stays", { stay: stayText(stays, say) }),
    ]),
  });
}

/** Whether a paper is the institution's own and about no case: it may leave the chat. */
function isInstitutions(kind: AnyPaper): kind is BreachLetter | StandardPaper {
  return [...breachLetters, ...standardPapers].some((one) => one === kind);
}
