import { Composer } from "grammy";
import { dataStanding } from "../../practice/dataGround.js";
import { type Case, caseFor } from "../../records/case/case.js";
import {
  informationGiven,
  informationVersion,
  keepInformationGiven,
} from "../../records/case/information.js";
import { actorOf } from "../../records/people/rights.js";
import { escapeHtml } from "../../texts.js";
import { momentOf } from "../telegram/answerText.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { handle } from "../telegram/handle.js";
import {
  audienceOf,
  type Information,
  informationFor,
  informationMark,
  informationWords,
} from "../telegram/informationText.js";
import { joinLines, sendNew, showPage } from "../telegram/screen.js";

/** What a client is told about their data before they consent: read out or shown, and kept as proof. */
export function informingFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.readInformation, async (ctx, { caseId }) => {
    const { case: head } = await caseFor(ctx.work, caseId, "write");
    await sendNew(ctx, ...page(ctx, caseId, await informationFor(ctx, audienceOf(head.level))));
  });
  handle(composer, callbacks.gaveInformation, async (ctx, { caseId, mark }) => {
    const { say, work } = ctx;
    const { case: head } = await caseFor(work, caseId, "write");
    const information = await informationFor(ctx, audienceOf(head.level));
    // What was shown is not what holds now: it has to be given anew.
    if (informationMark(information) !== mark) {
      return showPage(ctx, ...page(ctx, caseId, information, say.html("information-changed")));
    }
    const { version } = information;
    await keepInformationGiven(work, caseId, { version, text: informationWords(information) });
    const at = momentOf(work.now, actorOf(work).zone, say);
    await showPage(ctx, say.html("information-kept", { code: head.code, version, at }), [
      [{ text: say.plain("button-open-case"), data: callbacks.openCase({ caseId }) }],
    ]);
  });
  return composer;
}

/** Whether the client was given the information, as a line of the card; undefined before consent is asked. */
export async function informationLine({ say, work }: Ctx, subject: Case): Promise<string | undefined> {
  const given = await informationGiven(work, subject.case.id);
  if (given === undefined) {
    const isAsked = dataStanding(subject.facts).kind === "consented";
    return isAsked ? say.html("card-information-none") : undefined;
  }
  const { version } = given;
  const at = momentOf(given.at, actorOf(work).zone, say);
  return say.html(version === informationVersion ? "card-information-given" : "card-information-old", {
    at,
    version,
  });
}

function page({ say }: Ctx, caseId: string, information: Information, lead = say.html("information-lead")) {
  const text = joinLines(
    [
      `<i>${lead}</i>`,
      `<b>${escapeHtml(information.title)}</b>`,
      ...information.sections.map(
        ({ title, text: words }) => `<b>${escapeHtml(title)}</b>\n${escapeHtml(words)}`,
      ),
      `<i>${say.html("information-version", { version: information.version })}</i>`,
    ],
    "\n\n",
  );
  const given = callbacks.gaveInformation({ caseId, mark: informationMark(information) });
  const rows = [
    [{ text: say.plain("button-information-given"), data: given }],
    [{ text: say.plain("button-to-case"), data: callbacks.openCase({ caseId }) }],
  ];
  return [text, rows] as const;
}
