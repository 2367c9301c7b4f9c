import { type ClientLevel, clientLevels, type FormId } from "../../practice/form.js";
import { drawingsOf, papersOf } from "../../practice/papers.js";
import type { OpenRound } from "../../records/case/openRound.js";
import { unstartedOf } from "../../records/case/unstarted.js";
import { type Button, layOutButtons } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Wording } from "../telegram/wording.js";

/** The legal situation of the case of a round. */
export function legalOf({ carried }: OpenRound): readonly string[] {
  const { legal } = carried.facts;
  return Array.isArray(legal) ? (legal as readonly string[]) : [];
}

/** A button for each paper of a round: "🖨 Kontrak layanan". */
export function paperButtons(round: OpenRound, say: Wording): Button[][] {
  if (unstartedOf(round.id) !== undefined) return [];
  const buttons = papersOf(round.form.id, legalOf(round)).map((kind) => ({
    text: say.plain("button-paper", { paper: say.plain(`paper-${kind}`) }),
    data: callbacks.orderPaper({ roundId: round.id, kind }),
  }));
  return [...layOutButtons(buttons, 44, 2), ...drawingButtons(round.id, round.form.id, levelOf(round), say)];
}

/** The pictures of a round: "🌳 Genogram", "🕸 Ekomap". */
export function drawingButtons(
  roundId: string,
  form: FormId,
  level: ClientLevel | undefined,
  say: Wording,
): Button[][] {
  const kinds = drawingsOf(form, level);
  if (kinds.length === 0) return [];
  return [
    kinds.map((kind) => ({
      text: say.plain(`button-${kind}`),
      data: callbacks.orderDrawing({ roundId, kind }),
    })),
  ];
}

/** Whom the case of a round serves. */
export function levelOf({ carried }: Pick<OpenRound, "carried">): ClientLevel | undefined {
  return clientLevels.find((level) => level === carried.facts.level);
}
