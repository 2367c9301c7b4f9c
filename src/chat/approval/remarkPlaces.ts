import type { Path } from "../../practice/form.js";
import type { OpenRound } from "../../records/case/openRound.js";
import type { Rounds } from "../../records/case/rounds.js";
import { lineLabel, linesOf, partName } from "../form/summary.js";
import type { Ctx } from "../telegram/context.js";

/**
 * Something of a form that a remark can be about: the whole of it, an item of a list, or an answer. `within` is the item
 * an answer belongs to.
 */
export type RemarkPlace = {
  readonly part: Path | null;
  readonly name: string;
  /** Its name beside others of its item. */
  readonly label: string;
  readonly within: Path | undefined;
  readonly isItem: boolean;
};

/**
 * What remarks on a round can be about, in the order of the form. A button carries the index, because a path is too long
 * for it beside the moment of sending; nothing of a round changes while it waits.
 */
export function remarkPlaces(ctx: Ctx, rounds: Rounds, round: OpenRound): readonly RemarkPlace[] {
  const whole = ctx.say.plain("button-part-all");
  const places: RemarkPlace[] = [{ part: null, name: whole, label: whole, within: undefined, isItem: false }];
  let item: Path | undefined;
  for (const line of linesOf(ctx, rounds, round)) {
    const { path, group } = line;
    const within = group === undefined ? undefined : `${group.key}.${group.index}`;
    if (within !== undefined && within !== item) {
      const name = partName(ctx, round, within);
      places.push({ part: within, name, label: name, within: undefined, isItem: true });
    }
    item = within;
    const [name, label] = [partName(ctx, round, path), lineLabel(ctx, round, line)];
    places.push({ part: path, name, label, within, isItem: false });
  }
  return places;
}
