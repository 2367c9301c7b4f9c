import {
  dataRights,
  type RefusalGround,
  refusalArticle,
  refusalGrounds,
} from "../../practice/dataRequests.js";
import { isCopied } from "../../records/dataRights/copying.js";
import { correctedSince } from "../../records/dataRights/correcting.js";
import { clockOf, type DataRequest, requestToDecide } from "../../records/dataRights/dataRequests.js";
import { barOf } from "../../records/dataRights/requestedErasure.js";
import { nameOf } from "../../records/people/members.js";
import { actorOf, type CaseRight, type CaseStaff, may } from "../../records/people/rights.js";
import { momentOf, readable } from "../telegram/answerText.js";
import { type Button, keyboard } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { requestEndText } from "../telegram/dataRequestWords.js";
import { clockLine } from "../telegram/dueWords.js";
import { foldableHtml } from "../telegram/folding.js";
import { joinLines } from "../telegram/screen.js";

/**
 * The card of what a client asks for of their data: what, by when and by which article, and the act itself as a button.
 * Once it has ended it is the proof: how, when and by whom. `lead` says what was just done.
 */
export async function showDataRequest(ctx: Ctx, requestId: string, lead?: string): Promise<void> {
  const request = await requestToDecide(ctx.work, requestId);
  const text = joinLines([lead, await cardText(ctx, request, request.staff)], "\n\n");
  await ctx.reply(text, { reply_markup: keyboard(await cardRows(ctx, request, request.staff)) });
}

async function cardText(ctx: Ctx, request: DataRequest, staff: CaseStaff): Promise<string> {
  const { say, work } = ctx;
  const { kind, code, words, askedAt, recordedById, dueAt, endedAt } = request;
  const { zone } = actorOf(work);
  const { right, duty } = dataRights[kind];
  const clock = await clockOf(work, request);
  const isOthers = clock !== undefined && clock.memberId !== actorOf(work).memberId;
  return joinLines([
    say.html("data-card-title", { code, what: say.plain(`data-right-${kind}`) }),
    say.html("data-card-asked", { what: say.plain(`data-request-${kind}`), right }),
    words === null ? undefined : foldableHtml(readable(words, say)),
    say.html("data-card-since", { at: momentOf(askedAt, zone, say), name: await nameOf(work, recordedById) }),
    ...(endedAt === null
      ? [
          isOthers ? say.html("clock-to-superior", { name: await nameOf(work, clock.memberId) }) : undefined,
          clockLine(dueAt, { now: work.now, zone }, say),
          say.html(kind === "erasure" ? "data-card-default" : "data-card-duty", { duty }),
          "",
          await actLine(ctx, request, staff),
        ]
      : await endLines(ctx, request)),
  ]);
}

/** What is to be done next, and what stands against it. */
async function actLine(ctx: Ctx, request: DataRequest, { restrictedAt }: CaseStaff): Promise<string> {
  const { say, work } = ctx;
  if (restrictedAt && (request.kind === "correction" || request.kind === "restriction"))
    return say.html("declined-restricted");
  if (request.kind === "access")
    return say.html((await isCopied(work, request)) ? "data-act-copied" : "data-act-access");
  if (request.kind === "correction") {
    const changes = await correctedSince(work, request);
    return changes === 0 ? say.html("data-act-correction") : say.html("data-act-corrected", { changes });
  }
  if (request.kind !== "erasure") return say.html(`data-act-${request.kind}`);
  if (request.erasureAskedById !== null) {
    return say.html("data-act-erasure-asked", { name: await nameOf(work, request.erasureAskedById) });
  }
  const bar = await barOf(work, request);
  return say.html(bar === undefined ? "data-act-erasure" : `data-bar-${bar}`);
}

async function endLines(ctx: Ctx, request: DataRequest): Promise<readonly (string | undefined)[]> {
  const { say, work } = ctx;
  const { zone } = actorOf(work);
  const { endedAt, endedById, ending, notifiedAt, notifiedById } = request;
  if (endedAt === null) return [];
  const words = ending !== null && "words" in ending ? ending.words : "";
  return [
    "",
    say.html("data-card-ended", {
      at: momentOf(endedAt, zone, say),
      name: endedById === null ? "…" : await nameOf(work, endedById),
    }),
    ending === null ? undefined : requestEndText(say, request, ending),
    words === "" ? undefined : foldableHtml(words),
    notifiedAt === null || notifiedById === null
      ? say.html("data-card-untold")
      : say.html("data-card-told", {
          at: momentOf(notifiedAt, zone, say),
          name: await nameOf(work, notifiedById),
        }),
  ];
}

async function cardRows(ctx: Ctx, request: DataRequest, staff: CaseStaff): Promise<Button[][]> {
  const { say, work } = ctx;
  const { id: requestId, caseId, kind, endedAt, notifiedAt } = request;
  const actor = actorOf(work);
  const mayDo = (right: CaseRight) => may(actor, staff, right);
  const rows: Button[][] = endedAt === null ? await actRows(ctx, request, mayDo) : [];
  const clock = await clockOf(work, request);
  if (clock?.statutory === true && clock.memberId === actor.memberId) {
    rows.push([{ text: say.plain("button-in-hand"), data: callbacks.takeInHand({ deadlineId: clock.id }) }]);
  }
  if (endedAt === null && mayDo("refuse") && groundsFor(kind).length > 0) {
    rows.push([{ text: say.plain("button-data-refuse"), data: callbacks.refuseDataRequest({ requestId }) }]);
  }
  if (endedAt !== null && notifiedAt === null && mayDo("tell")) {
    rows.push([{ text: say.plain("button-client-told"), data: callbacks.clientTold({ requestId }) }]);
  }
  const onward = mayDo("read")
    ? { text: say.plain("button-to-case"), data: callbacks.openCase({ caseId }) }
    : { text: say.plain("button-menu"), data: callbacks.menu() };
  return [...rows, [onward]];
}

/** The act that carries the request out. */
async function actRows(
  ctx: Ctx,
  request: DataRequest,
  mayDo: (right: CaseRight) => boolean,
): Promise<Button[][]> {
  const { say, work } = ctx;
  const { id: requestId, caseId } = request;
  switch (request.kind) {
    case "access": {
      if (!mayDo("request")) return [];
      const isMade = await isCopied(work, request);
      return [
        [
          {
            text: say.plain(isMade ? "button-copy-again" : "button-make-copy"),
            data: callbacks.makeCopy({ requestId }),
          },
        ],
        ...(isMade
          ? [[{ text: say.plain("button-copy-handed"), data: callbacks.copyHanded({ requestId }) }]]
          : []),
      ];
    }
    case "correction": {
      if (!mayDo("correct")) return [];
      const isDone = (await correctedSince(work, request)) > 0;
      return [
        [{ text: say.plain("button-correct-which"), data: callbacks.correctFor({ requestId }) }],
        ...(isDone
          ? [[{ text: say.plain("button-corrected"), data: callbacks.correctedFor({ requestId }) }]]
          : []),
      ];
    }
    case "restriction":
      return mayDo("restrict")
        ? [[{ text: say.plain("button-restrict"), data: callbacks.restrictFor({ requestId }) }]]
        : [];
    case "withdrawal":
      return [
        ...(mayDo("ground")
          ? [[{ text: say.plain("button-name-ground"), data: callbacks.dataGround({ caseId }) }]]
          : []),
        ...(mayDo("request")
          ? [[{ text: say.plain("button-withdrawal-over"), data: callbacks.withdrawalOver({ requestId }) }]]
          : []),
      ];
    case "erasure":
      return mayDo("ask-erasure") && request.erasureAskedById === null
        ? [
            [{ text: say.plain("button-ask-erasure"), data: callbacks.askErasure({ requestId }) }],
            [{ text: say.plain("button-preserve"), data: callbacks.preserveCase({ caseId }) }],
          ]
        : [];
  }
}

/** The grounds on which such a request may be refused. */
export function groundsFor(kind: DataRequest["kind"]): readonly RefusalGround[] {
  return refusalGrounds.filter((ground) => refusalArticle(kind, ground) !== undefined);
}
