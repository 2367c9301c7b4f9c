/** The pictures of a form, drawn from its answers as they are now. */
import { ecomapOf } from "../../documents/genogram/ecomap.js";
import { genogramOf, type Picture } from "../../documents/genogram/genogram.js";
import type { LegendKey } from "../../documents/genogram/legend.js";
import { dateIn } from "../../practice/calendar.js";
import { latestComplete } from "../../practice/caseFacts.js";
import { isBirth } from "../../practice/conditions.js";
import { bonds } from "../../practice/family/family.js";
import { type FamilyCentre, familyFrom } from "../../practice/family/familyFrom.js";
import { type ClientSystem, systemKinds, systemsFrom, systemTies } from "../../practice/family/systems.js";
import { textOf } from "../../practice/family/told.js";
import { type DrawingKind, drawingsOf } from "../../practice/papers.js";
import { caseFor } from "../../records/case/case.js";
import type { OpenRound } from "../../records/case/openRound.js";
import type { Rounds } from "../../records/case/rounds.js";
import { actorOf } from "../../records/people/rights.js";
import { levelOf } from "../form/paperButtons.js";
import { dayOf } from "../telegram/answerText.js";
import type { Ctx } from "../telegram/context.js";
import type { Wording } from "../telegram/wording.js";
import { familyWords, systemWords } from "./drawingWords.js";
import { outcomeDrawing } from "./outcomeDrawing.js";

/** A picture, and what it shows in words. */
export type Drawing = {
  readonly kind: DrawingKind;
  readonly picture: Picture;
  readonly words: readonly string[];
};

/** A picture of a form; undefined where nobody and nothing was told that it could show. */
export async function drawingOf(
  ctx: Ctx,
  rounds: Rounds,
  round: OpenRound,
  kind: DrawingKind,
): Promise<Drawing | undefined> {
  const { say, work } = ctx;
  const today = dateIn(actorOf(work).zone, work.now);
  const foot = say.plain("drawing-foot", { code: round.case.code, day: dayOf(today, say) });
  if (kind === "outcome") {
    const outcome = await outcomeDrawing(ctx, rounds, round, foot);
    return outcome === undefined ? undefined : { kind, ...outcome };
  }
  if (kind === "ecomap") {
    const systems = systemsFrom(round.answers);
    if (systems.length === 0) return undefined;
    return { kind, picture: ecomapOf(systems, ecomapWords(say, foot)), words: systemWords(systems, say) };
  }
  const { family, unplaced } = familyFrom(round.answers, await centreOf(ctx, rounds, round), today);
  if (family.people.length < 2) return undefined;
  const picture = genogramOf(family, { legend: legendWords(say), foot });
  return { kind, picture, words: familyWords(family, unplaced, say) };
}

/** The pictures of a round that show something. */
export async function drawingsIn(ctx: Ctx, rounds: Rounds, round: OpenRound): Promise<readonly Drawing[]> {
  const drawings: Drawing[] = [];
  for (const kind of drawingsOf(round.form.id, levelOf(round))) {
    const drawing = await drawingOf(ctx, rounds, round, kind);
    if (drawing !== undefined) drawings.push(drawing);
  }
  return drawings;
}

/** The client, or the head of the family that is the client, as the newest first contact tells of them. */
async function centreOf(ctx: Ctx, rounds: Rounds, round: OpenRound): Promise<FamilyCentre> {
  const subject = await caseFor(ctx.work, round.case.id, "read");
  const latest = latestComplete(subject.facts, "approach");
  const answers = latest === undefined ? new Map() : (await rounds.open(ctx.work, latest.id)).answers;
  const isFamily = levelOf(round) === "family";
  const told = answers.get(isFamily ? "headSex" : "sex");
  const born = answers.get(isFamily ? "headBirth" : "birth");
  const known = textOf(answers.get(isFamily ? "headName" : "name"));
  return {
    name: ctx.say.plain("family-client"),
    names: known === undefined ? [] : [known],
    sex: told === "male" || told === "female" ? told : "unknown",
    birth: isBirth(born) ? born : undefined,
  };
}

function legendWords(say: Wording): Readonly<Record<LegendKey, string>> {
  const lines = Object.fromEntries(bonds.map((bond) => [bond, say.plain(`choice-bond-${bond}`)]));
  return {
    ...(lines as Record<(typeof bonds)[number], string>),
    male: say.plain("choice-sex-male"),
    female: say.plain("choice-sex-female"),
    unknown: say.plain("choice-sex-unknown"),
    client: say.plain("family-client"),
    household: say.plain("legend-household"),
    died: say.plain("choice-life-died"),
    unborn: say.plain("choice-life-unborn"),
    lost: say.plain("choice-life-lost"),
    together: say.plain("choice-union-together"),
    separated: say.plain("choice-union-separated"),
    divorced: say.plain("choice-union-divorced"),
    adopted: say.plain("legend-adopted"),
    foster: say.plain("legend-foster"),
  };
}

function ecomapWords(say: Wording, foot: string): Parameters<typeof ecomapOf>[1] {
  const kinds = Object.fromEntries(systemKinds.map((kind) => [kind, say.plain(`choice-system-${kind}`)]));
  const ties = Object.fromEntries(systemTies.map((tie) => [tie, say.plain(`choice-tie-${tie}`)]));
  return {
    client: say.plain("family-client"),
    kinds: kinds as Record<ClientSystem["kind"], string>,
    ties: ties as Record<ClientSystem["tie"], string>,
    flow: say.plain("legend-flow"),
    foot,
  };
}
